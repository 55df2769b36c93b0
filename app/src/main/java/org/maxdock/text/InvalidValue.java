package org.maxdock.text;

/**
 * A value that its type refuses. Types refuse in their constructors, and a record's constructor may throw nothing
 * checked; so this one is unchecked, and carries the {@link Trouble} that the user is told. Whoever takes values from
 * outside turns it into that at its edge: a command ({@code cli.CommandContext}), background work of the window, a file
 * that is read ({@link IoReason#orValue}). What reads another machine's answer asks a type's {@code read}, which is
 * empty instead.
 */
public final class InvalidValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Trouble trouble;

    public InvalidValue(TroubleKind kind, Object... arguments) {
        this(new Trouble(kind, arguments));
    }

    private InvalidValue(Trouble trouble) {
        super(trouble.getMessage());
        this.trouble = trouble;
    }

    /** What the user is told. */
    public Trouble trouble() {
        return trouble;
    }

    /** Makes a value from what a user gave. */
    @FunctionalInterface
    public interface Maker<T> {
        T make() throws Trouble;
    }

    /** The value, or the trouble that its type has with what was given. */
    public static <T> T orTrouble(Maker<T> maker) throws Trouble {
        try {
            return maker.make();
        } catch (InvalidValue e) {
            throw e.trouble();
        }
    }
}
