package org.maxdock.text;

import java.util.HexFormat;

/**
 * Text that others wrote, such as the name of somebody's job, so that it can be shown: what a terminal would obey and
 * what a reader would not see (control characters, changes of the writing direction, zero-width characters: Unicode's
 * general categories Cc, Cf, Zl and Zp, and its fillers) is written as JSON would, {@code \}{@code u001b}. What is JSON
 * already stays the same JSON.
 */
public final class Printable {

    /** No sentence has a longer part: a path has at most 4,096 bytes. */
    private static final int LONGEST_PART = 10_000;

    private static final String GOES_ON = "\n    ";

    private Printable() {}

    /** With its own line breaks and tabs. */
    public static String text(String text) {
        return shown(text, true);
    }

    /** In one line. */
    public static String line(String text) {
        return shown(text, false);
    }

    /** In one line, of at most so many characters of it. */
    public static String line(String text, int most) {
        return line(cut(text, most));
    }

    /** As a part of a sentence: where it has several lines, none of them can be taken for one of the program's own. */
    static String part(String text) {
        return text(cut(text, LONGEST_PART)).replace("\n", GOES_ON);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }

    private static String shown(String text, boolean lines) {
        if (text.codePoints().noneMatch(c -> isHidden(c, lines))) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isHidden(c, lines)) {
                for (char half : Character.toChars(c)) {
                    shown.append("\\u").append(HexFormat.of().toHexDigits(half));
                }
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    private static boolean isHidden(int c, boolean lines) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> !(lines && (c == '\n' || c == '\t'));
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            default -> isFiller(c);
        };
    }

    /** What is a letter or a mark by its category, and yet invisible (Unicode, Default_Ignorable_Code_Point). */
    private static boolean isFiller(int c) {
        return c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || (c >= 0x180B && c <= 0x180F)
                || c == 0x3164
                || c == 0xFFA0
                || (c >= 0xE0100 && c <= 0xE01EF);
    }
}
