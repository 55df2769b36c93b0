package org.maxdock.host.shell;

import java.util.List;

/**
 * In which folder the commands of a pasted text are given, one after another: {@code cd} changes it. Where that is not
 * known, there is no value of {@code PWD}, rather than a wrong one.
 */
final class CurrentFolder {

    private static final String PWD = "PWD";

    private final ShellVariables variables;

    CurrentFolder(ShellVariables variables) {
        this.variables = variables;
    }

    /**
     * What runs beside the shell (&, |) leaves it where it is; whether a command runs that depends on another (||,
     * then) nobody knows.
     *
     * @param known whether all of its words are
     */
    void after(Certainty.Step step, boolean known) {
        if (step.beside() || step.words().isEmpty()) {
            return;
        }
        List<String> operands = step.words().stream()
                .skip(1)
                .filter(w -> !w.matches("--|-[LPe@]+"))
                .toList();
        boolean can = known && step.certain();
        switch (step.words().getFirst()) {
            case "cd" -> set(can && operands.size() < 2 ? to(operands) : "", step);
            case "pushd" ->
                set(can && operands.size() == 1 && operands.getFirst().startsWith("/") ? to(operands) : "", step);
            case "popd" -> set("", step);
            default -> {}
        }
    }

    private String to(List<String> operands) {
        String operand = operands.isEmpty() ? known("HOME") : operands.getFirst();
        String from = known(PWD);
        if (operand.startsWith("/")) {
            return PathText.clean(operand);
        }
        return operand.isEmpty() || operand.matches("(?s)[-+~].*") || from.isEmpty()
                ? ""
                : PathText.clean(from + "/" + operand);
    }

    private String known(String name) {
        String value = variables.value(name);
        return value == null ? "" : value;
    }

    private void set(String folder, Certainty.Step step) {
        if (folder.isEmpty()) {
            variables.forget(PWD);
            return;
        }
        variables.set(PWD, folder);
        if (step.asked()) {
            variables.onlyHere(PWD);
        }
    }
}
