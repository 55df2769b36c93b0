package org.maxdock.ui.shared;

import javafx.scene.input.KeyCombination;

/**
 * The keys for what is done often. On the page in view each presses the button that it belongs to; elsewhere it goes to
 * the page of that button, and presses it where that can do no harm.
 */
public enum ActionKey {
    BUILD("Ctrl+B", false, false),
    /** Starts the launch that is being made. */
    START("Ctrl+Enter", false, false),
    RECORD("Ctrl+Shift+R", false, true),
    PUSH("Ctrl+Shift+P", false, true),
    VERIFY("Ctrl+Shift+E", false, true),
    REFRESH("F5", false, false),
    NEW_TERMINAL("Ctrl+Shift+T", true, true);

    private final String shown;
    private final boolean everywhere;
    private final boolean inTerminals;

    ActionKey(String shown, boolean everywhere, boolean inTerminals) {
        this.shown = shown;
        this.everywhere = everywhere;
        this.inTerminals = inTerminals;
    }

    /** As it is written in texts. */
    public String shown() {
        return shown;
    }

    public KeyCombination combination() {
        return KeyCombination.valueOf(shown.replace("Ctrl", "Shortcut"));
    }

    /** Whether it presses its button on other pages too. */
    public boolean isEverywhere() {
        return everywhere;
    }

    /** Whether it is the window's in a terminal too, where others are for the program inside. */
    public boolean isInTerminals() {
        return inTerminals;
    }
}
