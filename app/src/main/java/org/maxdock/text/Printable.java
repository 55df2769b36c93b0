package org.maxdock.text;

import java.util.HexFormat;

/**
 * Text that others wrote, such as the name of somebody's job, so that it can be shown: what a terminal would obey and
 * what a reader would not see (control characters, changes of the writing direction, zero-width characters: Unicode's
 * general categories Cc, Cf, Zl and Zp, and {@link InvisibleCharacters}) is written as JSON would,
 * {@code \}{@code u001b}. What is JSON already stays the same JSON.
 */
public final class Printable {

    /** No sentence has a longer part: a path has at most 4,096 bytes. */
    private static final int LONGEST_PART = 10_000;

    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int KEY = 0x20E3;

    private static final String GOES_ON = "\n    ";

    private Printable() {}

    /** With its own line breaks and tabs. */
    public static String text(String text) {
        return shown(text, true);
    }

    /** In one line, of which nobody reads more than a few thousand characters: what is longer is cut. */
    public static String line(String text) {
        return line(text, LONGEST_PART);
    }

    /** In one line, of at most so many characters of it. */
    public static String line(String text, int most) {
        return shown(cut(text, most), false);
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

    /**
     * Whether something of a text would be written otherwise: what a terminal would obey or a reader would not see,
     * beside line breaks and tabs.
     */
    public static boolean hides(String text) {
        return !text(text).equals(text);
    }

    private static String shown(String text, boolean lines) {
        int[] points = text.codePoints().toArray();
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < points.length; i++) {
            if (isHidden(points, i, lines)) {
                for (char half : Character.toChars(points[i])) {
                    shown.append("\\u").append(HexFormat.of().toHexDigits(half));
                }
            } else {
                shown.appendCodePoint(points[i]);
            }
        }
        return shown.toString();
    }

    private static boolean isHidden(int[] points, int at, boolean lines) {
        int c = points[at];
        return switch (Character.getType(c)) {
            case Character.CONTROL -> !(lines && (c == '\n' || c == '\t'));
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            default -> InvisibleCharacters.contains(c) && !isEmojiStyle(points, at);
        };
    }

    /**
     * An emoji may be followed by what says that it is one; a digit, # and * only as a key (Unicode, UTS 51, 1.4.3).
     */
    private static boolean isEmojiStyle(int[] points, int at) {
        return points[at] == EMOJI_STYLE
                && at > 0
                && Character.isEmoji(points[at - 1])
                && (points[at - 1] > '9' || at + 1 < points.length && points[at + 1] == KEY);
    }
}
