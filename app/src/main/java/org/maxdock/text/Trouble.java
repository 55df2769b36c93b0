package org.maxdock.text;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Something that a user can meet and do something about. The bundles hold, for each key, what happened and why
 * ({@code trouble.KEY}) and what to do ({@code trouble.KEY.mend}).
 */
public final class Trouble extends Exception {

    private static final long serialVersionUID = 1L;

    private final TroubleKind kind;
    private final transient List<Object> arguments;
    private final transient List<Message> details;

    public Trouble(TroubleKind kind, Object... arguments) {
        this(null, kind, arguments);
    }

    public Trouble(Throwable cause, TroubleKind kind, Object... arguments) {
        this(
                cause,
                kind,
                Arrays.stream(arguments)
                        .<Object>map(a -> isSentence(a) ? a : String.valueOf(a))
                        .toList(),
                List.of());
    }

    private Trouble(Throwable cause, TroubleKind kind, List<Object> arguments, List<Message> details) {
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
        return arguments.stream().map(String::valueOf).toList();
    }

    /**
     * The same where they are to be read: what is a trouble itself, a {@link Reason} or a {@link Message}, is told by
     * what {@code told} says of it.
     */
    List<String> arguments(Function<Object, String> told) {
        return arguments.stream()
                .map(a -> isSentence(a) ? told.apply(a) : a.toString())
                .toList();
    }

    /** What it says last, which often is why: a text, or what becomes one where it is shown. */
    public Object why() {
        return arguments.getLast();
    }

    static boolean isSentence(Object argument) {
        return argument instanceof Trouble || argument instanceof Reason || argument instanceof Message;
    }

    /** What happened, in a sentence of the key that begins with {@code trouble} and ends with {@code more}. */
    public Message sentence(String more) {
        return new Message("trouble." + key() + more, arguments);
    }

    /** What else is known of it, for those who want to find the cause. */
    public List<Message> details() {
        return details;
    }
}
