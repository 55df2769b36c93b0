package org.maxdock.host.shell;

/** Which start-up files are read before a script of ours, for what only they know, such as the site's DOCKER_HOST. */
public enum StartFiles {
    /** Those of a login shell: the site's and the user's (bash(1), INVOCATION). */
    LOGIN("exec \"$BASH\" -l -c %s"),
    /** The site's alone: for accounts whose own files end the shell or put another in its place. */
    SITE(". /etc/profile\nexec \"$BASH\" --norc -c %s");

    private final String line;

    StartFiles(String line) {
        this.line = line;
    }

    /** Bash that reads them and then runs a script, which is quoted here. */
    String then(String script) {
        return line.formatted(Shell.quote(script));
    }
}
