package org.maxdock.ui;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.maxdock.operation.Account;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ConnectionState;
import org.maxdock.operation.EnginePlace;
import org.maxdock.operation.EngineWhere;
import org.maxdock.operation.ServerFacts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.ConnectionModel;

/**
 * A connection that is there or not as a test says; what is at its other end are the operations, which tests stand in
 * for.
 */
public final class ModelConnection {

    private final Connection link = mock(Connection.class);
    private final List<Consumer<ConnectionState>> listeners = new ArrayList<>();
    private final ModelBench bench;
    private final ConnectionModel model;
    private long number;

    /** There is none at first. */
    public ModelConnection(ModelBench bench) {
        this.bench = bench;
        when(link.state()).thenReturn(new ConnectionState.None());
        doAnswer(call -> listeners.add(call.getArgument(0))).when(link).onChange(any());
        model = new ConnectionModel(link, bench.background(), bench.texts());
    }

    public ConnectionModel model() {
        return model;
    }

    public Connection link() {
        return link;
    }

    /** Another one, in the place of the one there is. */
    public void connect() {
        connectTo("server");
    }

    /** One to another server, in the place of the one there is. */
    public void connectTo(String host) {
        ServerFacts facts = new ServerFacts(new ServerFacts.Asked<>(), new ServerFacts.Asked<>(), OptionalLong.empty());
        become(new ConnectionState.Connected(++number, host, new Account("user", host), facts));
    }

    /** Another engine, over the same connection. */
    public void workWith(EnginePlace place, String host) {
        workWith(place, host, number + 1);
    }

    /** The same, over the connection of that number. */
    public void workWith(EnginePlace place, String host, long link) {
        become(new ConnectionState.Connected(
                ++number,
                link,
                "server",
                new Account("user", "server"),
                new EngineWhere(place, host),
                new ServerFacts(new ServerFacts.Asked<>(), new ServerFacts.Asked<>(), OptionalLong.empty())));
    }

    public void disconnect() {
        become(new ConnectionState.None());
    }

    public void lose() {
        become(new ConnectionState.Lost("server", new Account("user", "server"), false));
    }

    public void fail(Trouble why) {
        become(new ConnectionState.Failed("server", why));
    }

    private void become(ConnectionState state) {
        listeners.forEach(l -> l.accept(state));
        bench.settleUntil(() -> model.state().equals(state));
    }
}
