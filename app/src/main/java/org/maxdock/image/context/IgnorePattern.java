package org.maxdock.image.context;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * A line of a .dockerignore, as Docker's client reads it: it checks the pattern as a glob, but then makes a regular
 * expression of it, in which a star is anything but a slash, two are anything, and other signs mean what they mean to
 * Go's regular expressions.
 */
final class IgnorePattern {

    private final String text;
    private final boolean exception;
    private final Pattern expression;
    private final int folders;

    private IgnorePattern(String text, boolean exception, Pattern expression) {
        this.text = text;
        this.exception = exception;
        this.expression = expression;
        this.folders = text.split("/", -1).length;
    }

    /** @throws Trouble where Docker would refuse it too */
    static IgnorePattern of(String line) throws Trouble {
        boolean exception = line.startsWith("!");
        String pattern = exception ? line.substring(1) : line;
        if (pattern.isEmpty() || PatternCheck.refuses(pattern)) {
            throw new Trouble(TroubleKind.DOCKERIGNORE_PATTERN, line);
        }
        try {
            return new IgnorePattern(pattern, exception, GoExpression.compile(expression(pattern)));
        } catch (PatternSyntaxException e) {
            throw new Trouble(e, TroubleKind.DOCKERIGNORE_PATTERN, line);
        }
    }

    boolean isException() {
        return exception;
    }

    /** Whether it names this path, or a folder above it as deep as itself. */
    boolean matches(String path) {
        if (expression.matcher(path).find()) {
            return true;
        }
        List<String> parts = Arrays.asList(path.split("/"));
        return folders < parts.size()
                && expression
                        .matcher(String.join("/", parts.subList(0, folders)))
                        .find();
    }

    /** Whether, taken as it is written, it lies in this folder. */
    boolean isBelow(String folder) {
        return (text + "/").startsWith(folder + "/");
    }

    /** The regular expression that Docker's client makes of it. */
    private static String expression(String pattern) {
        StringBuilder re = new StringBuilder("^");
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '*' && pattern.startsWith("**", i)) {
                i += pattern.startsWith("/", i + 2) ? 2 : 1;
                re.append(i + 1 == pattern.length() ? ".*" : "(.*/)?");
            } else if (c == '*') {
                re.append("[^/]*");
            } else if (c == '?') {
                re.append("[^/]");
            } else if (c == '.' || c == '$') {
                re.append('\\').append(c);
            } else if (c == '\\') {
                re.append('\\');
                if (++i < pattern.length()) {
                    re.append(pattern.charAt(i));
                }
            } else {
                re.append(c);
            }
        }
        return re.append('$').toString();
    }
}
