package org.maxdock.ui.launch;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.maxdock.launch.RunMode;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Session;

/** The run modes, each explained in a sentence where it is chosen. */
final class ModeButtons {

    private final Session session;
    private final Consumer<RunMode> changed;
    private final SegmentedButton buttons = new SegmentedButton();
    private final Label text = Controls.wrapped("");
    private final VBox view;
    private RunMode chosen = RunMode.ME;

    /** @param changed called with each mode that is chosen from now on */
    ModeButtons(Session session, Consumer<RunMode> changed) {
        this.session = session;
        this.changed = changed;
        text.getStyleClass().add("text-muted");
        for (RunMode each : RunMode.values()) {
            ToggleButton button = new ToggleButton(session.text("ui.mode." + each.word()));
            button.setUserData(each);
            button.setOnAction(e -> choose(each));
            buttons.getButtons().add(button);
        }
        view = new VBox(4, Controls.field(session.text("ui.launch.mode"), buttons), text);
        choose(RunMode.ME);
    }

    Node view() {
        return view;
    }

    RunMode chosen() {
        return chosen;
    }

    void choose(RunMode mode) {
        chosen = mode;
        buttons.getButtons().forEach(b -> b.setSelected(b.getUserData() == mode));
        text.setText(session.text("ui.mode." + mode.word() + ".text"));
        changed.accept(mode);
    }
}
