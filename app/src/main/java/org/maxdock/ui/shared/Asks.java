package org.maxdock.ui.shared;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.maxdock.text.Trouble;

/** Questions that a model has for the user; the window asks them in dialogs, and tests answer them. */
public interface Asks {

    /** Whether to do what cannot be undone; the harmless answer is the default. */
    boolean confirm(String title, String question, String yes);

    /** Whether to go on with something that is to be looked at first; the harmless answer is the default. */
    boolean look(String title, String question, String shown, String yes);

    /** A text; empty when the user gives none. */
    Optional<String> text(String title, String question, String before);

    /**
     * The same; what makes no value is refused beneath the question, which stays. Nothing can be answered where that is
     * a value.
     */
    Optional<String> text(String title, String question, String before, Value value);

    /** What an answer has to be. */
    @FunctionalInterface
    interface Value {
        /** Makes the value, which is not kept. */
        Object of(String answer) throws Trouble;
    }

    /** A text of several lines; empty when the user gives none. */
    Optional<String> longText(String title, String question);

    /** One of several, each shown as a text; empty when the user turns back. */
    <T> Optional<T> choose(String title, String question, List<T> options, Function<T, String> text);

    /** One of a few ways to go on, each a button, the first, the harmless one, by Enter; empty to turn back. */
    Optional<String> decide(String title, String question, List<String> answers);
}
