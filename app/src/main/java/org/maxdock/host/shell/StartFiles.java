package org.maxdock.host.shell;

/** Which start-up files are read before a script of ours, for what only they know, such as the site's DOCKER_HOST. */
public enum StartFiles {
    /** Those of a login shell: the site's and the user's (bash(1), INVOCATION). */
    LOGIN("--noprofile -l", """
              if [[ -r /etc/profile ]]; then . /etc/profile || :; fi
              if [[ -r ~/.bash_profile && ! -d ~/.bash_profile ]]; then . ~/.bash_profile || :
              elif [[ -r ~/.bash_login && ! -d ~/.bash_login ]]; then . ~/.bash_login || :
              elif [[ -r ~/.profile && ! -d ~/.profile ]]; then . ~/.profile || :
              fi
            """),
    /** The site's alone: for accounts whose own files end the shell or put another in its place. */
    SITE("--norc", "  if [[ -r /etc/profile ]]; then . /etc/profile || :; fi\n");

    /**
     * They get no input, and may turn their own input and outputs elsewhere: afterwards these are what they were.
     * Meanwhile bash holds them where no program has them that is started, an ssh-agent say, which would hold them open
     * as long as it runs.
     */
    private static final String APART = "{\n%s} </dev/null 7>&1 1>&7 8>&2 2>&8 7>&- 8>&-\n";

    private final String options;
    private final String files;

    StartFiles(String options, String files) {
        this.options = options;
        this.files = files;
    }

    /** Bash that reads them and then runs a script, which is quoted here. */
    String then(String script) {
        return "exec \"$BASH\" " + options + " -c " + Shell.quote(APART.formatted(files) + script);
    }
}
