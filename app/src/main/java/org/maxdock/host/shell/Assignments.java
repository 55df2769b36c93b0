package org.maxdock.host.shell;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What commands of a pasted text set for those that come after them: {@code DATA=/x}, {@code export DATA=/x}; and what
 * they make unknown, {@code read DATA}.
 */
final class Assignments {

    private static final Set<String> BUILTINS = Set.of("export", "declare", "typeset", "readonly", "local");
    /** Their operands, or some of them, are names of variables that they set. */
    private static final Set<String> READING = Set.of("read", "mapfile", "readarray", "getopts");

    private static final Set<String> LOOPS = Set.of("for", "select");
    private static final Pattern ONE = Pattern.compile("(?s)([A-Za-z_][A-Za-z0-9_]*)(\\+?)=(.*)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final Pattern FLAGS = Pattern.compile("-[gxulUL]+|--(?:global|export|universal|local)");

    private final ShellVariables variables;

    /** @param variables is changed by each command */
    Assignments(ShellVariables variables) {
        this.variables = variables;
    }

    /** Whether a word of a command begins as one that sets something does. */
    static boolean isOne(String word) {
        return ONE.matcher(word).matches();
    }

    static boolean isBuiltin(String word) {
        return BUILTINS.contains(word);
    }

    /** @param unresolved what is not known in the command: a value that holds some is not known either */
    void after(Certainty.Step step, List<String> unresolved) {
        List<String> words = step.words();
        int at = 0;
        while (at < words.size() && isOne(words.get(at))) {
            at++;
        }
        if (at == words.size()) {
            words.forEach(word -> set(word, step, unresolved));
            return;
        }
        String first = words.get(at);
        List<String> operands = words.subList(at + 1, words.size());
        if (LOOPS.contains(first)) {
            operands.stream().limit(1).forEach(this::forget);
        } else if (READING.contains(first)) {
            operands.forEach(this::forget);
        } else if (first.equals("printf")
                && operands.size() > 1
                && operands.getFirst().equals("-v")) {
            forget(operands.get(1));
        } else if (first.equals("unset") && !operands.contains("-f")) {
            operands.forEach(name -> unset(name, step));
        } else if (first.equals("setenv") || first.equals("set")) {
            ofOtherShell(first.equals("setenv"), operands, step, unresolved);
        } else if (BUILTINS.contains(first)) {
            boolean exports = first.equals("export") || operands.contains("-x");
            operands.forEach(word -> declare(word, exports, step, unresolved));
        } else {
            words.subList(0, at).stream().filter(Assignments::isList).forEach(word -> set(word, step, unresolved));
        }
    }

    /** A list of bash, {@code A=(b c)}, whose words look like those of a command. */
    private static boolean isList(String word) {
        return word.substring(word.indexOf('=') + 1).startsWith("(");
    }

    /** As csh(1) and fish(1) set one: {@code setenv A b}, {@code set A = b}, {@code set -gx A b}. */
    private void ofOtherShell(boolean exports, List<String> operands, Certainty.Step step, List<String> unresolved) {
        List<String> flags = operands.stream()
                .takeWhile(word -> FLAGS.matcher(word).matches())
                .toList();
        List<String> own = operands.stream()
                .skip(flags.size())
                .filter(word -> !word.equals("="))
                .toList();
        boolean one = own.size() == 1 && flags.isEmpty() && isOne(own.getFirst());
        if (one || own.size() == 2 && NAME.matcher(own.getFirst()).matches()) {
            String word = one ? own.getFirst() : own.getFirst() + "=" + own.getLast();
            declare(word, exports || flags.stream().anyMatch(Assignments::isExporting), step, unresolved);
        }
    }

    private static boolean isExporting(String flag) {
        return flag.equals("--export") || !flag.startsWith("--") && flag.contains("x");
    }

    private void forget(String name) {
        if (NAME.matcher(name).matches()) {
            variables.forget(name);
        }
    }

    private void unset(String name, Certainty.Step step) {
        if (step.beside() || !NAME.matcher(name).matches()) {
            return;
        }
        if (step.certain() && !step.asked()) {
            variables.unset(name);
        } else {
            variables.forget(name);
        }
    }

    private void declare(String word, boolean exports, Certainty.Step step, List<String> unresolved) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        if (isOne(word)) {
            set(word, step, unresolved);
        }
        if (exports && !step.beside() && NAME.matcher(name).matches()) {
            variables.export(name);
        }
    }

    private void set(String word, Certainty.Step step, List<String> unresolved) {
        Matcher one = ONE.matcher(word);
        if (step.beside() || !one.matches()) {
            return;
        }
        String name = one.group(1);
        String value = one.group(3);
        String before = variables.value(name);
        boolean added = !one.group(2).isEmpty();
        boolean known = step.certain()
                && !isList(word)
                && !(added && variables.isUnknown(name))
                && unresolved.stream().noneMatch(value::contains);
        if (!known) {
            variables.forget(name);
            return;
        }
        variables.assign(name, added && before != null ? before + value : value);
        if (step.asked()) {
            variables.onlyHere(name);
        }
    }
}
