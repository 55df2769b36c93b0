package org.maxdock.ui.terminals;

import com.techsenger.jeditermfx.core.util.Platform;
import com.techsenger.jeditermfx.ui.TerminalActionPresentation;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import org.maxdock.text.Texts;

/** What can be done in a terminal, in the user's language, and the keys for it. */
final class TerminalKeys {

    private final Texts texts;

    TerminalKeys(Texts texts) {
        this.texts = texts;
    }

    Texts texts() {
        return texts;
    }

    /** @param keys as {@link KeyCombination#valueOf} reads them; the first is shown */
    TerminalActionPresentation of(String action, String... keys) {
        return new TerminalActionPresentation(
                name(action),
                Stream.of(keys)
                        .map(TerminalKeys::here)
                        .map(KeyCombination::valueOf)
                        .toList());
    }

    TerminalActionPresentation paste() {
        return of("paste", "Ctrl+Shift+V", "Shift+Insert");
    }

    /** What is Ctrl with Shift elsewhere, so that Ctrl is left to the program, is Command on a Mac. */
    private static String here(String keys) {
        return Platform.isMacOS() ? keys.replaceFirst("^Ctrl\\+(Shift\\+)?", "Meta+") : keys;
    }

    /** By the menu alone. */
    TerminalActionPresentation none(String action) {
        return new TerminalActionPresentation(name(action), List.of());
    }

    private String name(String action) {
        return texts.get("ui.terminal.do." + action);
    }
}
