package org.maxdock.image.context;

/**
 * How far Docker looks whether a pattern is one: it asks Go's filepath.Match (https://pkg.go.dev/path/filepath#Match)
 * whether the pattern fits a single dot, and that looks no further than the first part between stars that does not.
 */
final class GlobSyntax {

    private static final int NO_UTF8 = 0xFFFD;

    private final String pattern;
    private int at;
    private boolean malformed;

    private GlobSyntax(String pattern) {
        this.pattern = pattern;
    }

    /** Whether Docker takes it for a pattern, at first. */
    static boolean accepts(String pattern) {
        GlobSyntax syntax = new GlobSyntax(pattern);
        boolean goesOn = syntax.part(); // after the dot there is nothing left for a second part to fit
        if (goesOn && !syntax.malformed) {
            syntax.part();
        }
        return !syntax.malformed;
    }

    /** Reads up to the next star outside of brackets; whether what it read fits a dot, and something follows. */
    private boolean part() {
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        int end = end();
        boolean dot = false;
        int elements = 0;
        while (at < end && !malformed) {
            dot = element(end);
            elements++;
        }
        return dot && elements == 1 && end < pattern.length();
    }

    private int end() {
        boolean inClass = false;
        int end = at;
        while (end < pattern.length() && (inClass || pattern.charAt(end) != '*')) {
            char c = pattern.charAt(end);
            inClass = c == '[' || inClass && c != ']';
            end += c == '\\' && end + 1 < pattern.length() ? 2 : 1;
        }
        return end;
    }

    /** Reads what stands for one character; whether a dot fits. */
    private boolean element(int end) {
        char c = pattern.charAt(at);
        if (c == '[') {
            at++;
            return members(end);
        }
        return c == '?' ? at++ >= 0 : character(end) == '.';
    }

    private boolean members(int end) {
        boolean negated = at < end && pattern.charAt(at) == '^';
        at += negated ? 1 : 0;
        boolean in = false;
        for (int members = 0; !malformed && (members == 0 || pattern.charAt(at) != ']'); members++) {
            int low = member(end);
            boolean range = at < end && pattern.charAt(at) == '-';
            at += range ? 1 : 0;
            int high = range ? member(end) : low;
            in |= low <= '.' && '.' <= high;
            malformed |= at >= end; // its bracket is missing
        }
        at++;
        return in != negated;
    }

    private int member(int end) {
        boolean none = at >= end || pattern.charAt(at) == '-' || pattern.charAt(at) == ']';
        int c = none ? NO_UTF8 : character(end);
        malformed |= c == NO_UTF8;
        return c;
    }

    private int character(int end) {
        at += pattern.charAt(at) == '\\' ? 1 : 0;
        if (at >= end) {
            malformed = true;
            return NO_UTF8;
        }
        int c = pattern.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }
}
