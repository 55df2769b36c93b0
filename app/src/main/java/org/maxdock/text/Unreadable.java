package org.maxdock.text;

import java.io.IOException;

/** That what somebody wrote is not what it should be, and why, in a sentence that each language has. */
public final class Unreadable extends IOException {

    private static final long serialVersionUID = 1L;

    /** Of what is not as it should be in a way that no user can mend: its cause is for who looks into it. */
    public static final Reason FORM = Reason.of("reason.no-form", "it is not in the form that it should have");

    private final transient Reason reason;

    public Unreadable(Reason reason) {
        this(reason, null);
    }

    public Unreadable(Reason reason, Throwable cause) {
        super(reason.plain(), cause);
        this.reason = reason;
    }

    /** Of what is not in its form. */
    public static Unreadable form() {
        return new Unreadable(FORM);
    }

    public Reason reason() {
        return reason;
    }
}
