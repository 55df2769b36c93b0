package org.maxdock.image.dockerfile;

import java.util.Optional;

/**
 * A word of a Dockerfile with its variables filled in and its quotes gone (docs.docker.com/reference/dockerfile,
 * Environment replacement): {@code $NAME}, {@code ${NAME}}, and with one of the operators {@code - + ?}, each also
 * after a colon, {@code # ## % %% / //}, whose words may hold variables again. From what docker refuses on, all stays
 * as it stands.
 */
final class WordExpansion {

    private static final int DEEPEST = 20;
    private static final char NONE = '\0';
    private static final String SPECIAL = "@*#?-$!";

    private final String text;
    private final BuildVariables variables;
    private int at;

    WordExpansion(String text, BuildVariables variables) {
        this.text = text;
        this.variables = variables;
    }

    String whole() {
        return until(NONE, false, 0).orElse(text);
    }

    /**
     * @param stop what ends it, and is passed over; empty where it is not there
     * @param escaped whether escape characters stay, as patterns need them
     */
    private Optional<String> until(char stop, boolean escaped, int depth) {
        StringBuilder all = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == stop && stop != NONE) {
                at++;
                return Optional.of(all.toString());
            }
            add(
                    all,
                    switch (c) {
                        case '\'' -> quoted();
                        case '"' -> doublyQuoted(depth);
                        case '$' -> variable(depth);
                        default -> character(escaped);
                    });
        }
        return stop == NONE ? Optional.of(all.toString()) : Optional.empty();
    }

    private static void add(StringBuilder all, String more) {
        if (all.length() < BuildVariables.LONGEST) {
            all.append(more);
        }
    }

    private String character(boolean escaped) {
        int start = at++;
        if (!variables.isEscape(text.charAt(start))) {
            return text.substring(start, at);
        }
        at = Math.min(text.length(), at + 1);
        return text.substring(escaped ? start : start + 1, at);
    }

    private String quoted() {
        int end = text.indexOf('\'', at + 1);
        if (end < 0) {
            return rest(at);
        }
        String inside = text.substring(at + 1, end);
        at = end + 1;
        return inside;
    }

    private String doublyQuoted(int depth) {
        int start = at++;
        StringBuilder all = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return all.toString();
            }
            if (c == '$') {
                add(all, variable(depth));
            } else {
                boolean escaping = variables.isEscape(c) && at + 1 < text.length() && isEscapable(text.charAt(at + 1));
                at += escaping ? 1 : 0;
                add(all, text.substring(at, ++at));
            }
        }
        return rest(start);
    }

    private boolean isEscapable(char c) {
        return c == '"' || c == '$' || variables.isEscape(c);
    }

    private String variable(int depth) {
        int start = at++;
        if (!text.startsWith("{", at)) {
            String name = name();
            return name.isEmpty() ? "$" : variables.value(name).orElseGet(() -> variables.unknown(written(start)));
        }
        at++;
        String name = name();
        boolean colon = text.startsWith(":", at);
        at += colon ? 1 : 0;
        if (name.isEmpty() || at >= text.length() || depth == DEEPEST) {
            return rest(start);
        }
        char operator = text.charAt(at++);
        Optional<String> value = variables.value(name);
        return switch (operator) {
            case '}' -> colon ? rest(start) : value.orElseGet(() -> variables.unknown(written(start)));
            case '-', '+', '?' -> otherwise(operator, value.filter(v -> !(colon && v.isEmpty())), start, depth);
            case '#', '%' -> cut(operator, value, start, depth);
            case '/' -> colon ? rest(start) : replaced(value, start, depth);
            default -> rest(start);
        };
    }

    /** @param value empty where it does not count */
    private String otherwise(char operator, Optional<String> value, int start, int depth) {
        Optional<String> word = until('}', false, depth + 1);
        if (word.isEmpty()) {
            return rest(start);
        }
        return switch (operator) {
            case '-' -> value.orElse(word.get());
            case '+' -> value.isPresent() ? word.get() : "";
            default -> value.orElseGet(() -> written(start)); // it is refused
        };
    }

    private String cut(char operator, Optional<String> value, int start, int depth) {
        boolean longest = text.startsWith(String.valueOf(operator), at);
        at += longest ? 1 : 0;
        Optional<String> pattern = until('}', true, depth + 1);
        if (pattern.isEmpty()) {
            return rest(start);
        }
        if (value.isEmpty()) {
            return variables.unknown(written(start));
        }
        return ShellPattern.of(pattern.get())
                .filter(p -> variables.mayMatch())
                .map(p -> operator == '#' ? p.cutBefore(value.get(), longest) : p.cutBehind(value.get(), longest))
                .orElseGet(() -> written(start));
    }

    private String replaced(Optional<String> value, int start, int depth) {
        boolean all = text.startsWith("/", at);
        at += all ? 1 : 0;
        Optional<String> pattern = until('/', true, depth + 1);
        Optional<String> other = until('}', true, depth + 1);
        if (pattern.isEmpty() || other.isEmpty()) {
            return rest(start);
        }
        if (value.isEmpty()) {
            return variables.unknown(written(start));
        }
        return ShellPattern.of(pattern.get())
                .filter(p -> variables.mayMatch())
                .map(p -> p.replace(value.get(), other.get(), all))
                .orElseGet(() -> written(start));
    }

    private String name() {
        int start = at;
        if (at < text.length() && SPECIAL.indexOf(text.charAt(at)) >= 0) {
            return text.substring(start, ++at);
        }
        boolean number = at < text.length() && isDigit(text.charAt(at));
        while (at < text.length() && (isDigit(text.charAt(at)) || !number && isLetter(text.charAt(at)))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c == '_' || Character.isLetter(c);
    }

    private String written(int start) {
        return text.substring(start, at);
    }

    private String rest(int start) {
        at = text.length();
        return text.substring(start);
    }
}
