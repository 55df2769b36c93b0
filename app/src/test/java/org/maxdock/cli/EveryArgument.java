package org.maxdock.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Each argument that a command of the command line takes a value for, as picocli knows it, so that a new one is among
 * them without anyone thinking of it.
 *
 * @param command the words that lead to the command
 */
record EveryArgument(List<String> command, CommandLine line, ArgSpec argument) {

    /** What stands for a word of its kind; x for any other. A file and a folder of these names are there. */
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("IMAGE", "reg:5000/a:1"),
            Map.entry("REPOSITORY", "reg:5000/a"),
            Map.entry("REGISTRY", "reg:5000"),
            Map.entry("FILE", Path.of("file").toAbsolutePath().toString()),
            Map.entry("DOCKERFILE", "file"),
            Map.entry("FOLDER", "folder"),
            Map.entry("DIR", "pages"),
            Map.entry("PLAN", "plan"),
            Map.entry("JOB", "1"),
            Map.entry("TIME", "1:00"),
            Map.entry("SERVER", "u@nowhere.invalid"),
            Map.entry("ACTION", "stop"),
            Map.entry("PATH", "/x"),
            Map.entry("FROM", "x:/x"),
            Map.entry("TO", "copy"),
            Map.entry("bash|zsh|fish", "bash"));

    /** What a command needs beside its arguments to get far with them; an option that is tried is not said twice. */
    private static final Map<String, List<String>> BESIDE = Map.ofEntries(
            Map.entry("build", List.of("--tag=x:1")),
            Map.entry("digest verify", List.of("--node=n1")),
            Map.entry("digest mend", List.of("--node=n1", "--by=pull")),
            Map.entry("digest sign", List.of("--key=key", "--as=me")),
            Map.entry("launch", List.of("--reviewed", "--force", "--kind=command", "--partition=p")),
            Map.entry("leftovers", List.of("--node=n1")),
            Map.entry("mount check", List.of("--volume=/etc:/b", "--node=n1")),
            Map.entry("node take", List.of("--partition=p")),
            Map.entry("plan save", List.of("--volume=/etc:/b")),
            Map.entry("provide", List.of("--node=n1")),
            Map.entry("registry login", List.of("--username=me")));

    /** Of all commands; those that all have are of the first one alone. */
    static List<EveryArgument> of(CommandLine whole) {
        List<EveryArgument> all = new ArrayList<>();
        collect(whole, List.of(), all);
        List<String> first = List.of("jobs");
        whole.getCommandSpec().options().stream()
                .filter(EveryArgument::takesValue)
                .forEach(o ->
                        all.add(new EveryArgument(first, whole.getSubcommands().get("jobs"), o)));
        return all;
    }

    private static void collect(CommandLine line, List<String> command, List<EveryArgument> all) {
        if (line.getSubcommands().isEmpty()) {
            line.getCommandSpec().args().stream()
                    .filter(a -> takesValue(a) && !a.inherited())
                    .forEach(a -> all.add(new EveryArgument(command, line, a)));
        }
        line.getSubcommands()
                .forEach((name, inner) -> collect(
                        inner, Stream.concat(command.stream(), Stream.of(name)).toList(), all));
    }

    private static boolean takesValue(ArgSpec argument) {
        return argument.isPositional() || ((OptionSpec) argument).arity().max() > 0;
    }

    String name() {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** A line in which it has that value; the words before the value of an option are a word with it. */
    List<String> with(String value) {
        List<String> words = new ArrayList<>(command);
        BESIDE.getOrDefault(String.join(" ", command), List.of()).stream()
                .filter(w -> !w.startsWith(name() + "="))
                .forEach(words::add);
        if (argument instanceof OptionSpec option) {
            words.add(option.longestName() + "=" + value);
        }
        words.add("--");
        for (PositionalParamSpec other : line.getCommandSpec().positionalParameters()) {
            boolean tried = other == argument;
            boolean before = argument.isPositional()
                    && other.index().min()
                            < ((PositionalParamSpec) argument).index().min();
            if (tried || before || other.arity().min() > 0 || other.paramLabel().matches("IMAGE|FOLDER")) {
                words.add(tried ? value : USUAL.getOrDefault(other.paramLabel(), "x"));
            }
        }
        return words;
    }

    @Override
    public String toString() {
        return String.join(" ", command) + " " + name();
    }
}
