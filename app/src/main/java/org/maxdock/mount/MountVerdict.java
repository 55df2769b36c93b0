package org.maxdock.mount;

import java.util.List;
import java.util.Optional;
import org.maxdock.text.Message;

/** What will become of a mapping. */
public sealed interface MountVerdict {

    /** It will work; the notes say what to know all the same. */
    record Ok(List<Note> notes) implements MountVerdict {

        public Ok {
            notes = List.copyOf(notes);
        }

        @Override
        public Message reason() {
            return notes.isEmpty() ? Message.of("mount.ok") : notes.getFirst().text();
        }

        /** Whether a note warns. */
        public boolean warns() {
            return notes.stream().anyMatch(Note::warning);
        }
    }

    /**
     * The engine, which is root, is refused on the way.
     *
     * @param otherWays mends that put the data elsewhere
     */
    record RootSquash(Message reason, Mend mend, List<Mend> otherWays) implements MountVerdict {}

    /** @param creatable whether the user may make it, as a folder, on the host that was asked */
    record Missing(Message reason, boolean creatable) implements MountVerdict {

        /** One that nobody here could make. */
        public Missing(Message reason) {
            this(reason, false);
        }
    }

    /** The user may not read it, or could not inside. */
    record Denied(Message reason) implements MountVerdict {}

    /** It clashes with another mapping, or with what the image needs. */
    record Conflict(Message reason) implements MountVerdict {}

    /** Docker cannot take it in this form. */
    record Invalid(Message reason, Optional<Mend> mend) implements MountVerdict {}

    Message reason();

    /** What to map instead, where there is something. */
    default Optional<Mend> suggestion() {
        return switch (this) {
            case RootSquash squash -> Optional.of(squash.mend());
            case Invalid invalid -> invalid.mend();
            default -> Optional.empty();
        };
    }

    /** All that could be mapped instead, the suggestion first. */
    default List<Mend> ways() {
        List<Mend> ways = new java.util.ArrayList<>(suggestion().stream().toList());
        if (this instanceof RootSquash squash) {
            ways.addAll(squash.otherWays());
        }
        return ways;
    }

    default boolean holds() {
        return this instanceof Ok;
    }

    /** A word for programs: ok, root-squash, missing, denied, conflict, invalid. */
    default String word() {
        return switch (this) {
            case Ok ok -> "ok";
            case RootSquash squash -> "root-squash";
            case Missing missing -> "missing";
            case Denied denied -> "denied";
            case Conflict conflict -> "conflict";
            case Invalid invalid -> "invalid";
        };
    }
}
