package org.maxdock.ui.shared;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maxdock.operation.Account;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ConnectionState;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * The connection as the window shows it: a copy of its state for the window's thread, and what can be done about it.
 */
public final class ConnectionModel {

    /** What all places share. */
    private static final class Desk {
        private Consumer<String> onConnected = where -> {};
        private BooleanSupplier mayLeave = () -> true;
        private Activity attempt;
        /** The private key of the latest attempt. */
        private Optional<Path> latestKey = Optional.empty();
    }

    private final Connection connection;
    private final Background background;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<ConnectionState> state;
    private final StringProperty target;
    private final StringProperty key;
    private final BooleanBinding connected;
    private final BooleanBinding connecting;
    private final Desk desk;

    public ConnectionModel(Connection connection, Background background, Texts texts) {
        this.connection = connection;
        this.background = background;
        this.texts = texts;
        this.target = new SimpleStringProperty("");
        this.key = new SimpleStringProperty("");
        this.desk = new Desk();
        target.addListener((o, was, is) -> server().mended());
        key.addListener((o, was, is) -> server().mended());
        this.state = new ReadOnlyObjectWrapper<>(connection.state());
        this.connected =
                Bindings.createBooleanBinding(() -> state.get().connected().isPresent(), state);
        this.connecting = Bindings.createBooleanBinding(() -> state.get() instanceof ConnectionState.Connecting, state);
        connection.onChange(now -> background.window().execute(() -> state.set(now)));
        state.addListener(
                (o, was, is) -> is.connected().filter(now -> !was.sameAs(now)).ifPresent(this::arrived));
    }

    private ConnectionModel(ConnectionModel same, Background background) {
        this.connection = same.connection;
        this.background = background;
        this.texts = same.texts;
        this.state = same.state;
        this.target = same.target;
        this.key = same.key;
        this.connected = same.connected;
        this.connecting = same.connecting;
        this.desk = same.desk;
    }

    /** The same connection, where what goes wrong over it is told in a place. */
    public ConnectionModel at(Place told) {
        return new ConnectionModel(this, background.at(told));
    }

    private void arrived(ConnectionState.Connected there) {
        desk.onConnected.accept(there.target());
        background.whenIdle(() -> background.glance(
                a -> {
                    connection.lookAround();
                    return there;
                },
                known -> {}));
    }

    public ReadOnlyObjectProperty<ConnectionState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ConnectionState state() {
        return state.get();
    }

    /** Whether there is one. */
    public BooleanBinding connected() {
        return connected;
    }

    public BooleanBinding connecting() {
        return connecting;
    }

    /** Who the user is on the server; empty without a connection. */
    public Optional<Account> account() {
        return state.get().connected().map(ConnectionState.Connected::account);
    }

    /** The machine whose engine is worked with; empty without a connection. */
    public String engineHost() {
        return state.get().connected().map(c -> c.engine().host()).orElse("");
    }

    /**
     * Calls a listener each time that another connection is there, or another engine, or none any more, but not when
     * more is learnt of the same server.
     */
    public void onOther(Runnable listener) {
        state.addListener((o, was, is) -> {
            if (!was.sameAs(is)
                    && (was.connected().isPresent() || is.connected().isPresent())) {
                listener.run();
            }
        });
    }

    /** Another number for each connection, whichever engine is worked with; 0 for none. */
    public long link() {
        return state.get().connected().map(ConnectionState.Connected::link).orElse(0L);
    }

    /** For questions: a number that is another one for each connection and each engine; 0 for none. */
    public long number() {
        return state.get().connected().map(ConnectionState.Connected::number).orElse(0L);
    }

    /** Where one would connect: what is written in the field. */
    public StringProperty targetProperty() {
        return target;
    }

    /** The private key to log in with, as a path; blank for those of the ssh configuration. */
    public StringProperty keyProperty() {
        return key;
    }

    private Optional<Path> key() {
        String home = System.getProperty("user.home");
        return Optional.of(key.get().strip())
                .filter(k -> !k.isEmpty())
                .map(k -> Path.of(k.startsWith("~/") ? home + k.substring(1) : k));
    }

    /** Called with where it leads, each time that a connection is made. */
    public void onConnected(Consumer<String> listener) {
        desk.onConnected = listener;
    }

    /** Asked before the connection there is goes because somebody wants that: whether it may. */
    public void onLeaving(BooleanSupplier asked) {
        desk.mayLeave = asked;
    }

    /** What is wrong now, in its places. */
    public Troubles troubles() {
        return background.troubles();
    }

    private Background server() {
        return background.at(Place.SERVER);
    }

    private boolean stays() {
        return connected.get() && !desk.mayLeave.getAsBoolean();
    }

    /** Connects, in the place of the connection there is, if that may go; an attempt that goes on already goes on. */
    public void connect(String where) {
        connect(where.strip(), key(), target::set);
    }

    private void connect(String to, Optional<Path> with, Consumer<String> begun) {
        if (to.isEmpty() || connecting.get() || desk.attempt != null || stays()) {
            return;
        }
        begun.accept(to);
        desk.latestKey = with;
        desk.attempt = server().run(
                        texts.get("ui.work.connect", to),
                        activity -> connection.connect(to, with, activity.cancellation()),
                        made -> desk.attempt = null,
                        trouble -> {
                            desk.attempt = null;
                            if (trouble.kind() != TroubleKind.CANCELLED) {
                                server().trouble(trouble);
                            }
                        });
    }

    /** Connects beside the connection there is, tells what is there, and leaves it again. */
    public void probe(String where, Consumer<ConnectionState.Connected> then) {
        background.run(
                texts.get("ui.work.probe", where),
                activity -> connection.probe(where.strip(), activity.cancellation()),
                then);
    }

    public void cancelConnecting() {
        if (desk.attempt != null) {
            desk.attempt.cancel();
        }
    }

    /** Connects to where the connection leads or led, or could not be made, with its key; else to the field's. */
    public void reconnect() {
        String led = state.get().target();
        if (led.isEmpty()) {
            connect(target.get());
        } else {
            connect(led, desk.latestKey, to -> {});
        }
    }

    /** Disconnects, if the connection may go. */
    public void disconnect() {
        if (!stays()) {
            close();
        }
    }

    /** Disconnects, whatever ends by it. */
    public void close() {
        cancelConnecting();
        Thread.ofVirtual().name("disconnect").start(connection::disconnect);
    }

    /** Runs an operation with the connection, if there is one; else says that there is none. */
    public <T> Optional<Activity> run(String title, Background.Operation<T> operation, Consumer<T> then) {
        return run(title, operation, then, background::trouble);
    }

    public <T> Optional<Activity> run(
            String title, Background.Operation<T> operation, Consumer<T> then, Consumer<Trouble> failed) {
        if (!connected.get()) {
            failed.accept(new Trouble(TroubleKind.NOT_CONNECTED));
            return Optional.empty();
        }
        return Optional.of(background.run(title, operation, then, failed));
    }
}
