package org.maxdock.host.shell;

import java.util.Optional;

/** Which start-up files are read before a script of ours, for what only they know, such as the site's DOCKER_HOST. */
public enum StartFiles {
    /** Those of a login shell: the site's and the user's (bash(1), INVOCATION). */
    LOGIN("--noprofile -l", Text.SITE + """
              if [[ -r ~/.bash_profile && ! -d ~/.bash_profile ]]; then . ~/.bash_profile || :
              elif [[ -r ~/.bash_login && ! -d ~/.bash_login ]]; then . ~/.bash_login || :
              elif [[ -r ~/.profile && ! -d ~/.profile ]]; then . ~/.profile || :
              fi
            """),
    /** The site's alone: for accounts whose own files end the shell or put another in its place. */
    SITE("--norc", Text.SITE),
    /** The site's where they, too, never come to the script, for what they print about that. */
    SITE_HEARD("--norc", Text.SITE);

    private static final class Text {
        static final String SITE = "  if [[ -r /etc/profile ]]; then . /etc/profile || :; fi\n";
    }

    /**
     * They get no input, and may turn their own input and outputs elsewhere: afterwards these are what they were.
     * Meanwhile bash holds them where no program has them that is started; its own subshells do.
     */
    private static final String HEARD = "-c \"{\n$1} </dev/null 7>&1 1>&7 8>&2 2>&8 7>&- 8>&-\n$2\"";

    /**
     * A process that holds input and outputs until the shell ends or has them back. What start-up files leave running,
     * a watcher's loop or an agent, could keep them open as long as it runs, and who reads them would wait for that. It
     * turns none of them elsewhere, not for a moment: the shell might take them then.
     */
    private static final String HOLDER = """
            { while [[ -d /proc/$$ ]]; do /usr/bin/env sleep 0.1 </dev/null >/dev/null 2>&1; done; } <&0 &
            """;

    /** Whether they can be opened a second time (proc(5), /proc/pid/fd): not where they are sockets. */
    private static final String OPEN_ANEW = "{ : </proc/$!/fd/0 >>/proc/$!/fd/1 2>>/proc/$!/fd/2; } 2>/dev/null";

    private static final String UNHEARD = """
            -c "$1
            \\\\exec </proc/$!/fd/0 >>/proc/$!/fd/1 2>>/proc/$!/fd/2
            \\\\builtin kill -KILL $!
            $2" </dev/null >/dev/null 2>&1""";

    /** What they ignore would be ignored by the script and all that it starts, which then clears up nothing. */
    private static final String SIGNALS = "\\trap - HUP INT QUIT PIPE ALRM TERM USR1 USR2\n";

    private final String options;
    private final String files;

    StartFiles(String options, String files) {
        this.options = options;
        this.files = files;
    }

    /** Which are read where these never come to the script; empty where nothing is left to try. */
    public Optional<StartFiles> instead() {
        return switch (this) {
            case LOGIN -> Optional.of(SITE);
            case SITE -> Optional.of(SITE_HEARD);
            case SITE_HEARD -> Optional.empty();
        };
    }

    /**
     * Bash that reads them and then runs a script, which is quoted here.
     *
     * @param terminal whether its outputs are one, which ends for all that hold it
     */
    String then(String script, boolean terminal) {
        String given = "set -- " + Shell.quote(files) + " " + Shell.quote(SIGNALS + script) + "\n";
        String bash = "exec \"$BASH\" " + options + " ";
        boolean heard = terminal || this == SITE_HEARD;
        String unheard = HOLDER + "if " + OPEN_ANEW + "; then\n" + bash + UNHEARD + "\nfi\nkill -KILL $!\n";
        return given + (heard ? "" : unheard) + bash + HEARD;
    }
}
