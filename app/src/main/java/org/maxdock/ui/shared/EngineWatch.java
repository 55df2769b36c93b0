package org.maxdock.ui.shared;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.maxdock.engine.EngineEvent;
import org.maxdock.host.Cancellation;
import org.maxdock.operation.ConnectionState;
import org.maxdock.operation.ContainerOperations;
import org.maxdock.text.Trouble;

/**
 * Tells that the engine's images or containers have changed, whoever changed them, as long as there is a connection.
 * What happens at once is told once. On the FX thread.
 */
public final class EngineWatch {

    private static final Duration TOGETHER = Duration.ofMillis(700);
    private static final Duration AGAIN = Duration.ofSeconds(15);

    private final Background background;
    private final ContainerOperations containers;
    private final List<Consumer<EngineEvent.Listed>> listeners = new ArrayList<>();
    private final Set<EngineEvent.Listed> changed = EnumSet.noneOf(EngineEvent.Listed.class);
    private final Delay together;
    private final Delay again;
    private Cancellation listening = new Cancellation();
    private long heard;

    public EngineWatch(ConnectionModel connection, Background background, ContainerOperations containers) {
        this.background = background;
        this.containers = containers;
        this.together = new Delay(TOGETHER, background.window(), this::tell);
        this.again = new Delay(AGAIN, background.window(), this::listen);
        connection.stateProperty().addListener((o, was, is) -> follow(is));
    }

    /** Listens once for each connection to an engine. */
    private void follow(ConnectionState state) {
        long number = state.connected()
                .filter(c -> c.facts().engine().value().isPresent())
                .map(ConnectionState.Connected::number)
                .orElse(0L);
        if (number == heard) {
            return;
        }
        heard = number;
        Cancellation before = listening;
        listening = new Cancellation();
        Thread.ofVirtual().name("stop listening").start(before::cancel); // it closes a stream
        again.stop();
        together.stop();
        changed.clear();
        if (heard != 0) {
            listen();
        }
    }

    /** Calls a listener with each list that reads otherwise now. */
    public void onChange(Consumer<EngineEvent.Listed> listener) {
        listeners.add(listener);
    }

    private void listen() {
        Cancellation mine = new Cancellation();
        listening = mine;
        background.quietly(
                a -> {
                    containers.events(
                            event -> event.changes()
                                    .ifPresent(list -> background.window().execute(() -> happened(mine, list))),
                            mine);
                    return mine;
                },
                this::ended,
                trouble -> refused(mine, trouble));
    }

    private void happened(Cancellation heardBy, EngineEvent.Listed list) {
        if (heardBy == listening) {
            changed.add(list);
            together.begin();
        }
    }

    private void tell() {
        List<EngineEvent.Listed> all = List.copyOf(changed);
        changed.clear();
        for (EngineEvent.Listed list : all) {
            listeners.forEach(l -> l.accept(list));
        }
    }

    /** The engine may have been started anew, which ends what it tells. */
    private void ended(Cancellation mine) {
        if (mine == listening) {
            again.begin();
        }
    }

    /** Without it, pages are read when they come into view. */
    private void refused(Cancellation mine, Trouble trouble) {
        System.getLogger(EngineWatch.class.getName())
                .log(System.Logger.Level.DEBUG, "the engine tells nothing", trouble);
        ended(mine);
    }
}
