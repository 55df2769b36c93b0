package org.maxdock.image.context;

import java.util.ArrayList;
import java.util.List;

/** Reads the characters of a pattern; a backslash takes from the next one what it means. */
final class GlobReader {

    private static final String MEANT = "*?[\\";
    private static final int NO_UTF8 = 0xFFFD;

    private final String pattern;
    private int at;
    private boolean malformed;

    GlobReader(String pattern) {
        this.pattern = pattern;
    }

    boolean more() {
        return at < pattern.length() && !malformed;
    }

    /** Whether something was no pattern: a class without an end, without a member, or a range without one. */
    boolean isMalformed() {
        return malformed;
    }

    boolean take(String sign) {
        boolean there = pattern.startsWith(sign, at);
        at += there ? sign.length() : 0;
        return there;
    }

    /** Whether all that is left means itself. */
    boolean isPlain() {
        return pattern.chars().skip(at).noneMatch(c -> MEANT.indexOf(c) >= 0);
    }

    int character() {
        take("\\");
        if (at == pattern.length()) {
            malformed = true;
            return 0;
        }
        int c = pattern.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    /** The ranges of a class up to its bracket, each from and to. */
    int[] members() {
        List<Integer> ends = new ArrayList<>();
        while (more() && (ends.isEmpty() || !take("]"))) {
            int low = member();
            int high = take("-") ? member() : low;
            malformed |= low > high || at == pattern.length();
            ends.addAll(List.of(low, high));
        }
        malformed |= ends.isEmpty();
        return ends.stream().mapToInt(Integer::intValue).toArray();
    }

    private int member() {
        boolean none = at == pattern.length() || pattern.charAt(at) == '-' || pattern.charAt(at) == ']';
        int c = none ? NO_UTF8 : character();
        malformed |= c == NO_UTF8;
        return c;
    }
}
