package org.maxdock.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the constructors of records ask of their values. {@code what} is how the user knows the value: the option or the
 * field that it is given by.
 */
public final class Valid {

    /** Enough for any name, path (Linux: 4,096 bytes), option or variable that people write. */
    public static final int LONG = 32_768;

    private static final int SHOWN = 60;

    private Valid() {}

    /** A value that cannot be absent. */
    public static <T> T present(String what, T value) {
        if (value == null) {
            throw new InvalidValue(TroubleKind.VALUE_MISSING, what);
        }
        return value;
    }

    /** A value that is empty where it is absent. */
    public static <T> Optional<T> optional(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }

    /** Any text that a command line can carry, line breaks too; empty where it is absent. */
    public static String text(String what, String value, int most) {
        String text = bounded(what, value, most);
        if (text.indexOf('\0') >= 0 || text.codePoints().anyMatch(Valid::isHalf)) {
            throw new InvalidValue(TroubleKind.VALUE_WITH_CONTROL, what, shown(text));
        }
        return text;
    }

    /** One line: text without control characters or any of Unicode's line breaks; empty where it is absent. */
    public static String line(String what, String value, int most) {
        String text = text(what, value, most);
        if (text.codePoints().anyMatch(Valid::isControl)) {
            throw new InvalidValue(TroubleKind.VALUE_WITH_CONTROL, what, shown(text));
        }
        return text;
    }

    /** One line of UTF-8: what SLURM, Docker's client and JSON can carry; empty where it is absent. */
    public static String utf8Line(String what, String value, int most) {
        String text = line(what, value, most);
        if (RawText.isRaw(text)) {
            throw new InvalidValue(TroubleKind.VALUE_WITH_CONTROL, what, shown(text));
        }
        return text;
    }

    /** What text that people copy has between its letters: soft hyphens, joiners of emoji, marks of a file's bytes. */
    private static final String BETWEEN = "\u00AD\u200B\u200C\u200D\u2060\uFEFF\uFE0E\uFE0F";

    /**
     * A name or an option that a person gives: one line of UTF-8 that looks like what it is, but for what text that is
     * copied has between its letters ({@link Printable}); empty where it is absent.
     */
    public static String name(String what, String value, int most) {
        String text = utf8Line(what, value, most);
        StringBuilder seen = new StringBuilder();
        text.codePoints().filter(c -> BETWEEN.indexOf(c) < 0).forEach(seen::appendCodePoint);
        if (Printable.hides(seen.toString())) {
            throw new InvalidValue(TroubleKind.VALUE_WITH_CONTROL, what, shown(text));
        }
        return text;
    }

    /** A text of whole characters, of any length: halves of them, and bytes that are none, no JSON can carry. */
    public static String unicode(String what, String text) {
        if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw new InvalidValue(TroubleKind.VALUE_WITH_CONTROL, what, shown(text));
        }
        return text;
    }

    /** A text of a grammar, whose pattern must be linear; empty where it is absent. */
    public static String matching(String what, String value, Pattern grammar, int most) {
        String text = utf8Line(what, value, most);
        if (!grammar.matcher(text).matches()) {
            throw new InvalidValue(TroubleKind.BAD_ARGUMENT, what, shown(text));
        }
        return text;
    }

    /** A list without holes; empty where it is absent. */
    public static <T> List<T> list(String what, List<T> list, int most) {
        if (list == null) {
            return List.of();
        }
        if (list.size() > most) {
            throw new InvalidValue(TroubleKind.VALUE_TOO_LONG, what, list.size(), most);
        }
        list.forEach(element -> present(what, element));
        return List.copyOf(list);
    }

    public static int number(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidValue(TroubleKind.VALUE_OUT_OF_RANGE, what, value, least, most);
        }
        return value;
    }

    /** A value as a sentence can show it: short, and in one line. */
    public static String shown(String value) {
        int length = value.codePointCount(0, value.length());
        return Printable.line(value, value.offsetByCodePoints(0, Math.min(length, SHOWN)));
    }

    private static String bounded(String what, String value, int most) {
        String text = value == null ? "" : value;
        if (text.length() > most) {
            throw new InvalidValue(TroubleKind.VALUE_TOO_LONG, what, text.length(), most);
        }
        return text;
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    }

    /** Half of a pair of surrogates, which is no character, and no byte either ({@link RawText}). */
    private static boolean isHalf(int c) {
        return Character.getType(c) == Character.SURROGATE && !RawText.isRaw(new String(Character.toChars(c)));
    }
}
