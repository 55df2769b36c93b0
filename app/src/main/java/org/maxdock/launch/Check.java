package org.maxdock.launch;

import java.util.Optional;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/** One line of a preflight: what was looked at, how it stands, why, and what to do. */
public record Check(Message subject, State state, Message reason, Optional<Message> mend) {

    /** {@code NOTE} does not stop a launch; {@code FAILS} means that it will fail. */
    public enum State { OK, NOTE, FAILS }

    /** What a trouble means for a launch. */
    public static Check of(String subject, Trouble trouble) {
        return fails(subject, new Message("trouble." + trouble.key(), trouble.arguments()), new Message("trouble." + trouble.key() + ".mend", trouble.arguments()));
    }

    static Check ok(String subject, Message reason) {
        return new Check(Message.of("check." + subject), State.OK, reason, Optional.empty());
    }

    static Check note(String subject, Message reason) {
        return new Check(Message.of("check." + subject), State.NOTE, reason, Optional.empty());
    }

    static Check fails(String subject, Message reason, Message mend) {
        return new Check(Message.of("check." + subject), State.FAILS, reason, Optional.of(mend));
    }
}
