package org.maxdock.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;

/**
 * What is expected at the end of a line that is being typed.
 *
 * @param what by the word of the help: IMAGE, NODE, …
 * @param stem what stands in the word before it: an option with its equals sign, names with commas
 * @param begun how it begins; empty where nothing has been typed of it yet
 * @param shared the options before it that all commands share, such as those that say which server
 */
record ExpectedWord(String what, String stem, String begun, List<String> shared) {

    ExpectedWord {
        shared = List.copyOf(shared);
    }

    /** Empty where a command or an option is expected, or nothing that has a name. */
    static Optional<ExpectedWord> at(CommandSpec root, String line) {
        return new Reader(root).read(line.stripLeading().split("\\s+", -1));
    }

    /** Goes through the words as the commands would. */
    private static final class Reader {

        private final List<String> shared = new ArrayList<>();
        private CommandSpec command;
        private Optional<OptionSpec> waiting = Optional.empty();
        private int values;
        private int positionals;
        private boolean onlyPositionals;

        Reader(CommandSpec root) {
            command = root;
        }

        Optional<ExpectedWord> read(String[] words) {
            for (int i = 1; i < words.length - 1; i++) {
                take(words[i]);
            }
            return words.length < 2 ? Optional.empty() : last(words[words.length - 1]);
        }

        private void take(String word) {
            if (waits(word)) {
                value(word);
            } else if (!onlyPositionals && word.startsWith("-")) {
                option(word);
            } else if (positionals == 0 && command.subcommands().containsKey(word)) {
                command = command.subcommands().get(word).getCommandSpec();
                waiting = Optional.empty();
            } else {
                positionals++;
                waiting = Optional.empty();
                onlyPositionals |= command.parser().stopAtPositional();
            }
        }

        /** An option that may have several values has no more of them at the next option. */
        private boolean waits(String word) {
            return waiting.isPresent() && (values == 0 || !word.startsWith("-"));
        }

        private void value(String word) {
            OptionSpec option = waiting.orElseThrow();
            values++;
            if (option.scopeType() == ScopeType.INHERIT) {
                shared.add(word);
            }
            if (values >= option.arity().max()) {
                waiting = Optional.empty();
            }
        }

        private void option(String word) {
            onlyPositionals = word.equals("--");
            waiting = Optional.empty();
            values = 0;
            int equals = word.indexOf('=');
            OptionSpec option = command.findOption(equals < 0 ? word : word.substring(0, equals));
            if (option == null) {
                return;
            }
            if (option.scopeType() == ScopeType.INHERIT) {
                shared.add(word);
            }
            if (equals < 0 && option.arity().max() > 0) {
                waiting = Optional.of(option);
            }
        }

        private Optional<ExpectedWord> last(String word) {
            if (waits(word)) {
                OptionSpec option = waiting.orElseThrow();
                if (option.scopeType() == ScopeType.INHERIT && values == 0) {
                    shared.removeLast(); // without a value it is none yet
                }
                return of(option, "", word);
            }
            if (!onlyPositionals && word.startsWith("-")) {
                int equals = word.indexOf('=');
                return Optional.ofNullable(equals < 0 ? null : command.findOption(word.substring(0, equals)))
                        .flatMap(o -> of(o, word.substring(0, equals + 1), word.substring(equals + 1)));
            }
            return command.positionalParameters().stream()
                    .filter(p -> p.index().contains(positionals))
                    .findFirst()
                    .flatMap((PositionalParamSpec p) -> of(p, "", word));
        }

        private Optional<ExpectedWord> of(ArgSpec argument, String stem, String word) {
            int comma = word.lastIndexOf(',') + 1;
            return Optional.of(new ExpectedWord(
                    argument.paramLabel(), stem + word.substring(0, comma), word.substring(comma), shared));
        }
    }

    /** The options that all commands share, as they were given. */
    MaxDockCommand options(CommandLine fresh) {
        fresh.parseArgs(shared.toArray(String[]::new));
        return fresh.getCommand();
    }
}
