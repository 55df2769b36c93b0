package org.maxdock.text;

import java.util.Arrays;
import java.util.List;

/**
 * Something that a user can meet and do something about. The bundles hold, for each key, what happened and why
 * ({@code trouble.KEY}) and what to do ({@code trouble.KEY.mend}).
 */
public final class Trouble extends Exception {

    private static final long serialVersionUID = 1L;

    private final TroubleKind kind;
    private final transient List<String> arguments;

    public Trouble(TroubleKind kind, Object... arguments) {
        this(null, kind, arguments);
    }

    public Trouble(Throwable cause, TroubleKind kind, Object... arguments) {
        super(kind.key() + " " + Arrays.toString(arguments), cause);
        this.kind = kind;
        this.arguments = Arrays.stream(arguments).map(String::valueOf).toList();
    }

    public TroubleKind kind() {
        return kind;
    }

    /** The kind as bundles and JSON name it. */
    public String key() {
        return kind.key();
    }

    public List<String> arguments() {
        return arguments;
    }
}
