package org.maxdock.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.ModelBench;
import org.maxdock.ui.ModelConnection;

/** Where one connects: to what stands in the field, and again to where one was. */
class ConnectionModelTest {

    private final ModelBench bench = new ModelBench();
    private final ModelConnection connection = new ModelConnection(bench);

    /** What stands in the field may be typed for the next time. */
    @ParameterizedTest
    @ValueSource(strings = {"lost", "failed"})
    void whatIsMadeAgainLeadsWhereItLedWithItsKey(String how) throws Trouble {
        connection.model().keyProperty().set("/keys/one");
        connection.model().connect("server");
        bench.settle();
        if (how.equals("lost")) {
            connection.connect();
            connection.lose();
        } else {
            connection.fail(new Trouble(TroubleKind.HOST_UNKNOWN, "server"));
        }
        connection.model().targetProperty().set("another");
        connection.model().keyProperty().set("/keys/other");
        org.mockito.Mockito.clearInvocations(connection.link());
        connection.model().reconnect();
        bench.settle();
        verify(connection.link()).connect(eq("server"), eq(Optional.of(Path.of("/keys/one"))), any());
        assertThat(connection.model().targetProperty().get()).isEqualTo("another");
        assertThat(connection.model().keyProperty().get()).isEqualTo("/keys/other");
    }

    @Test
    void withoutOneItIsTheFields() throws Trouble {
        connection.model().targetProperty().set("server");
        connection.model().reconnect();
        bench.settle();
        verify(connection.link()).connect(eq("server"), eq(Optional.empty()), any());
    }
}
