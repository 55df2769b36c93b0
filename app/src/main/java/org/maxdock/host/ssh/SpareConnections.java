package org.maxdock.host.ssh;

import com.jcraft.jsch.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.maxdock.text.Trouble;

/** Further connections to one server, opened when the first has no session left, and closed when they are not used. */
final class SpareConnections implements AutoCloseable {

    private static final Duration UNUSED = Duration.ofSeconds(30);

    private final AnotherConnection another;
    private final Function<Session, SshHost> host;
    private final List<SshHost> open = new ArrayList<>();
    private boolean closed;

    SpareConnections(AnotherConnection another, Function<Session, SshHost> host) {
        this.another = another;
        this.host = host;
    }

    /** One that has room for a session that stays; empty where none can be had without a question. */
    synchronized Optional<SshHost> withRoom() throws Trouble {
        open.removeIf(h -> !h.isOpen());
        Optional<SshHost> spare =
                open.stream().filter(h -> h.limit().hasRoomToKeep()).findFirst();
        if (spare.isEmpty() && !closed) {
            spare = another.open().map(host);
            spare.ifPresent(open::add);
        }
        spare.ifPresent(h -> h.limit().touch());
        return spare;
    }

    /** Closes those that nothing has used for a while. */
    synchronized void closeIdle() {
        open.removeIf(h -> {
            boolean idle = h.limit().isIdleFor(UNUSED);
            if (idle) {
                h.close();
            }
            return idle;
        });
    }

    @Override
    public synchronized void close() {
        closed = true;
        open.forEach(SshHost::close);
        open.clear();
    }
}
