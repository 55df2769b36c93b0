package org.maxdock.operation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.maxdock.host.Cancellation;
import org.maxdock.operation.ConnectionState.Connected;
import org.maxdock.operation.ConnectionState.Lost;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * The one connection to a workgroup server, and the only owner of its state. Who needs it watches it; operations are
 * given it and fail with {@link TroubleKind#NOT_CONNECTED} where there is none. May be used from any thread; listeners
 * are called in the order of the changes, one at a time.
 */
public final class Connection implements AutoCloseable {

    private final Connections connector;
    private final List<Consumer<ConnectionState>> listeners = new CopyOnWriteArrayList<>();
    private final Object order = new Object();
    private ConnectionState state = new ConnectionState.None();
    private Server server;
    private Cancellation connecting = new Cancellation();
    private Optional<Path> key = Optional.empty();
    private EnginePlace place = new EnginePlace.OnServer();
    private long number;
    private long link;

    public Connection(Connections connector) {
        this.connector = connector;
    }

    public synchronized ConnectionState state() {
        return state;
    }

    /** Waits for such a state, at most so long; none where it did not come. */
    Optional<ConnectionState> await(Predicate<ConnectionState> such, Duration longest) throws Trouble {
        CompletableFuture<ConnectionState> found = new CompletableFuture<>();
        Consumer<ConnectionState> listener = now -> {
            if (such.test(now)) {
                found.complete(now);
            }
        };
        listeners.add(listener);
        try {
            listener.accept(state());
            return Optional.of(found.get(longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(e, TroubleKind.CANCELLED);
        } finally {
            listeners.remove(listener);
        }
    }

    /** Calls a listener with each new state, on the thread that brings it about. */
    public void onChange(Consumer<ConnectionState> listener) {
        listeners.add(listener);
    }

    /**
     * Connects, in the place of the connection there is; waits until that is done. What the server has is asked
     * afterwards, beside all else. An attempt that goes on already is cancelled.
     *
     * @param target {@code local}, or an SSH destination
     */
    public Connected connect(String target, Cancellation cancellation) throws Trouble {
        return connect(target, Optional.empty(), cancellation);
    }

    /**
     * The same.
     *
     * @param identity a private key to log in with, before those of the ssh configuration
     */
    public Connected connect(String target, Optional<Path> identity, Cancellation cancellation) throws Trouble {
        disconnect();
        Cancellation mine = new Cancellation();
        cancellation.onCancel(mine::cancel);
        Cancellation[] another = new Cancellation[1];
        change(was -> {
            another[0] = connecting;
            connecting = mine;
            key = identity;
            place = new EnginePlace.OnServer();
            return new ConnectionState.Connecting(target);
        });
        another[0].cancel();
        try {
            Server opened = connector.open(target, identity, mine);
            return connected(target, opened, mine);
        } catch (Trouble e) {
            boolean cancelled = mine.isCancelled() || e.kind() == TroubleKind.CANCELLED;
            ended(mine, cancelled ? new ConnectionState.None() : new ConnectionState.Failed(target, e));
            throw cancelled ? new Trouble(e, TroubleKind.CANCELLED) : e;
        } catch (RuntimeException | Error e) { // else it would be connecting for ever
            Trouble unexpected = new Trouble(e, TroubleKind.UNEXPECTED, e);
            ended(mine, new ConnectionState.Failed(target, unexpected));
            throw unexpected;
        }
    }

    /**
     * Makes a lost connection again, asking nobody anything; until then it stays lost.
     *
     * @return false where it is not lost any more
     */
    boolean reconnect(Lost which) throws Trouble {
        Cancellation mine = new Cancellation();
        Optional<Path> identity;
        synchronized (this) {
            if (!state.equals(which)) {
                return false;
            }
            connecting = mine;
            identity = key;
        }
        Server opened = connector.openWithoutQuestions(which.target(), identity, mine);
        workAsBefore(opened);
        connected(which.target(), opened, mine);
        return true;
    }

    /** A node that is the user's no more is no reason to stay without a connection. */
    private void workAsBefore(Server opened) {
        EnginePlace before;
        synchronized (this) {
            before = place;
        }
        if (before instanceof EnginePlace.OnServer) {
            return;
        }
        try {
            opened.workWith(before);
        } catch (Trouble | RuntimeException e) { // the state says then that it is the server's
            synchronized (this) {
                place = new EnginePlace.OnServer();
            }
            System.getLogger(Connection.class.getName())
                    .log(System.Logger.Level.INFO, "the engine that was worked with is gone", e);
        }
    }

    /** It cannot be made again without somebody's answer. */
    void needsAnswer(Lost which) {
        change(was -> was.equals(which) ? new Lost(which.target(), which.account(), true) : was);
    }

    /** An attempt came to nothing; of an earlier one nobody wants to know any more. */
    private void ended(Cancellation attempt, ConnectionState how) {
        change(was -> connecting == attempt && was instanceof ConnectionState.Connecting ? how : was);
    }

    /** Who disconnects meanwhile, or connects elsewhere, is the one who counts. */
    private Connected connected(String target, Server opened, Cancellation attempt) throws Trouble {
        Connected[] now = new Connected[1];
        change(was -> {
            if (attempt.isCancelled() || connecting != attempt) {
                return was;
            }
            server = opened;
            now[0] = new Connected(
                    ++number, ++link, target, opened.account(), opened.engineWhere(), ServerFacts.UNKNOWN);
            return now[0];
        });
        if (now[0] == null) {
            Thread.ofVirtual().start(opened::close);
            throw new Trouble(TroubleKind.CANCELLED);
        }
        opened.host().onLost(() -> lost(now[0]));
        return now[0];
    }

    private static boolean isOver(Connected which, ConnectionState is) {
        return is instanceof Connected now && now.link() == which.link();
    }

    private void lost(Connected which) {
        Server broken;
        synchronized (this) {
            if (!isOver(which, state)) {
                return;
            }
            broken = server;
            server = null;
        }
        change(was -> isOver(which, was) ? new Lost(which.target(), which.account(), false) : was);
        if (broken != null) {
            broken.close();
        }
    }

    /**
     * Asks what the server has, and how long a round trip takes; the state tells each answer as it comes. For who shows
     * it: nothing else needs it.
     */
    public void lookAround() throws Trouble {
        Connected which;
        Server opened;
        synchronized (this) {
            opened = server();
            which = state.connected().orElseThrow(() -> new Trouble(TroubleKind.NOT_CONNECTED));
        }
        Thread slurm = Thread.ofVirtual()
                .name("does it have SLURM")
                .start(() -> learnt(which, ServerFacts.UNKNOWN.withSlurm(slurm(opened))));
        learnt(which, ServerFacts.UNKNOWN.withEngine(engine(opened)));
        try {
            slurm.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(e, TroubleKind.CANCELLED);
        }
        learnt(which, ServerFacts.UNKNOWN.withKeeper(keeper(opened)));
        learnt(which, ServerFacts.UNKNOWN.withMillis(roundTrip(opened)));
    }

    private static ServerFacts.Answer<String> slurm(Server opened) {
        try {
            return opened.slurm()
                    .version()
                    .<ServerFacts.Answer<String>>map(ServerFacts.There::new)
                    .orElse(new ServerFacts.NotThere<>(Optional.empty()));
        } catch (Trouble e) {
            return new ServerFacts.NotThere<>(Optional.of(e));
        }
    }

    private static ServerFacts.Answer<String> keeper(Server opened) {
        try {
            return opened.terminals()
                    .keeper()
                    .<ServerFacts.Answer<String>>map(ServerFacts.There::new)
                    .orElse(new ServerFacts.NotThere<>(Optional.empty()));
        } catch (Trouble e) {
            return new ServerFacts.NotThere<>(Optional.of(e));
        }
    }

    private static ServerFacts.Answer<org.maxdock.engine.EngineInfo> engine(Server opened) {
        try {
            return new ServerFacts.There<>(opened.engine().info());
        } catch (Trouble e) {
            return new ServerFacts.NotThere<>(Optional.of(e));
        }
    }

    /** Connects beside the connection there is, tells what is there, and leaves it again. */
    public Connected probe(String target, Cancellation cancellation) throws Trouble {
        try (Server opened = connector.open(target, cancellation)) {
            ServerFacts facts = new ServerFacts(engine(opened), slurm(opened), roundTrip(opened));
            return new Connected(0, 0, target, opened.account(), opened.engineWhere(), facts);
        }
    }

    /** The shortest of three: the first ones wait for caches to fill. */
    private static OptionalLong roundTrip(Server opened) {
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            try {
                opened.trip();
            } catch (Trouble e) {
                System.getLogger(Connection.class.getName())
                        .log(System.Logger.Level.DEBUG, "no round trip to measure", e);
                return OptionalLong.empty();
            }
            shortest = Math.min(shortest, System.nanoTime() - start);
        }
        return OptionalLong.of(Math.max(1, TimeUnit.NANOSECONDS.toMillis(shortest)));
    }

    /** An answer is taken in only while the connection that it was asked over is there. */
    private void learnt(Connected which, ServerFacts facts) {
        change(was -> was instanceof Connected now && now.sameAs(which)
                ? now.with(now.facts().with(facts))
                : was);
    }

    /** @param to decides under the lock, and may change there what goes with the state */
    private void change(UnaryOperator<ConnectionState> to) {
        synchronized (order) {
            ConnectionState now;
            synchronized (this) {
                ConnectionState next = to.apply(state);
                if (next.equals(state)) {
                    return;
                }
                state = next;
                now = next;
            }
            listeners.forEach(l -> l.accept(now));
        }
    }

    /** Ends the connection, and the making of one. */
    public void disconnect() {
        Server[] open = new Server[1];
        Cancellation[] attempt = new Cancellation[1];
        change(was -> {
            open[0] = server;
            server = null;
            attempt[0] = connecting;
            connecting = new Cancellation();
            return new ConnectionState.None();
        });
        attempt[0].cancel();
        if (open[0] != null) {
            open[0].close();
        }
    }

    /** @throws Trouble where there is no connection */
    public synchronized Account account() throws Trouble {
        return server().account();
    }

    /**
     * Works from now on with the engine of that place, also after the connection was lost and made again, for as long
     * as it is there.
     *
     * @throws Trouble where it is a node that is not the user's, or one that does not answer; then nothing changes
     */
    public void workWith(EnginePlace where) throws Trouble {
        Server opened = server();
        opened.workWith(where);
        boolean[] taken = new boolean[1];
        change(was -> {
            if (server != opened || !(was instanceof Connected now)) {
                return was;
            }
            taken[0] = true;
            place = opened.engineWhere().place(); // the node by its job, since another may be taken later
            return new Connected(
                    ++number, now.link(), now.target(), now.account(), opened.engineWhere(), ServerFacts.UNKNOWN);
        });
        if (!taken[0]) {
            throw new Trouble(TroubleKind.CONNECTION_LOST, opened.host().name());
        }
    }

    /** For operations alone: what stands at the other end. */
    public synchronized Server server() throws Trouble {
        if (server == null) {
            throw new Trouble(TroubleKind.NOT_CONNECTED);
        }
        return server;
    }

    @Override
    public void close() {
        disconnect();
    }
}
