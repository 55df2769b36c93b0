package org.maxdock.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A value that is a word of its own may be called as a command is ({@code --engine node}, {@code --project build}), and
 * picocli would take it for that command. So it bears a mark that no argument of a program can have, until it has been
 * taken for a value.
 */
final class JoinedValues {

    private static final String MARK = "\0";

    private JoinedValues() {}

    /** Has a command line take the mark off again. */
    static void read(CommandLine line) {
        line.registerConverter(String.class, JoinedValues::unmarked);
        line.registerConverter(Path.class, value -> Path.of(unmarked(value)));
    }

    private static String unmarked(String value) {
        return value != null && value.startsWith(MARK) ? value.substring(MARK.length()) : value;
    }

    /** The same words, which now mean what getopt_long(3) takes them for. */
    static String[] of(CommandLine line, String... words) {
        List<String> joined = new ArrayList<>();
        CommandLine command = line;
        int i = 0;
        while (i < words.length && !command.getSubcommands().isEmpty()) {
            String word = words[i];
            int equals = word.indexOf('=');
            OptionSpec option = command.getCommandSpec().findOption(equals < 0 ? word : word.substring(0, equals));
            if (option != null && takesOne(option) && (equals >= 0 || i + 1 < words.length)) {
                String value = equals < 0 ? words[++i] : word.substring(equals + 1);
                String name = equals < 0 ? word : word.substring(0, equals);
                joined.add(name + "=" + (command.getSubcommands().containsKey(value) ? MARK : "") + value);
                i++;
            } else if (command.getSubcommands().containsKey(word)) {
                command = command.getSubcommands().get(word);
                joined.add(words[i++]);
            } else if (word.startsWith("-") && !word.equals("--")) {
                joined.add(words[i++]);
            } else {
                break; // what comes now are arguments
            }
        }
        joined.addAll(List.of(words).subList(i, words.length));
        return joined.toArray(String[]::new);
    }

    /** Whether the word after it is its value. */
    static boolean takesOne(OptionSpec option) {
        return option.arity().min() == 1 && option.arity().max() == 1;
    }
}
