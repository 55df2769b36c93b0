package org.maxdock.host;

import java.util.Collection;
import java.util.stream.Collectors;

/** Quoting for POSIX shells: the only place where text becomes a word of a command line. */
public final class Shell {

    private static final String SAFE = "[A-Za-z0-9_@%+=:,./-]+";

    private Shell() {
    }

    /**
     * One word that bash, dash and zsh read back as exactly this text, whatever it holds: inside single quotes nothing is
     * special, and a single quote itself is written outside them.
     *
     * @throws IllegalArgumentException for a NUL, which no command line can carry
     */
    public static String quote(String word) {
        if (word.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a word of a command line cannot hold a NUL");
        }
        if (word.matches(SAFE)) {
            return word;
        }
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** The words, each quoted, with spaces between. */
    public static String join(Collection<String> words) {
        return words.stream().map(Shell::quote).collect(Collectors.joining(" "));
    }
}
