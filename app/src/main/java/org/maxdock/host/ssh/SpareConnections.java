package org.maxdock.host.ssh;

import com.jcraft.jsch.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.maxdock.host.Cancellation;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Further connections to one server, opened when the first has no session left, and closed when they are not used.
 * Where the server lets nobody in without a question, it is not asked a second time: sites count failed logins.
 */
final class SpareConnections implements AutoCloseable {

    private static final Duration UNUSED = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(60);
    private static final int LOOK_MS = 100;

    private final AnotherConnection another;
    private final Function<Session, SshHost> host;
    private final Semaphore opening = new Semaphore(1);
    private final Cancellation closing = new Cancellation();
    private final List<SshHost> open = new ArrayList<>();
    private Optional<Long> notBefore = Optional.empty();

    SpareConnections(AnotherConnection another, Function<Session, SshHost> host) {
        this.another = another;
        this.host = host;
    }

    /**
     * One that has room for a session that stays; empty where none can be had without a question.
     *
     * @throws Trouble CANCELLED, also where the connection is closed meanwhile
     */
    Optional<SshHost> withRoom(Cancellation cancellation) throws Trouble {
        Cancellation mine = new Cancellation();
        cancellation.onCancel(mine::cancel);
        takeTurn(mine);
        try {
            mayGoOn(mine);
            Optional<SshHost> there = present();
            return there.isPresent() || !mayTry() ? there : made(mine);
        } finally {
            opening.release();
        }
    }

    private void takeTurn(Cancellation cancellation) throws Trouble {
        try {
            while (!opening.tryAcquire(LOOK_MS, TimeUnit.MILLISECONDS)) {
                mayGoOn(cancellation);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(e, TroubleKind.CANCELLED);
        }
    }

    private void mayGoOn(Cancellation cancellation) throws Trouble {
        if (cancellation.isCancelled() || closing.isCancelled()) {
            throw new Trouble(TroubleKind.CANCELLED);
        }
    }

    private synchronized Optional<SshHost> present() {
        closeUnseen(h -> !h.isOpen());
        Optional<SshHost> spare =
                open.stream().filter(h -> h.limit().hasRoomToKeep()).findFirst();
        spare.ifPresent(h -> h.limit().touch());
        return spare;
    }

    private synchronized boolean mayTry() {
        return notBefore.filter(time -> System.nanoTime() - time < 0).isEmpty();
    }

    private Optional<SshHost> made(Cancellation cancellation) throws Trouble {
        Optional<Session> session;
        closing.onCancel(cancellation::cancel);
        try {
            session = another.open(cancellation);
        } catch (Trouble e) {
            if (cancellation.isCancelled()) {
                throw new Trouble(e, TroubleKind.CANCELLED);
            }
            System.getLogger(SpareConnections.class.getName())
                    .log(System.Logger.Level.DEBUG, "no second connection without a question", e);
            notAgain(e.kind());
            return Optional.empty();
        }
        synchronized (this) {
            if (closing.isCancelled()) {
                session.ifPresent(Session::disconnect);
                throw new Trouble(TroubleKind.CANCELLED);
            }
            Optional<SshHost> spare = session.map(host);
            spare.ifPresent(open::add);
            return spare;
        }
    }

    /** Who is not let in now will not be later; what else failed may pass. */
    private synchronized void notAgain(TroubleKind why) {
        long pause = why == TroubleKind.AUTH_FAILED ? Long.MAX_VALUE / 2 : PAUSE.toNanos();
        notBefore = Optional.of(System.nanoTime() + pause);
    }

    /** Closes those that nothing has used for a while. */
    synchronized void closeIdle() {
        closeUnseen(h -> h.limit().isIdleFor(UNUSED));
    }

    /** To close one says something to its server, or to one on the way: nobody waits for that here. */
    private void closeUnseen(Predicate<SshHost> which) {
        taken(which).forEach(h -> Thread.ofVirtual().name("ssh: closing").start(h::close));
    }

    private synchronized List<SshHost> taken(Predicate<SshHost> which) {
        List<SshHost> taken = open.stream().filter(which).toList();
        open.removeAll(taken);
        return taken;
    }

    @Override
    public void close() {
        closing.cancel();
        taken(h -> true).forEach(SshHost::close);
    }
}
