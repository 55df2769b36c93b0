package org.maxdock.image.context;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of Go's (https://pkg.go.dev/regexp/syntax) in Java's notation, as far as they differ in what a
 * .dockerignore leads to: in a class, [ and &amp; mean themselves; { does where it is no repetition; a repetition is
 * not repeated; $ is the very end.
 */
final class GoExpression {

    private static final Pattern REPETITION = Pattern.compile("\\{(\\d+)(,\\d*)?\\}");
    private static final int MOST = 1000;

    private final String go;
    private final StringBuilder java = new StringBuilder();
    private int at;
    private boolean repeated;

    private GoExpression(String go) {
        this.go = go;
    }

    /** @throws PatternSyntaxException where Go would refuse it too */
    static Pattern compile(String go) {
        return Pattern.compile(new GoExpression(go).translated(), Pattern.UNIX_LINES);
    }

    private String translated() {
        while (at < go.length()) {
            char c = go.charAt(at++);
            Matcher repetition = REPETITION.matcher(go).region(at - 1, go.length());
            if (c == '{' && repetition.lookingAt()) {
                repeat(repetition.group(1).length() > 4 || Integer.parseInt(repetition.group(1)) > MOST);
                java.append(repetition.group());
                at = repetition.end();
            } else if (c == '*' || c == '+') {
                repeat(false);
                java.append(c);
            } else if (c == '?') {
                repeated = !repeated; // after another one it makes that one modest
                java.append(c);
            } else {
                repeated = false;
                plain(c);
            }
        }
        return java.toString();
    }

    private void repeat(boolean tooOften) {
        if (repeated || tooOften) {
            throw new PatternSyntaxException("invalid repetition", go, at);
        }
        repeated = true;
    }

    private void plain(char c) {
        if (c == '\\') {
            java.append(c).append(go.charAt(at++));
        } else if (c == '[') {
            characterClass();
        } else if (c == '{') {
            java.append("\\{");
        } else {
            java.append(c == '$' && at == go.length() ? "\\z" : String.valueOf(c));
        }
    }

    private void characterClass() {
        java.append('[');
        if (go.startsWith("^", at)) {
            java.append(go.charAt(at++));
        }
        for (int first = at; at < go.length() && (go.charAt(at) != ']' || at == first); at++) {
            char c = go.charAt(at);
            java.append(c == '[' || c == '&' || c == ']' ? "\\" : "").append(c);
            if (c == '\\' && at + 1 < go.length()) {
                java.append(go.charAt(++at));
            }
        }
        if (at < go.length()) {
            java.append(go.charAt(at++));
        }
    }
}
