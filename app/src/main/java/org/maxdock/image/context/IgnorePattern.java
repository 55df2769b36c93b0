package org.maxdock.image.context;

import java.util.regex.Pattern;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * A line of a .dockerignore, as today's clients of Docker read it (github.com/moby/patternmatcher): a {@link Glob} or a
 * {@link RegexPattern}, of which an exclamation mark makes an exception.
 */
final class IgnorePattern {

    private static final Pattern OTHERWISE = Pattern.compile("[+(){}|^]|\\*\\*[^/]");

    private final String text;
    private final boolean exception;
    private final PathPattern meant;

    private IgnorePattern(String text, boolean exception, PathPattern meant) {
        this.text = text;
        this.exception = exception;
        this.meant = meant;
    }

    /** @throws Trouble where Docker would refuse it too */
    static IgnorePattern of(String line) throws Trouble {
        boolean exception = line.startsWith("!");
        String pattern = exception ? line.substring(1) : line;
        if (pattern.isEmpty() || !GlobSyntax.accepts(pattern)) {
            throw new Trouble(TroubleKind.DOCKERIGNORE_PATTERN, line);
        }
        PathPattern meant = RegexPattern.isOne(pattern)
                ? RegexPattern.of(pattern).orElseThrow(() -> new Trouble(TroubleKind.DOCKERIGNORE_PATTERN, line))
                : Glob.of(pattern);
        return new IgnorePattern(pattern, exception, meant);
    }

    /**
     * Whether clients before Docker 23 may read it otherwise: to them +, {, (, | and ^ are those of regular
     * expressions, two stars before a letter are whole folders, and of the folders above a file they look at the one
     * alone that is as deep as the pattern, which shows where two stars meet an exception (moby/moby#42961,
     * moby/patternmatcher).
     */
    boolean isReadOtherwise(boolean amongExceptions) {
        return OTHERWISE.matcher(text).find() || amongExceptions && text.contains("**");
    }

    /** As it is written, without what is of no matter. */
    String shown() {
        return (exception ? "!" : "") + text;
    }

    boolean isException() {
        return exception;
    }

    /** Whether it names this path, or a folder above it. */
    boolean matches(String path) {
        return meant.matches(path);
    }

    /** Whether it names this path itself. */
    boolean matchesWhole(String path) {
        return meant.matchesWhole(path);
    }

    /** Whether, taken as it is written, it lies in this folder. */
    boolean isBelow(String folder) {
        return (text + "/").startsWith(folder + "/");
    }
}
