package org.maxdock.ui.launch;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.maxdock.launch.RunMode;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.Controls;

/** The run modes, each explained in a sentence where it is chosen. */
final class ModeButtons {

    private final LaunchDraft draft;
    private final Texts texts;
    private final SegmentedButton buttons = new SegmentedButton();
    private final Label text = Controls.wrapped("");
    private final VBox view;

    ModeButtons(LaunchDraft draft, Texts texts) {
        this.draft = draft;
        this.texts = texts;
        text.getStyleClass().add("text-muted");
        for (RunMode each : RunMode.values()) {
            ToggleButton button = new ToggleButton(texts.get("ui.mode." + each.word()));
            ButtonFacts.command(button, "maxdock launch --mode " + each.word());
            button.setUserData(each);
            button.setOnAction(e -> {
                draft.modeProperty().set(each);
                show(); // a click on the chosen one would take the choice away
            });
            buttons.getButtons().add(button);
        }
        view = new VBox(4, Controls.field(texts.get("ui.launch.mode"), buttons), text);
        draft.modeProperty().addListener((o, was, is) -> show());
        show();
    }

    Node view() {
        return view;
    }

    private void show() {
        RunMode mode = draft.modeProperty().get();
        buttons.getButtons().forEach(b -> b.setSelected(b.getUserData() == mode));
        text.setText(texts.get("ui.mode." + mode.word() + ".text"));
    }
}
