package org.maxdock.operation;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.maxdock.operation.ConnectionState.Lost;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Makes a connection that was lost again by itself: soon at first, then with pauses that grow to a minute, for as long
 * as the server cannot be reached. Where somebody has to be asked something it stops, and the state says so.
 */
public final class Reconnecting {

    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofMinutes(1);

    /** What passes when a network is back, a laptop awake or a server up. */
    private static final Set<TroubleKind> PASSING = EnumSet.of(
            TroubleKind.HOST_UNKNOWN,
            TroubleKind.HOST_UNREACHABLE,
            TroubleKind.HOST_SILENT,
            TroubleKind.CONNECT_FAILED,
            TroubleKind.CONNECTION_LOST,
            TroubleKind.NO_SSH_SERVER,
            TroubleKind.JUMP_REFUSED,
            TroubleKind.PROXY_COMMAND_FAILED,
            TroubleKind.LOGIN_SHELL_SILENT);

    /** Does something after a while. */
    interface Later {
        void after(Duration pause, Runnable action);
    }

    private final Connection connection;
    private final Later later;
    private final AtomicLong losses = new AtomicLong();

    private Reconnecting(Connection connection, Later later) {
        this.connection = connection;
        this.later = later;
    }

    /** Looks after a connection from now on. */
    public static void of(Connection connection) {
        of(
                connection,
                (pause, action) -> CompletableFuture.delayedExecutor(
                                pause.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                        .execute(action));
    }

    static void of(Connection connection, Later later) {
        Reconnecting reconnecting = new Reconnecting(connection, later);
        connection.onChange(reconnecting::changed);
    }

    private void changed(ConnectionState now) {
        if (now instanceof Lost lost && !lost.asks()) {
            tryAfter(FIRST, lost, losses.incrementAndGet());
        }
    }

    /** @param loss which one it is: two of the same server look alike */
    private void tryAfter(Duration pause, Lost lost, long loss) {
        later.after(pause, () -> attempt(lost, pause, loss));
    }

    private void attempt(Lost lost, Duration waited, long loss) {
        if (losses.get() != loss) {
            return;
        }
        try {
            connection.reconnect(lost);
        } catch (Trouble e) {
            if (PASSING.contains(e.kind())) {
                Duration next = waited.multipliedBy(2);
                tryAfter(next.compareTo(LONGEST) > 0 ? LONGEST : next, lost, loss);
            } else if (losses.get() == loss) { // cancelled, too: who connects elsewhere has another state
                givesUp(lost, e);
            }
        } catch (RuntimeException e) {
            givesUp(lost, e);
        }
    }

    private void givesUp(Lost lost, Exception why) {
        System.getLogger(Reconnecting.class.getName())
                .log(System.Logger.Level.INFO, "not made again without somebody", why);
        connection.needsAnswer(lost);
    }
}
