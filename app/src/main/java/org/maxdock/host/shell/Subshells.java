package org.maxdock.host.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The subshells, {@code (…)}, of a pasted text: what is set in one is as it was before after it (sh(1), 2.12). */
final class Subshells {

    private final ShellVariables variables;
    private final Deque<ShellVariables.State> open = new ArrayDeque<>();

    Subshells(ShellVariables variables) {
        this.variables = variables;
    }

    /** Takes the signs of subshells off a command; how many end with it. */
    int begin(List<String> words) {
        ShellVariables.State now = !words.isEmpty() && words.getFirst().startsWith("(") ? variables.state() : null;
        while (!words.isEmpty() && words.getFirst().startsWith("(")) {
            String first = words.getFirst();
            int begun = 0;
            while (first.startsWith("(", begun)) {
                open.push(now);
                begun++;
            }
            replace(words, 0, first.substring(begun));
        }
        return ends(words);
    }

    private int ends(List<String> words) {
        int ended = 0;
        while (!words.isEmpty() && ended < open.size() && words.getLast().endsWith(")")) {
            String last = words.getLast();
            int end = last.length();
            while (end > 0 && last.charAt(end - 1) == ')' && ended < open.size()) {
                end--;
                ended++;
            }
            replace(words, words.size() - 1, last.substring(0, end));
        }
        return ended;
    }

    private static void replace(List<String> words, int at, String word) {
        words.remove(at);
        if (!word.isEmpty()) {
            words.add(at, word);
        }
    }

    /** After so many of them all is as it was before. */
    void end(int count) {
        ShellVariables.State before = null;
        for (int i = 0; i < count; i++) {
            before = open.pop();
        }
        if (before != null) {
            variables.restore(before);
        }
    }
}
