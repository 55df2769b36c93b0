package org.maxdock.slurm;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/**
 * What a job of MaxDock's carries as its comment, and its containers as a label, so that they are found again:
 * {@code maxdock:} and a UUID. Others can write it too: it says whose a job claims to be, and no more.
 */
public record Mark(String text) {

    private static final String PREFIX = "maxdock:";
    private static final Pattern GRAMMAR = Pattern.compile(PREFIX + "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** @throws InvalidValue where it is none */
    public Mark {
        if (text == null || !GRAMMAR.matcher(text).matches()) {
            throw new InvalidValue(TroubleKind.BAD_ARGUMENT, "mark", Valid.shown(text == null ? "" : text));
        }
    }

    /** One that was never given before. */
    public static Mark fresh() {
        return of(UUID.randomUUID());
    }

    public static Mark of(UUID id) {
        return new Mark(PREFIX + id);
    }

    /** The mark that a comment or a label is; empty where it is none. */
    public static Optional<Mark> read(String text) {
        return GRAMMAR.matcher(text).matches() ? Optional.of(new Mark(text)) : Optional.empty();
    }

    /** The mark of that {@link #name}; empty where there is none such. */
    public static Optional<Mark> named(String name) {
        return read(PREFIX + name);
    }

    /** The UUID alone, which is good for the name of a file and of a terminal. */
    public String name() {
        return text.substring(PREFIX.length());
    }

    /** A text with this mark in the place of any other. */
    public String in(String script) {
        return script.replaceAll(PREFIX + "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", text);
    }

    @Override
    public String toString() {
        return text;
    }
}
