package org.maxdock.ui.launch;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.Controls;

/** The script as it will run, to read, to copy, and to edit by hand. */
final class ScriptBox {

    private final ScriptModel model;
    private final TextArea text = new TextArea();
    private final VBox view;

    ScriptBox(ScriptModel model, Texts texts) {
        this.model = model;
        text.getStyleClass().add("code");
        text.setAccessibleText(texts.get("ui.launch.script"));
        ToggleButton editing = new ToggleButton(texts.get("ui.launch.edit-script"));
        ButtonFacts.command(editing, "maxdock submit FILE");
        editing.setMinWidth(Region.USE_PREF_SIZE);
        editing.selectedProperty().bindBidirectional(model.editingProperty());
        editing.disableProperty().bind(model.scriptProperty().isEmpty());
        text.editableProperty().bind(model.editingProperty());
        Label outdated = Controls.badge(texts.get("ui.launch.edited-before"), "warn");
        outdated.visibleProperty().bind(model.outdatedProperty());
        outdated.managedProperty().bind(outdated.visibleProperty());
        Label kept = Controls.badge(texts.get("ui.launch.edits-kept"), "info");
        kept.visibleProperty()
                .bind(model.changedProperty().and(model.editingProperty().not()));
        kept.managedProperty().bind(kept.visibleProperty());
        Button anew = Controls.button(texts.get("ui.launch.edits-away"), null, this::takeTheLaunchs);
        anew.visibleProperty().bind(model.changedProperty().and(model.editingProperty()));
        anew.managedProperty().bind(anew.visibleProperty());
        anew.disableProperty().bind(model.scriptProperty().isEmpty());
        Button copy = Controls.button(texts.get("ui.copy"), null, () -> Controls.copy(model.now()));
        copy.disableProperty().bind(model.scriptProperty().isEmpty());
        view = Controls.panel(
                Controls.row(
                        Controls.head(texts.get("ui.launch.script")),
                        Controls.space(),
                        outdated,
                        kept,
                        anew,
                        editing,
                        copy),
                text);
        VBox.setVgrow(text, Priority.ALWAYS);
        model.scriptProperty().addListener((o, was, is) -> show());
        model.editingProperty().addListener((o, was, is) -> show());
        text.textProperty().addListener((o, was, is) -> {
            if (model.editingProperty().get()) {
                model.editedProperty().set(is);
            }
        });
        show();
    }

    private void takeTheLaunchs() {
        model.takeTheLaunchs();
        show();
    }

    private void show() {
        String now = model.now();
        if (!now.equals(text.getText())) {
            text.setText(now);
        }
    }

    VBox view() {
        return view;
    }
}
