package org.maxdock.host.ssh;

import com.jcraft.jsch.Session;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Notices a dead link: asks a silent server for a sign of life, and ends the connection when none comes (ssh_config(5),
 * ServerAliveInterval). Neither waits for the other, since on a dead link sending may take for ever.
 */
final class Liveness {

    /** A link is found dead within 15 s, and not later where the configuration names a longer time. */
    private static final Duration INTERVAL = Duration.ofMillis(4200);

    private static final Duration LOOK = Duration.ofMillis(500);

    private static final int COUNT = 3;

    private final Session session;
    private final Wire wire;
    private final long interval;
    private final long count;

    Liveness(Session session, Wire wire, SshConfig config) {
        this.session = session;
        this.wire = wire;
        Duration said = config.alive().multipliedBy(Math.max(1, config.aliveCount()));
        boolean asSaid = said.isPositive() && said.compareTo(INTERVAL.multipliedBy(COUNT)) < 0;
        this.interval = (asSaid ? config.alive() : INTERVAL).toMillis();
        this.count = asSaid ? Math.max(1, config.aliveCount()) : COUNT;
    }

    void watch() {
        Thread.ofVirtual().name("ssh: alive?").start(() -> {
            Thread asking = null;
            Patience patience = new Patience(System.nanoTime());
            while (session.isConnected()) {
                long silent = patience.waited(wire.silentMillis(), System.nanoTime());
                if (silent >= interval * count) {
                    wire.close();
                    return;
                }
                if (silent >= interval && (asking == null || !asking.isAlive())) {
                    asking = Thread.ofVirtual().name("ssh: alive!").start(this::ask);
                }
                LockSupport.parkNanos(Math.min(LOOK.toNanos(), TimeUnit.MILLISECONDS.toNanos(interval) / 2));
            }
        });
    }

    /**
     * How long it was waited: on a busy machine, where this program gets its turn late, no longer than it could listen;
     * where it stood still, as on a laptop that slept, that begins anew.
     */
    static final class Patience {

        private static final long MOST_MILLIS = 2 * LOOK.toMillis();
        private static final long STOOD_STILL_MILLIS = 20 * LOOK.toMillis();

        private long waited;
        private long looked;

        Patience(long nanos) {
            this.looked = nanos;
        }

        /**
         * @param silent milliseconds since something came
         * @param nanos of the system's clock, now
         */
        long waited(long silent, long nanos) {
            long more = TimeUnit.NANOSECONDS.toMillis(nanos - looked);
            looked = nanos;
            waited = more > STOOD_STILL_MILLIS ? 0 : Math.min(waited + Math.min(more, MOST_MILLIS), silent);
            return waited;
        }
    }

    private void ask() {
        try {
            session.sendKeepAliveMsg();
        } catch (Exception e) {
            System.getLogger(Liveness.class.getName()).log(System.Logger.Level.DEBUG, "not asked", e);
        }
    }
}
