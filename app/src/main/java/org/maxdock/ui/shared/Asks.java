package org.maxdock.ui.shared;

import java.util.Optional;

/** Questions that a model has for the user; the window asks them in dialogs, and tests answer them. */
public interface Asks {

    /** Whether to do what cannot be undone; the harmless answer is the default. */
    boolean confirm(String title, String question, String yes);

    /** A text; empty when the user gives none. */
    Optional<String> text(String title, String question, String before);

    /** A text of several lines; empty when the user gives none. */
    Optional<String> longText(String title, String question);
}
