package org.maxdock.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maxdock.operation.EnginePlace;
import org.maxdock.ui.ModelBench;
import org.maxdock.ui.ModelConnection;

/** Whether an answer is still about what was asked about. */
class StillThereTest {

    /** What happens while a question stands. */
    enum Meanwhile {
        NOTHING(c -> {}, true, true),
        LOST(ModelConnection::lose, true, true),
        ANOTHER_SERVER(c -> c.connectTo("other"), false, false),
        ANOTHER_ENGINE(c -> c.workWith(new EnginePlace.OnServer(), "node", 1), false, true);

        private final Consumer<ModelConnection> happens;
        private final boolean engine;
        private final boolean server;

        Meanwhile(Consumer<ModelConnection> happens, boolean engine, boolean server) {
            this.happens = happens;
            this.engine = engine;
            this.server = server;
        }
    }

    @ParameterizedTest
    @EnumSource
    void itIsToldWhereItIsAnotherOne(Meanwhile meanwhile) {
        ModelBench bench = new ModelBench();
        ModelConnection connection = new ModelConnection(bench);
        List<String> told = new ArrayList<>();
        StillThere still = new StillThere(connection.model(), told::add, bench.texts());
        connection.connect();
        BooleanSupplier engine = still.engine();
        BooleanSupplier server = still.server();
        meanwhile.happens.accept(connection);
        assertThat(engine.getAsBoolean()).isEqualTo(meanwhile.engine);
        assertThat(server.getAsBoolean()).isEqualTo(meanwhile.server);
        assertThat(told).hasSize((meanwhile.engine ? 0 : 1) + (meanwhile.server ? 0 : 1));
    }
}
