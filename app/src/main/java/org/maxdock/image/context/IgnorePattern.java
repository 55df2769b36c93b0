package org.maxdock.image.context;

import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * A line of a .dockerignore, as today's clients of Docker read it (github.com/moby/patternmatcher): a {@link Glob} or a
 * {@link RegexPattern}, of which an exclamation mark makes an exception. Clients before Docker 23 read +, {, (, | and ^
 * as regular expressions do, and looked at fewer of the folders above a file.
 */
final class IgnorePattern {

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
