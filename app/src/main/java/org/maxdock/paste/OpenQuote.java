package org.maxdock.paste;

/** Which quote of a shell is open where a line ends: it hides the line's end, and what begins the next (sh(1), 2.2). */
final class OpenQuote {

    static final char NONE = 0;
    /** Of {@code $'…'}, in which a backslash hides the quote (bash(1), QUOTING). */
    private static final char ANSI = '$';

    private OpenQuote() {}

    /** The quote that is open after a line that begins in none; a comment opens none. */
    static char after(String line) {
        char open = NONE;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (open == NONE && c == '#' && (i == 0 || Character.isWhitespace(line.charAt(i - 1)))) {
                return NONE;
            }
            if (c == '\\' && open != '\'') {
                i++;
            } else if (open != NONE) {
                open = c == sign(open) ? NONE : open;
            } else if (c == '"') {
                open = c;
            } else if (c == '\'') {
                open = i > 0 && line.charAt(i - 1) == '$' ? ANSI : c;
            }
        }
        return open;
    }

    /** Where the quote that a line begins in is closed; -1 where it is not. */
    static int end(String line, char open) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && open != '\'') {
                i++;
            } else if (c == sign(open)) {
                return i;
            }
        }
        return -1;
    }

    /** The sign that closes it. */
    static char sign(char open) {
        return open == ANSI ? '\'' : open;
    }
}
