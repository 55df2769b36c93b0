package org.maxdock.host.shell;

import java.util.Collection;
import java.util.stream.Collectors;
import org.maxdock.text.Printable;
import org.maxdock.text.RawText;

/** Quoting for POSIX shells: the only place where text becomes a word of a command line. */
public final class Shell {

    private static final String SAFE = "[A-Za-z0-9_@%+=:,./-]+";

    private Shell() {}

    /**
     * One word that bash, dash and zsh read back as exactly this text, whatever it holds: inside single quotes nothing
     * is special, and a single quote itself is written outside them. Bytes that are not UTF-8 ({@link RawText}) are
     * written as {@code $'\\377'}, which bash, zsh and ksh know, and POSIX since 2024.
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
        return RawText.isRaw(word) ? AnsiQuotes.write(word) : "'" + word.replace("'", "'\\''") + "'";
    }

    /**
     * The same for bash alone, and so that a reader sees all of it: nothing is in it that a terminal would obey or that
     * is not to be seen ({@link Printable}), and no carriage return, which sbatch takes for a file of Windows.
     */
    public static String quoteForBash(String word) {
        return Printable.hides(word) && word.indexOf('\0') < 0 ? AnsiQuotes.write(word) : quote(word);
    }

    /** The words, each quoted for bash, with spaces between. */
    public static String joinForBash(Collection<String> words) {
        return words.stream().map(Shell::quoteForBash).collect(Collectors.joining(" "));
    }

    /** The words, each quoted, with spaces between. */
    public static String join(Collection<String> words) {
        return words.stream().map(Shell::quote).collect(Collectors.joining(" "));
    }
}
