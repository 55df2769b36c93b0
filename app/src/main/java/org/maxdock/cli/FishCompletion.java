package org.maxdock.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What makes fish complete the commands: a line of {@code complete} for each command and each option (complete(1)). */
final class FishCompletion {

    /** What has a name somewhere, where no option is begun: {@link WordsCommand}. */
    private static final String NAMES = """
            complete -c maxdock -n 'not string match -rq -- "^-[^=]*\\$" (commandline -ct)' \\
              -a '(command maxdock words -- (commandline -cp | string join " ") 2>/dev/null)'""";

    private final CommandSpec root;

    FishCompletion(CommandSpec root) {
        this.root = root;
    }

    String script() {
        List<String> lines = new ArrayList<>();
        lines.add("complete -c maxdock -e");
        commands(root, lines);
        lines.add(NAMES);
        return String.join("\n", lines) + "\n";
    }

    private void commands(CommandSpec command, List<String> lines) {
        String where = "-n " + quoted(String.join("; and ", where(command)));
        for (CommandLine sub : command.subcommands().values()) {
            CommandSpec spec = sub.getCommandSpec();
            if (!spec.usageMessage().hidden()) {
                lines.add("complete -c maxdock -f " + where + " -a " + spec.name()
                        + described(spec.usageMessage().description()));
                commands(spec, lines);
            }
        }
        command.options().stream()
                .filter(o -> command == root || !o.inherited())
                .forEach(o -> lines.add(option(o, command == root ? "" : " " + where)));
    }

    /** Where a command stands: all words of its name were given, and none of its own commands yet. */
    private static List<String> where(CommandSpec command) {
        List<String> conditions = new ArrayList<>();
        for (CommandSpec at = command; at.parent() != null; at = at.parent()) {
            conditions.addFirst("__fish_seen_subcommand_from " + at.name());
        }
        if (!command.subcommands().isEmpty()) {
            conditions.add("not __fish_seen_subcommand_from "
                    + String.join(" ", command.subcommands().keySet()));
        }
        return conditions.isEmpty() ? List.of("true") : conditions;
    }

    private static String option(OptionSpec option, String where) {
        StringBuilder line = new StringBuilder("complete -c maxdock").append(where);
        for (String name : option.names()) {
            line.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^--?", ""));
        }
        if (option.arity().max() > 0) {
            line.append(" -r");
        }
        return line + described(option.description());
    }

    private static String described(String... description) {
        return description.length == 0 ? "" : " -d " + quoted(description[0]);
    }

    /** As fish quotes (fish(1), QUOTES). */
    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
