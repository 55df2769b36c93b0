package org.maxdock.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;
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
            if (!word.typeInfo().isMultiValue() && word.originalStringValues().contains("")) {
                throw new InvalidValue(TroubleKind.BAD_ARGUMENT, word.paramLabel(), "");
            }
        }
        if (line.hasSubcommand()) {
            refuseEmpty(line.subcommand());
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
