package org.maxdock.image.dockerfile;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The variables of a Dockerfile that its FROM lines may name: those of ARG before the first of them. */
final class BuildVariables {

    private static final Pattern DEFINED = Pattern.compile("(\\w+)(=((?:\"[^\"]*\"|'[^']*'|\\S)*))?");

    /** Characters; no name of an image is so long, and no honest word. */
    static final int LONGEST = 4096;

    /** Patterns that are matched in one Dockerfile; more stay as they stand. */
    private static final int MOST_PATTERNS = 100;

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> given;
    private final char escape;
    private final UnaryOperator<String> unknown;
    private int patterns;

    /**
     * @param given to the build, which override what the Dockerfile says
     * @param escape the Dockerfile's escape character
     * @param unknown what stands for a variable without a value, as it is written there
     */
    BuildVariables(Map<String, String> given, char escape, UnaryOperator<String> unknown) {
        this.given = Map.copyOf(given);
        this.escape = escape;
        this.unknown = unknown;
    }

    /** @param arguments what follows ARG: names, each with or without a value */
    void define(String arguments) {
        Matcher one = DEFINED.matcher(arguments);
        while (one.find()) {
            String name = one.group(1);
            if (given.containsKey(name)) {
                values.put(name, given.get(name));
            } else if (one.group(2) != null) {
                values.put(name, in(one.group(3)));
            }
        }
    }

    /** A word with their values, and without its quotes. */
    String in(String word) {
        if (word.length() > LONGEST) {
            return word.substring(0, LONGEST);
        }
        String value = new WordExpansion(word, this).whole();
        return value.substring(0, Math.min(LONGEST, value.length()));
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** @param written a variable, as it stands there */
    String unknown(String written) {
        return unknown.apply(written);
    }

    boolean isEscape(char c) {
        return c == escape;
    }

    /** Whether one more pattern may be matched. */
    boolean mayMatch() {
        return patterns++ < MOST_PATTERNS;
    }
}
