package org.maxdock.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the user's language why a command line cannot be understood, and what could have been meant. */
final class UsageTold implements IParameterExceptionHandler {

    private final Console console;

    UsageTold(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException e, String[] words) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        List<String> like = e instanceof UnmatchedArgumentException unmatched ? like(name, unmatched) : List.of();
        String meant = like.isEmpty() ? "" : console.texts().get("cli.usage.meant", String.join(", ", like)) + "\n";
        String help = passedOn(e, name) + console.texts().get("cli.usage.help", name);
        console.failure(isDocumentWanted(words), "usage", why(e, name), meant + help);
        return Exit.USAGE;
    }

    /** Whether what a line fails by is to be a JSON document, too, as far as can be seen before the line is read. */
    static boolean isDocumentWanted(String... words) {
        return Arrays.stream(words).takeWhile(w -> !w.equals("--")).anyMatch("--json"::equals);
    }

    /** What is said of an option that nobody here knows, where others may know it, or nobody needs it. */
    private String passedOn(ParameterException e, String name) {
        if (!(e instanceof UnmatchedArgumentException unmatched) || !unmatched.isUnknownOption()) {
            return "";
        }
        String word = unmatched.getUnmatched().getFirst();
        if (OtherNames.isNeedless(name, word)) {
            return console.texts().get("cli.usage.needless", word) + "\n";
        }
        Optional<String> sentence = OtherNames.sentence(name, word);
        if (sentence.isPresent()) {
            return console.texts().get(sentence.get(), word) + "\n";
        }
        if (OtherNames.of(name, word).isPresent()) {
            return "";
        }
        boolean launches = e.getCommandLine().getCommand() instanceof LaunchCommand;
        return launches && word.startsWith("--") ? console.texts().get("cli.usage.passed-on", word) + "\n" : "";
    }

    private static List<String> like(String name, UnmatchedArgumentException unmatched) {
        String word = unmatched.getUnmatched().getFirst();
        if (OtherNames.isNeedless(name, word)) {
            return List.of();
        }
        if (isAfterDashes(unmatched)) {
            return List.of();
        }
        return OtherNames.of(name, word).map(List::of).orElseGet(unmatched::getSuggestions);
    }

    private String why(ParameterException e, String name) {
        return switch (e) {
            case UnmatchedArgumentException unmatched -> {
                String word = unmatched.getUnmatched().getFirst();
                String key = unmatched.isUnknownOption()
                        ? "cli.usage.option"
                        : isAfterDashes(unmatched) ? "cli.usage.after-dashes" : key(e.getCommandLine());
                yield console.texts().get(key, name, word);
            }
            case MissingParameterException missing -> {
                List<String> names =
                        missing.getMissing().stream().map(UsageTold::named).toList();
                yield console.texts().get("cli.usage.missing", name, String.join(", ", names));
            }
            case ParameterException other
            when other.getArgSpec() != null ->
                console.texts().get("trouble.bad-argument", named(other.getArgSpec()), given(other));
            default -> e.getMessage();
        };
    }

    /** Such a word is no command, even if it is called like one (getopt(1)). */
    private static boolean isAfterDashes(UnmatchedArgumentException unmatched) {
        return unmatched
                .getCommandLine()
                .getSubcommands()
                .containsKey(unmatched.getUnmatched().getFirst());
    }

    private static String key(CommandLine command) {
        return command.getSubcommands().isEmpty() ? "cli.usage.word" : "cli.usage.command";
    }

    private static String given(ParameterException e) {
        return e.getValue() == null ? "" : e.getValue();
    }

    private static String named(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
