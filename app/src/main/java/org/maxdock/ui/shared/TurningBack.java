package org.maxdock.ui.shared;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;

/**
 * In a question about what cannot be taken back, Enter is the answer that does nothing: who presses it without reading
 * loses nothing.
 */
final class TurningBack {

    private TurningBack() {}

    /** Makes the button that closes the question its default, and no other. */
    static void byEnter(DialogPane question) {
        for (ButtonType type : question.getButtonTypes()) {
            boolean back = type.getButtonData() == ButtonBar.ButtonData.CANCEL_CLOSE;
            ((Button) question.lookupButton(type)).setDefaultButton(back);
        }
    }
}
