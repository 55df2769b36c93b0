package org.maxdock.image.context;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * A pattern of a .dockerignore as Docker's clients make a regular expression of it (github.com/moby/patternmatcher):
 * classes, what follows a backslash, and ^ mean in it what they mean in regular expressions (RE2), and not what is
 * documented.
 */
final class RegexPattern implements PathPattern {

    private static final String ESCAPED = ".+()|{}$";
    private static final String FOLDERS = "(.*/)?";

    private static final String BELOW = "(?:/(?s:.)*)?";

    private final Pattern whole;
    private final Pattern orFolder;

    private RegexPattern(Pattern whole, Pattern orFolder) {
        this.whole = whole;
        this.orFolder = orFolder;
    }

    /** Whether there is something in it that only a regular expression does as Docker does. */
    static boolean isOne(String pattern) {
        return pattern.indexOf('[') >= 0
                || pattern.indexOf(']') >= 0
                || pattern.indexOf('\\') >= 0
                || isMade(pattern) && pattern.indexOf('^') >= 0;
    }

    /** Whether Docker makes a regular expression of it; else it looks at how a path begins or ends, or at all of it. */
    static boolean isMade(String pattern) {
        return pattern.indexOf('?') >= 0
                || withoutEnds(pattern).indexOf('*') >= 0
                || pattern.startsWith("**") && pattern.endsWith("**") && pattern.length() > 3;
    }

    /** Two stars at its beginning or at its end are no matter of regular expressions. */
    private static String withoutEnds(String pattern) {
        String begun = pattern.startsWith("**") ? pattern.substring(2) : pattern;
        return begun.endsWith("**") ? begun.substring(0, begun.length() - 2) : begun;
    }

    /** Empty where Docker refuses it. */
    static Optional<RegexPattern> of(String pattern) {
        try {
            String regex = regex(pattern);
            Pattern whole = Pattern.compile("^" + regex + "$");
            return Optional.of(
                    new RegexPattern(whole, isOpen(regex) ? whole : Pattern.compile("^" + regex + BELOW + "$")));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether it takes away the meaning of what comes behind it, so that it names all that begins so. */
    private static boolean isOpen(String regex) {
        int backslashes = 0;
        while (backslashes < regex.length() && regex.charAt(regex.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1 || regex.contains("\\Q");
    }

    private static String regex(String pattern) {
        StringBuilder regex = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            int next = at + 1;
            if (pattern.startsWith("**", at)) {
                next = at + (pattern.startsWith("/", at + 2) ? 3 : 2);
                regex.append(next == pattern.length() ? ".*" : FOLDERS);
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else if (c == '\\' && next < pattern.length()) {
                next = pattern.offsetByCodePoints(next, 1);
                regex.append(pattern, at, next);
            } else {
                regex.append(ESCAPED.indexOf(c) >= 0 ? "\\" : "").append(c);
            }
            at = next;
        }
        return regex.toString();
    }

    @Override
    public boolean matches(String path) {
        return orFolder.matcher(path).find();
    }

    @Override
    public boolean matchesWhole(String path) {
        return whole.matcher(path).find();
    }
}
