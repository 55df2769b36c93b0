package org.maxdock.host.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which folder the commands of a pasted text are given, one after another: {@code cd} changes it, for a subshell as
 * far as that goes. Where that is not known, there is no {@code PWD}, rather than a wrong one.
 */
final class CurrentFolder {

    private static final String PWD = "PWD";

    private final Map<String, String> variables;
    private final Deque<String> subshells = new ArrayDeque<>();

    CurrentFolder(Map<String, String> variables) {
        this.variables = new HashMap<>(variables);
    }

    /** What is known at the command that is read next. */
    Map<String, String> variables() {
        return variables;
    }

    /** Takes the signs of subshells off a command; how many end with it. */
    int subshells(List<String> words) {
        while (!words.isEmpty() && words.getFirst().startsWith("(")) {
            subshells.push(variables.getOrDefault(PWD, ""));
            replace(words, 0, words.getFirst().substring(1));
        }
        int ended = 0;
        while (!words.isEmpty() && ended < subshells.size() && words.getLast().endsWith(")")) {
            String last = words.getLast();
            replace(words, words.size() - 1, last.substring(0, last.length() - 1));
            ended++;
        }
        return ended;
    }

    private static void replace(List<String> words, int at, String word) {
        words.remove(at);
        if (!word.isEmpty()) {
            words.add(at, word);
        }
    }

    /** After so many subshells it is where it was before them. */
    void end(int count) {
        for (int i = 0; i < count; i++) {
            set(subshells.pop());
        }
    }

    /**
     * What runs beside the shell (&, |) leaves it where it is; whether a command runs that depends on another (||,
     * then) nobody knows.
     *
     * @param known whether all of its words are
     * @param before what ended the command before it, such as ||
     * @param operator what ends it
     */
    void after(List<String> words, boolean known, String before, String operator) {
        if (before.equals("|") || operator.equals("|") || operator.equals("&")) {
            return;
        }
        int at = 0;
        boolean depends = before.equals("||");
        while (at < words.size()
                && words.get(at).matches("[{!]|builtin|command|time|if|then|elif|else|while|until|do")) {
            depends |= words.get(at).matches("then|elif|else|do");
            at++;
        }
        String program = words.size() > at ? words.get(at) : "";
        List<String> operands = words.stream()
                .skip(at + 1L)
                .filter(w -> !w.matches("--|-[LPe@]+"))
                .toList();
        switch (program) {
            case "cd" -> set(known && !depends && operands.size() < 2 ? to(operands) : "");
            case "pushd" ->
                set(
                        known
                                        && !depends
                                        && operands.size() == 1
                                        && operands.getFirst().startsWith("/")
                                ? to(operands)
                                : "");
            case "popd" -> set("");
            default -> {}
        }
    }

    private String to(List<String> operands) {
        String operand = operands.isEmpty() ? variables.getOrDefault("HOME", "") : operands.getFirst();
        String from = variables.getOrDefault(PWD, "");
        if (operand.startsWith("/")) {
            return PathText.clean(operand);
        }
        return operand.isEmpty() || operand.matches("(?s)[-+~].*") || from.isEmpty()
                ? ""
                : PathText.clean(from + "/" + operand);
    }

    private void set(String folder) {
        if (folder.isEmpty()) {
            variables.remove(PWD);
        } else {
            variables.put(PWD, folder);
        }
    }
}
