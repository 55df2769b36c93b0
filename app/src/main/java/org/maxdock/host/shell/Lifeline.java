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

    public static String around(String script) {
        return """
                exec 3<&0 4>&2 2>/dev/null # what this shell says of its jobs is for nobody
                set -m
                bash -c %s bash "$@" </dev/null 2>&4 3<&- 4>&- &
                child=$!
                exec 4>&-
                { cat <&3 >/dev/null; kill -TERM -- -$child
                  for ((n = 0; n < 50; n++)); do kill -0 -- -$child || break; sleep 0.2; done
                  kill -KILL -- -$child; } >/dev/null &
                watcher=$!
                disown $watcher
                set +m
                wait $child; rc=$?
                exec 3<&-
                kill -TERM -- -$child 2>/dev/null # what it left behind
                kill -KILL -- -$watcher 2>/dev/null
                exit $rc
                """.formatted(Shell.quote(UNREAD + script));
    }
}
