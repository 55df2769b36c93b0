package org.maxdock.host.ssh;

import org.maxdock.host.Running;
import org.maxdock.host.ScriptStarter;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Sees whether a session over a connection that is kept was refused (sshd_config(5), MaxSessions): OpenSSH's client
 * then ends with 255. That is no fault of start-up files, so no script is begun again without them.
 *
 * @param <R> a command or a terminal
 */
final class RefusedSession<R extends Running> implements ScriptStarter.Way<R> {

    private final String name;
    private final ScriptStarter.Way<R> way;
    private R last;

    RefusedSession(String name, ScriptStarter.Way<R> way) {
        this.name = name;
        this.way = way;
    }

    @Override
    public R start(String script) throws Trouble {
        if (happened()) {
            throw new Trouble(TroubleKind.TOO_MANY_SESSIONS, name, 0);
        }
        last = way.start(script);
        return last;
    }

    /** Whether what was started last never came to be; it has ended, or has been closed. */
    boolean happened() {
        try {
            return last != null && last.await() == Running.BROKEN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
