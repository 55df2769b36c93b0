package org.maxdock.launch;

import org.maxdock.text.Valid;

/**
 * Whether an image has a program.
 *
 * @param place where in the image it was found; empty where it was not
 */
record ProgramAnswer(NeededProgram program, State state, String place) {

    /** {@code UNKNOWN} where the image alone does not tell. */
    enum State {
        FOUND,
        MISSING,
        UNKNOWN
    }

    ProgramAnswer {
        Valid.present("program", program);
        Valid.present("state", state);
        place = place == null ? "" : place;
    }

    static ProgramAnswer found(NeededProgram program, String place) {
        return new ProgramAnswer(program, State.FOUND, place);
    }

    static ProgramAnswer without(NeededProgram program, State state) {
        return new ProgramAnswer(program, state, "");
    }

    boolean isMissing() {
        return state == State.MISSING;
    }

    boolean isFound() {
        return state == State.FOUND;
    }
}
