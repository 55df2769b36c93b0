package org.maxdock.image.context;

/**
 * Whether Docker's client refuses a pattern: it has Go's filepath.Match hold it against ".", which looks at what is
 * between two stars only when all before it has matched, and refuses a class that is not closed, is empty, or has a
 * range without an end.
 */
final class PatternCheck {

    private final String pattern;
    private int at;
    private boolean bad;

    private PatternCheck(String pattern) {
        this.pattern = pattern;
    }

    static boolean refuses(String pattern) {
        return new PatternCheck(pattern).refuses();
    }

    private boolean refuses() {
        boolean dotIsLeft = true;
        while (at < pattern.length()) {
            while (at < pattern.length() && pattern.charAt(at) == '*') {
                at++;
            }
            int elements = 0;
            boolean matches = dotIsLeft;
            while (at < pattern.length() && pattern.charAt(at) != '*' && !bad) {
                matches &= element() && elements == 0;
                elements++;
            }
            if (bad || (elements > 0 && !matches)) {
                return bad;
            }
            dotIsLeft &= elements == 0;
        }
        return false;
    }

    /** Reads one element; returns whether it matches a dot. */
    private boolean element() {
        if (pattern.charAt(at) == '[') {
            at++;
            return characterClass();
        }
        if (pattern.charAt(at) == '\\') {
            at++;
        } else if (pattern.charAt(at) == '?') {
            at++;
            return true;
        }
        if (at == pattern.length()) {
            bad = true;
            return false;
        }
        return next() == '.';
    }

    private boolean characterClass() {
        boolean negated = at < pattern.length() && pattern.charAt(at) == '^';
        at += negated ? 1 : 0;
        boolean has = false;
        for (int ranges = 0; !(at < pattern.length() && pattern.charAt(at) == ']' && ranges > 0); ranges++) {
            int low = member();
            int high = low;
            if (!bad && pattern.charAt(at) == '-') {
                at++;
                high = member();
            }
            if (bad) {
                return false;
            }
            has |= low <= '.' && '.' <= high;
        }
        at++;
        return has != negated;
    }

    private int member() {
        bad = at >= pattern.length() || pattern.charAt(at) == '-' || pattern.charAt(at) == ']';
        if (!bad && pattern.charAt(at) == '\\') {
            at++;
            bad = at == pattern.length();
        }
        int member = bad ? 0 : next();
        bad |= member == '\uFFFD' || at >= pattern.length(); // a byte that is no UTF-8, or a class without an end
        return member;
    }

    private int next() {
        int codePoint = pattern.codePointAt(at);
        at += Character.charCount(codePoint);
        return codePoint;
    }
}
