package org.maxdock.ui.shared;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maxdock.text.Texts;

/** A command or script as it will run, to read and to copy. */
public final class CommandBox {

    private final TextArea text = new TextArea();
    private final VBox view;
    private final Button copy;
    private final HBox head;
    private ToggleButton editing;
    private String latest = "";

    public CommandBox(Texts texts, String title, javafx.scene.Node... extras) {
        text.setEditable(false);
        text.getStyleClass().add("code");
        text.setAccessibleText(title);
        copy = Controls.button(texts.get("ui.copy"), null, () -> Controls.copy(text.getText()));
        head = Controls.row(Controls.head(title), Controls.space());
        head.getChildren().addAll(extras);
        head.getChildren().add(copy);
        view = Controls.panel(head, text);
        VBox.setVgrow(text, Priority.ALWAYS);
    }

    /** Lets the user change the text; while that is chosen, it is theirs and nothing else changes it. */
    public void offerEditing(String caption) {
        editing = new ToggleButton(caption);
        editing.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        text.editableProperty().bind(editing.selectedProperty());
        head.getChildren().add(head.getChildren().size() - 1, editing);
        editing.setOnAction(e -> {
            if (!editing.isSelected()) {
                text.setText(latest);
            }
        });
    }

    /** What the user made of the text is given up for what it would be. */
    public void stopEditing() {
        if (editing != null && editing.isSelected()) {
            editing.setSelected(false);
            text.setText(latest);
        }
    }

    /** What the user made of the text; empty where they leave it as it is. */
    public Optional<String> edited() {
        return editing != null && editing.isSelected() ? Optional.of(text.getText()) : Optional.empty();
    }

    public VBox view() {
        return view;
    }

    /** What there is to know of the command. */
    public void explain(String tip) {
        text.setTooltip(new Tooltip(tip));
        text.setAccessibleHelp(tip);
    }

    public void show(String command) {
        latest = command;
        if (!command.equals(text.getText()) && edited().isEmpty()) {
            text.setText(command);
        }
        copy.setDisable(command.isEmpty());
    }

    public String shown() {
        return text.getText();
    }
}
