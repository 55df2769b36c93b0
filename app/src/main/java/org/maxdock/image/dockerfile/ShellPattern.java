package org.maxdock.image.dockerfile;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;

/**
 * A pattern of a shell's, as Dockerfiles have them in variables: {@code *} is anything, {@code ?} one character, and a
 * backslash has the next one mean nothing special. There are no classes in brackets.
 */
final class ShellPattern {

    /** Characters of a pattern, and of what takes the place of what it matches; versions have some ten. */
    private static final int LONGEST = 128;

    private final String longest;
    private final String shortest;

    private ShellPattern(String longest, String shortest) {
        this.longest = longest;
        this.shortest = shortest;
    }

    /** Empty for one that is longer than any honest one. */
    static Optional<ShellPattern> of(String pattern) {
        if (pattern.length() > LONGEST) {
            return Optional.empty();
        }
        StringBuilder longest = new StringBuilder();
        StringBuilder shortest = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean escaped = c == '\\' && i + 1 < pattern.length();
            i += escaped ? 1 : 0;
            boolean any = !escaped && c == '*';
            String one = !escaped && c == '?' ? "." : Pattern.quote(pattern.substring(i, i + 1));
            longest.append(any ? ".*" : one);
            shortest.append(any ? ".*?" : one);
        }
        return Optional.of(new ShellPattern(longest.toString(), shortest.toString()));
    }

    /** The value without what it begins with, where the pattern fits that. */
    String cutBefore(String value, boolean asMuch) {
        Matcher begin = matcher("^" + (asMuch ? longest : shortest), value);
        return begin.find() ? value.substring(begin.end()) : value;
    }

    /** The value without what it ends with, where the pattern fits that. */
    String cutBehind(String value, boolean asMuch) {
        Matcher end = matcher("^(" + (asMuch ? ".*?" : ".*") + ")" + longest + "$", value);
        return end.find() ? end.group(1) : value;
    }

    /** The value with something else for the first place that the pattern fits, or for all of them. */
    String replace(String value, String other, boolean everywhere) {
        if (other.length() > LONGEST) {
            return value;
        }
        Matcher place = matcher(longest, value);
        String with = Matcher.quoteReplacement(other);
        return everywhere ? place.replaceAll(with) : place.replaceFirst(with);
    }

    private static Matcher matcher(String pattern, String value) {
        return Pattern.compile("(?s)" + pattern).matcher(value);
    }
}
