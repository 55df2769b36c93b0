package org.maxdock.operation;

import java.util.Optional;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/**
 * What was found of one thing that the program needs or can use. Fit for a help desk: what is secret is in no part.
 *
 * @param part the name of the thing, a key below {@code doctor.part}
 * @param mend what to do about it, where there is something to do
 * @param why what went wrong, where asking for it failed
 */
public record Finding(String part, State state, Message said, Optional<Message> mend, Optional<Trouble> why) {

    /** Whether a thing is there; what is {@code ABSENT} is needed by some only, what is {@code BROKEN} by all. */
    public enum State {
        PRESENT,
        ABSENT,
        BROKEN
    }

    static Finding present(String part, Message said) {
        return new Finding(part, State.PRESENT, said, Optional.empty(), Optional.empty());
    }

    /** One that is not there, told by the key's sentence, and with what to do by the same key and {@code .mend}. */
    static Finding not(State state, String part, Message said) {
        Message mend = Message.of(said.key() + ".mend", said.arguments().toArray());
        return new Finding(part, state, said, Optional.of(mend), Optional.empty());
    }

    /** One that could not be asked for. */
    static Finding failed(State state, String part, Trouble why) {
        return new Finding(part, state, Message.of("doctor.trouble"), Optional.empty(), Optional.of(why));
    }
}
