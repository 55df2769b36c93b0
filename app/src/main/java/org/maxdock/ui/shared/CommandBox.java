package org.maxdock.ui.shared;

import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
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

    public CommandBox(Texts texts, String title, javafx.scene.Node... extras) {
        text.setEditable(false);
        text.getStyleClass().add("code");
        text.setAccessibleText(title);
        copy = Controls.button(texts.get("ui.copy"), null, () -> Controls.copy(text.getText()));
        HBox head = Controls.row(Controls.head(title), Controls.space());
        head.getChildren().addAll(extras);
        head.getChildren().add(copy);
        view = Controls.panel(head, text);
        VBox.setVgrow(text, Priority.ALWAYS);
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
        if (!command.equals(text.getText())) {
            text.setText(command);
        }
        copy.setDisable(command.isEmpty());
    }
}
