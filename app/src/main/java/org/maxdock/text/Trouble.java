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
    private final transient List<Message> details;

    public Trouble(TroubleKind kind, Object... arguments) {
        this(null, kind, arguments);
    }

    public Trouble(Throwable cause, TroubleKind kind, Object... arguments) {
        this(cause, kind, Arrays.stream(arguments).map(String::valueOf).toList(), List.of());
    }

    private Trouble(Throwable cause, TroubleKind kind, List<String> arguments, List<Message> details) {
        super(kind.key() + " " + arguments, cause);
        this.kind = kind;
        this.arguments = arguments;
        this.details = details;
    }

    /** The same, with sentences that say more of what happened. */
    public Trouble with(List<Message> more) {
        return new Trouble(this, kind, arguments, List.copyOf(more));
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

    /** What else is known of it, for those who want to find the cause. */
    public List<Message> details() {
        return details;
    }
}
