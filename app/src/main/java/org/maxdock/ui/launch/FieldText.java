package org.maxdock.ui.launch;

import java.util.Arrays;
import java.util.List;

/** What a text field gives back as it was given: it strips blanks at the ends, and has no control characters. */
final class FieldText {

    private FieldText() {}

    static boolean holds(String value) {
        return !value.isEmpty()
                && value.equals(value.strip())
                && value.codePoints().noneMatch(Character::isISOControl);
    }

    /** The same as one of several words with blanks between. */
    static boolean holdsWord(String value) {
        return holds(value) && words(value).equals(List.of(value));
    }

    /** The words of a field that holds several. */
    static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(w -> !w.isEmpty())
                .toList();
    }

    /** A text as a field can show it: what ends a line there would be lost without a sign. */
    static String shown(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
