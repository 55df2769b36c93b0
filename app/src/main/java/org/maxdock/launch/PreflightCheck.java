package org.maxdock.launch;

import java.util.Optional;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/** One line of a preflight: what was looked at, how it stands, why, and what to do. */
public record PreflightCheck(Message subject, Outcome state, Message reason, Optional<Message> mend) {

    /** {@code NOTE} does not stop a launch; {@code FAILS} means that it will fail. */
    public enum Outcome {
        OK,
        NOTE,
        FAILS
    }

    /** What a trouble means for a launch. */
    public static PreflightCheck of(String subject, Trouble trouble) {
        return fails(subject, trouble.sentence(""), trouble.sentence(".mend"));
    }

    static PreflightCheck ok(String subject, Message reason) {
        return new PreflightCheck(Message.of("check." + subject), Outcome.OK, reason, Optional.empty());
    }

    static PreflightCheck note(String subject, Message reason) {
        return new PreflightCheck(Message.of("check." + subject), Outcome.NOTE, reason, Optional.empty());
    }

    static PreflightCheck fails(String subject, Message reason, Message mend) {
        return new PreflightCheck(Message.of("check." + subject), Outcome.FAILS, reason, Optional.of(mend));
    }

    /** The same where it stops nothing. */
    PreflightCheck asNote() {
        return new PreflightCheck(subject, Outcome.NOTE, reason, Optional.empty());
    }
}
