package org.maxdock.ui;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.maxdock.engine.EngineInfo;
import org.maxdock.operation.Account;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ConnectionState;
import org.maxdock.operation.ServerFacts;
import org.maxdock.ui.shared.ConnectionModel;

/** A connection that stands as the test says, for models that follow it. */
public final class ConnectionBench {

    public static final Account ME = new Account("me", "max-wgs");

    private static final EngineInfo ENGINE = new EngineInfo("24.0.7", true, false, 3, "linux/amd64", List.of());

    private final ModelBench bench;
    private final Connection connection = mock(Connection.class);
    private final List<Consumer<ConnectionState>> listeners = new ArrayList<>();
    private final ConnectionModel model;
    private volatile ConnectionState now = new ConnectionState.None(); // other threads ask
    private long number;

    /** There is none at first. */
    public ConnectionBench(ModelBench bench) {
        this.bench = bench;
        when(connection.state()).thenAnswer(call -> now);
        doAnswer(call -> listeners.add(call.getArgument(0))).when(connection).onChange(any());
        model = new ConnectionModel(connection, bench.background(), bench.texts());
    }

    public ConnectionModel model() {
        return model;
    }

    /** The one behind the model, which connects nowhere. */
    public Connection connection() {
        return connection;
    }

    /** A new one, with an engine and SLURM. */
    public void connect() {
        learnt(
                new ServerFacts(
                        new ServerFacts.There<>(ENGINE), new ServerFacts.There<>("23.11.5"), OptionalLong.of(12)),
                ++number);
    }

    /** A new one, of which nothing else is known yet. */
    public void connectOnly() {
        learnt(new ServerFacts(new ServerFacts.Asked<>(), new ServerFacts.Asked<>(), OptionalLong.empty()), ++number);
    }

    /** A new one to a server that has neither engine nor SLURM. */
    public void connectToNothing() {
        learnt(
                new ServerFacts(
                        new ServerFacts.NotThere<>(Optional.empty()),
                        new ServerFacts.NotThere<>(Optional.empty()),
                        OptionalLong.empty()),
                ++number);
    }

    /** It is learnt that nothing keeps terminals there. */
    public void learnThatNothingKeepsTerminals() {
        learnt(
                new ServerFacts(
                                new ServerFacts.There<>(ENGINE),
                                new ServerFacts.There<>("23.11.5"),
                                OptionalLong.of(12))
                        .withKeeper(new ServerFacts.NotThere<>(Optional.empty())),
                number);
    }

    /** What the server has is learnt. */
    public void learn() {
        learnt(
                new ServerFacts(
                        new ServerFacts.There<>(ENGINE), new ServerFacts.There<>("23.11.5"), OptionalLong.of(12)),
                number);
    }

    private void learnt(ServerFacts facts, long which) {
        tell(new ConnectionState.Connected(which, "max-wgs", ME, facts));
    }

    public void lose() {
        tell(new ConnectionState.Lost("max-wgs", ME, false));
    }

    public void disconnect() {
        tell(new ConnectionState.None());
    }

    /** What was on its way meanwhile arrives before. */
    public void tell(ConnectionState state) {
        now = state;
        listeners.forEach(l -> l.accept(state));
        bench.settleUntil(() -> model.state().equals(state));
    }
}
