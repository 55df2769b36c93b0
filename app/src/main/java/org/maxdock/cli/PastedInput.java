package org.maxdock.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.maxdock.paste.NotTaken;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/** What a command is given as people copy it, and what of it is told. */
final class PastedInput {

    private PastedInput() {}

    /** @param given a file, {@code -} for the standard input, or the text itself: several words, or a mapping */
    static String of(String given) throws Trouble {
        return given.equals(GivenText.STANDARD_INPUT) || isFile(given) ? GivenText.of(given) : given;
    }

    private static boolean isFile(String given) {
        boolean word = !given.startsWith("-") && given.chars().noneMatch(c -> c == ':' || Character.isWhitespace(c));
        try {
            return word || Files.exists(Path.of(given));
        } catch (InvalidPathException noName) { // then it is the text
            return false;
        }
    }

    /** Says what was not taken over, each with its reason, and what the engine will refuse. */
    static void tell(Console console, List<NotTaken> notTaken, List<Message> warnings) {
        notTaken.forEach(left ->
                console.note("cli.not-taken", left.what(), console.texts().get(left.reason())));
        warnings.forEach(console::note);
    }
}
