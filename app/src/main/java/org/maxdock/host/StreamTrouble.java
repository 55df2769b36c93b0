package org.maxdock.host;

import java.io.IOException;
import java.util.Optional;
import org.maxdock.text.Trouble;

/** A stream that broke for a reason that is known: who reads it may find that below what became of it. */
public final class StreamTrouble extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Trouble trouble;

    public StreamTrouble(Trouble trouble) {
        super(trouble.getMessage(), trouble);
        this.trouble = trouble;
    }

    /** The reason that one of these gives; empty where none is among the causes. */
    public static Optional<Trouble> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamTrouble known) {
                return Optional.of(known.trouble);
            }
        }
        return Optional.empty();
    }
}
