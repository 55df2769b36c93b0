package org.maxdock.mount;

import java.util.Optional;
import org.maxdock.text.Message;

/** What will become of a mapping. */
public sealed interface MountVerdict {

    /** It will work; {@code note} says what to know all the same, where there is something. */
    record Ok(Optional<Message> note) implements MountVerdict {
        @Override
        public Message reason() {
            return note.orElse(Message.of("mount.ok"));
        }
    }

    /** The engine, which is root, is refused on the way. */
    record RootSquash(Message reason, Mend mend) implements MountVerdict {
    }

    record Missing(Message reason) implements MountVerdict {
    }

    /** The user may not read it. */
    record Denied(Message reason) implements MountVerdict {
    }

    /** It clashes with another mapping. */
    record Conflict(Message reason) implements MountVerdict {
    }

    /** Docker cannot take it in this form. */
    record Invalid(Message reason) implements MountVerdict {
    }

    Message reason();

    default Optional<Mend> suggestion() {
        return this instanceof RootSquash squash ? Optional.of(squash.mend()) : Optional.empty();
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
