package org.maxdock.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** What is wrong with a command line whichever command it is for. */
final class Given {

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

    /** As {@link #atMostOne} takes it; that of an option of all commands is none of this one's. */
    static String name(ArgSpec word) {
        if (!(word instanceof OptionSpec option)) {
            return word.paramLabel();
        }
        return option.inherited() ? "" : option.longestName();
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
            throw new InvalidValue(TroubleKind.FILE_UNREADABLE, file, "no such file or directory");
        }
        return file;
    }
}
