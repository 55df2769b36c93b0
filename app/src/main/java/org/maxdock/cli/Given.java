package org.maxdock.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** What is wrong with a command line whichever command it is for. */
final class Given {

    /** Troubles of a name and a value. */
    private static final Set<TroubleKind> OF_VALUES =
            EnumSet.of(TroubleKind.BAD_ARGUMENT, TroubleKind.VALUE_WITH_CONTROL, TroubleKind.NOT_ONE_OF);

    private Given() {}

    /**
     * An option without a value is not one that was left out: a script whose variable is empty meant something.
     *
     * @throws InvalidValue where a single value is empty
     */
    static void refuseEmpty(ParseResult line) {
        for (OptionSpec option : line.matchedOptions()) {
            boolean takesOne =
                    !option.typeInfo().isMultiValue() && option.arity().min() == 1;
            if (takesOne && option.originalStringValues().contains("")) {
                throw new InvalidValue(TroubleKind.BAD_ARGUMENT, option.longestName(), "");
            }
        }
        for (PositionalParamSpec word : line.matchedPositionals()) {
            if (!word.paramLabel().equals("COMMAND")
                    && word.originalStringValues().contains("")) {
                throw new InvalidValue(TroubleKind.BAD_ARGUMENT, word.paramLabel(), "");
            }
        }
        if (line.hasSubcommand()) {
            refuseEmpty(line.subcommand());
        }
    }

    /**
     * Of words that each say another thing about the same, two would leave one aside without a word.
     *
     * @param names of options, with their dashes, and labels of other words
     * @throws InvalidValue where two of them were written
     */
    static void atMostOne(ParseResult line, String... names) {
        List<String> written =
                Stream.of(names).distinct().filter(name -> isThere(line, name)).toList();
        if (written.size() > 1) {
            throw new InvalidValue(TroubleKind.NOT_TOGETHER, written.get(0), written.get(1));
        }
    }

    /**
     * What says nothing unless something else is said, too.
     *
     * @param any of these, one will do
     * @throws InvalidValue where it was written, and none of them
     */
    static void onlyWith(ParseResult line, String name, String... any) {
        if (isThere(line, name) && Stream.of(any).noneMatch(other -> isThere(line, other))) {
            throw new InvalidValue(TroubleKind.ONLY_WITH, name, String.join(", ", any));
        }
    }

    /**
     * The same trouble by the name that its value has here: a type knows only what the value mostly is, such as
     * {@code --time}, and a command may take it as another word.
     *
     * @param line of the whole command line
     */
    static Trouble byOwnName(ParseResult line, Trouble trouble) {
        ParseResult last = line;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        List<Object> arguments = new ArrayList<>(trouble.arguments());
        if (!OF_VALUES.contains(trouble.kind())
                || isName(last, trouble.arguments().getFirst())) {
            return trouble;
        }
        String value = trouble.arguments().get(1);
        Stream<ArgSpec> given = Stream.concat(last.matchedOptions().stream(), last.matchedPositionals().stream());
        Optional<ArgSpec> named = given.filter(argument -> argument.originalStringValues().stream()
                        .anyMatch(v -> Valid.shown(v).equals(value) || v.equals(value)))
                .findFirst();
        if (named.isEmpty()) {
            return trouble;
        }
        arguments.set(
                0,
                named.get() instanceof OptionSpec option
                        ? option.longestName()
                        : named.get().paramLabel());
        return new Trouble(trouble, trouble.kind(), arguments.toArray());
    }

    /** Whether the command has an option or a word of that name. */
    private static boolean isName(ParseResult command, String name) {
        return command.commandSpec().optionsMap().containsKey(name)
                || command.commandSpec().positionalParameters().stream()
                        .anyMatch(word -> word.paramLabel().equals(name));
    }

    /** As {@link #atMostOne} takes it; that of an option of all commands is none of this one's. */
    static String name(ArgSpec word) {
        if (!(word instanceof OptionSpec option)) {
            return word.paramLabel();
        }
        return option.inherited() ? "" : option.longestName();
    }

    /** Whether it was written before or after any command of the line. */
    static boolean isAnywhere(ParseResult line, String option) {
        return line.hasMatchedOption(option) || line.hasSubcommand() && isAnywhere(line.subcommand(), option);
    }

    private static boolean isThere(ParseResult line, String name) {
        return name.startsWith("-")
                ? line.hasMatchedOption(name)
                : line.matchedPositionals().stream()
                        .anyMatch(word -> word.paramLabel().equals(name));
    }

    /**
     * What a word means of those that it may be.
     *
     * @param what it is about, such as {@code --template}
     * @throws InvalidValue where it is none of them
     */
    static <T> T oneOf(String what, String word, List<T> all, Function<T, String> wordOf) {
        return all.stream()
                .filter(one -> wordOf.apply(one).equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidValue(
                        TroubleKind.NOT_ONE_OF,
                        what,
                        Valid.shown(word),
                        all.stream().map(wordOf).collect(Collectors.joining(", "))));
    }

    /**
     * Files are copied from path to path; docker takes {@code -} there for a stream.
     *
     * @throws InvalidValue where it is that
     */
    static void refuseStream(String path) {
        if (path.equals(GivenText.STANDARD_INPUT)) {
            throw new InvalidValue(TroubleKind.COPY_TO_STREAM);
        }
    }

    /** @throws InvalidValue where there is no such folder */
    static Path folder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InvalidValue(TroubleKind.FOLDER_GONE, folder);
        }
        return folder;
    }

    /** @throws InvalidValue where there is nothing of that name */
    static Path file(Path file) {
        if (!Files.exists(file)) {
            throw new InvalidValue(TroubleKind.FILE_UNREADABLE, file, IoReason.NONE);
        }
        return file;
    }
}
