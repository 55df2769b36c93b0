package org.maxdock.host.shell;

import java.util.ArrayDeque;
import java.util.Deque;

/** Where in a shell's text what was opened is closed: quotes hide signs, and what is opened within is closed within. */
final class ClosingSign {

    private static final int DEEPEST = 100;

    private ClosingSign() {}

    /**
     * @param from after the sign that opens
     * @return the place of the sign that closes; -1 where there is none, or it is nested too deeply
     */
    static int of(String text, int from, char opens, char closes) {
        Deque<Character> open = new ArrayDeque<>();
        open.push(closes);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == open.peek()) {
                open.pop();
                if (open.isEmpty()) {
                    return i;
                }
            } else if (c == '"') {
                open.push(c);
            } else if (c == '\'' && open.peek() != '"') {
                i = text.indexOf(c, i + 1);
                if (i < 0) {
                    return -1;
                }
            } else if (open.peek() == '"' ? text.startsWith("$" + opens, i) : c == opens) {
                i += c == opens ? 0 : 1;
                open.push(closes);
            }
            if (open.size() > DEEPEST) {
                return -1;
            }
        }
        return -1;
    }
}
