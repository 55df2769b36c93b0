package org.maxdock.host.shell;

/**
 * Ends a command with its connection. sshd leaves a command without a terminal running when the connection breaks; what
 * does end then is its standard input. So a watcher holds that, and ends the command's process group when it closes; it
 * has ten seconds to clear up, which a busy server may take. What it then says has no reader: a shell that died of that
 * would clear up nothing.
 */
public final class Lifeline {

    private Lifeline() {}

    /** For the command's own shell; what it starts dies of a broken pipe as ever. */
    private static final String UNREAD = "trap 'trap \"\" PIPE; exit 141' PIPE\n";

    /** @param bash what runs it, such as one that takes no functions from the environment */
    public static String around(String script, String bash) {
        return """
                exec 3<&0 4>&2 2>/dev/null # what this shell says of its jobs is for nobody
                end_all() { # of the command: asked first, so that it can clear up
                  kill -TERM -- -$child || return 0
                  for ((n = 0; n < 50; n++)); do sleep 0.2; kill -0 -- -$child || return 0; done
                  kill -KILL -- -$child
                }
                set -m
                %s -c %s bash "$@" </dev/null 2>&4 3<&- 4>&- &
                child=$!
                exec 4>&-
                { cat <&3; end_all; } >/dev/null &
                watcher=$!
                disown $watcher
                set +m
                wait $child; rc=$?
                exec 3<&-
                kill -KILL -- -$watcher
                if kill -0 -- -$child; then end_all </dev/null >/dev/null & fi # what it left behind
                exit $rc
                """.formatted(bash, Shell.quote(UNREAD + script));
    }
}
