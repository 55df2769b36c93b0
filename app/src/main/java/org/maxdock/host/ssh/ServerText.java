package org.maxdock.host.ssh;

import java.util.Locale;

/**
 * Text that a server sent, made safe to show: no control characters, no turning of the direction of writing, not long.
 */
final class ServerText {

    private static final int LONGEST = 1000;
    private static final int MOST_LINES = 30;

    private ServerText() {}

    /** Line ends stay; other control and format characters are written as {@code \}{@code u001b}. */
    static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        int lines = 1;
        for (int i = 0; i < text.length() && shown.length() < LONGEST && lines <= MOST_LINES; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\n' && ++lines > MOST_LINES) {
                shown.append('…');
            } else if (c == '\t') {
                shown.append(' ');
            } else if (c == '\n' || isHarmless(c)) {
                shown.appendCodePoint(c);
            } else if (c != '\r') {
                shown.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        }
        return shown.length() < LONGEST
                ? shown.toString().strip()
                : shown.substring(0, LONGEST).strip() + "…";
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
