package org.maxdock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.operation.ConnectionState;
import org.maxdock.store.Json;
import org.maxdock.store.Settings;
import org.maxdock.store.SettingsFile;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.ConnectionBench;
import org.maxdock.ui.ModelBench;
import org.maxdock.ui.shared.SettingsModel;

/** However the connection stands, what can be done about it is offered, and nothing else. */
class ConnectionChoicesTest {

    @TempDir
    Path folder;

    private final ModelBench bench = new ModelBench();
    private final ConnectionBench connection = new ConnectionBench(bench);
    private ConnectionChoices choices;
    private boolean mayLeave = true;

    @BeforeEach
    void begin() {
        SettingsModel settings = new SettingsModel(
                bench.background(),
                new SettingsFile(folder.resolve("s.json"), new Json()),
                new Settings(List.of("max-wgs", "other"), List.of(), null, null, null));
        choices = new ConnectionChoices(connection.model(), settings, bench.navigation(), bench.texts());
        connection.model().onLeaving(() -> mayLeave);
    }

    private List<String> others() {
        return choices.others().stream().map(ConnectionChoices.Choice::words).toList();
    }

    private List<String> open() {
        return choices.servers().stream()
                .filter(ConnectionChoices.Server::open)
                .map(ConnectionChoices.Server::target)
                .toList();
    }

    @Test
    void withoutAConnectionTheServersAreOffered() {
        assertThat(choices.servers())
                .extracting(ConnectionChoices.Server::target)
                .containsExactly("max-wgs", "other");
        assertThat(open()).isEmpty();
        assertThat(others()).containsExactly("Servers…");
        assertThat(choices.wrong()).isEmpty();
    }

    @Test
    void anotherServerIsConnectedToAndTheSameOneIsNotAgain() throws Exception {
        connection.connect();
        assertThat(open()).containsExactly("max-wgs");
        assertThat(others()).containsExactly("Disconnect", "Servers…");
        choices.servers().getFirst().act().run();
        choices.servers().getLast().act().run();
        bench.settle();
        verify(connection.connection()).connect(eq("other"), any(), any());
    }

    @Test
    void whatWouldEndWithItIsNotEnded() throws Exception {
        connection.connect();
        mayLeave = false;
        choices.servers().getLast().act().run();
        choices.others().getFirst().act().run();
        bench.settle();
        verify(connection.connection(), never()).connect(eq("other"), any(), any());
        verify(connection.connection(), never()).disconnect();
    }

    @Test
    void oneThatIsBeingMadeCanBeGivenUp() {
        connection.tell(new ConnectionState.Connecting("other"));
        assertThat(others()).containsExactly("Cancel", "Servers…");
        assertThat(choices.servers()).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidAndTriedAgain() throws Exception {
        connection.tell(new ConnectionState.Failed("other", new Trouble(TroubleKind.NOT_CONNECTED)));
        assertThat(choices.wrong()).contains("other");
        assertThat(others()).containsExactly("Connect to other again", "Servers…");
        choices.others().getFirst().act().run();
        bench.settle();
        verify(connection.connection()).connect(eq("other"), any(), any());
        choices.others().getLast().act().run();
        assertThat(bench.navigation().pageProperty().get()).isEqualTo("settings");
    }
}
