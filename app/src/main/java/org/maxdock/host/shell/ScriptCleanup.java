package org.maxdock.host.shell;

/**
 * What a script clears up whatever ends it, but kill -9. Its signals do that themselves: bash leaves the rest of the
 * trap of EXIT undone where a signal's trap exits meanwhile, and two come at once when a connection ends, of a broken
 * pipe and from who watches.
 */
public final class ScriptCleanup {

    /** Docker's client, that waits no longer than that for an engine that does not answer: then it ends with 124. */
    public static final String ASK = "timeout -k 1 20 docker";

    /**
     * The same for what takes longer. With the volumes that it alone had: a container that is being removed already
     * does not take them itself.
     */
    public static final String REMOVE = "timeout -k 1 30 docker rm --force --volumes";

    private ScriptCleanup() {}

    /**
     * A line of bash that removes a container, or tries to for half a minute. Docker's client dies of SIGTERM even
     * where its parent ignores that, and of SIGQUIT with 2, as programs in Go do (os/signal: of the signals that a
     * parent may ignore only SIGHUP and SIGINT stay ignored); then it is asked again, a few times, but not where it had
     * that time.
     *
     * @param name as a word of bash
     */
    public static String container(String name) {
        return "n=$SECONDS; for _ in 1 2 3 4 5; do " + REMOVE + " " + name
                + " >/dev/null 2>&1 || [ $? -lt 2 ] || ((SECONDS > n + 29)) || continue; break; done\n";
    }

    /**
     * Lines of bash that have it clear up from then on; {@code commands} are whole lines, none of which may end a
     * script by failing.
     */
    public static String up(String commands) {
        return """
                # called by each signal itself: one that comes while the trap of EXIT begins would end that half done
                tidy() {
                  trap '' TERM HUP INT PIPE ERR; set +e
                %s  trap - EXIT
                }
                trap tidy EXIT
                trap 'tidy; exit 143' TERM
                trap 'tidy; exit 129' HUP
                trap 'tidy; exit 130' INT
                """.formatted(commands.indent(2));
    }
}
