package org.maxdock.paste;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Variables in values of compose files, with all of their operators, which may stand in one another
 * (docs.docker.com/reference/compose-file/interpolation): {@code $NAME}, {@code ${NAME:-otherwise}},
 * {@code ${NAME:?must}}, {@code ${NAME:+instead}}, each with and without the colon, {@code $$}; and of
 * devcontainer.json (containers.dev, variables): {@code ${localEnv:NAME:otherwise}} and names of its own.
 */
final class Interpolation {

    private static final Pattern BEGIN = Pattern.compile(
            "\\$\\{(localEnv:|containerEnv:|env:)?([A-Za-z_][A-Za-z_0-9]*)(:-|-|:\\?|\\?|:\\+|\\+|:|\\})");
    /** Of GitHub Actions, and what a template of Ansible's has become. */
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{[^{}\n]*\\}\\}");

    private static final Pattern PLAIN = Pattern.compile("\\$([A-Za-z_][A-Za-z_0-9]*)");

    private static final int LONGEST_NAME = 1_000;
    private static final int DEEPEST = 20;
    /** No value is longer, whatever its variables hold; what comes then stays as it is. */
    private static final int LONGEST = 1 << 16;

    private final String text;
    private final Map<String, String> variables;
    private final Consumer<String> unknown;
    private int at;

    private Interpolation(String text, Map<String, String> variables, Consumer<String> unknown) {
        this.text = text;
        this.variables = variables;
        this.unknown = unknown;
    }

    /** @param unknown is told what stays as it stands, since nobody knows its value */
    static String of(String text, Map<String, String> variables, Consumer<String> unknown) {
        return new Interpolation(text, variables, unknown).until(false, 0);
    }

    /** @param closed whether it ends with a brace, which is then passed over */
    private String until(boolean closed, int depth) {
        StringBuilder all = new StringBuilder();
        while (at < text.length() && !(closed && text.charAt(at) == '}')) {
            if (text.startsWith("$$", at)) {
                all.append('$');
                at += 2;
            } else if (text.charAt(at) == '$' && depth < DEEPEST && all.length() < LONGEST) {
                all.append(variable(depth));
            } else {
                all.append(text.charAt(at++));
            }
        }
        at = Math.min(text.length(), closed ? at + 1 : at);
        return all.toString();
    }

    private String variable(int depth) {
        int start = at;
        String near = text.substring(at, Math.min(text.length(), at + LONGEST_NAME));
        Matcher expression = EXPRESSION.matcher(near);
        if (expression.lookingAt()) {
            at += expression.end();
            return asItStands(start);
        }
        Matcher braced = BEGIN.matcher(near);
        if (braced.lookingAt()) {
            at += braced.end();
            String whose = braced.group(1) == null ? "" : braced.group(1);
            String name = braced.group(2);
            String operator = braced.group(3);
            String value = whose.equals("containerEnv:") ? null : variables.get(name);
            String operand = operator.equals("}") ? "" : until(true, depth + 1);
            boolean there = value != null && !(operator.startsWith(":") && operator.length() > 1 && value.isEmpty());
            return switch (operator) {
                case ":-", "-" -> there ? value : operand;
                case ":+", "+" -> there ? operand : "";
                case ":" -> value != null ? value : operand.isEmpty() ? asItStands(start) : operand;
                default -> there ? value : whose.equals("localEnv:") ? unset(start) : asItStands(start);
            };
        }
        Matcher plain = PLAIN.matcher(near);
        if (plain.lookingAt()) {
            at += plain.end();
            String value = variables.get(plain.group(1));
            return value != null ? value : asItStands(start);
        }
        at++;
        return "$";
    }

    /** It is empty then (containers.dev, variables), which is told. */
    private String unset(int start) {
        asItStands(start);
        return "";
    }

    private String asItStands(int start) {
        String whole = text.substring(start, at);
        unknown.accept(whole);
        return whole;
    }
}
