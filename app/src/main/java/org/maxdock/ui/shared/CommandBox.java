package org.maxdock.ui.shared;

import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
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
        copy = Parts.button(texts.get("ui.copy"), null, () -> Parts.copy(text.getText()));
        var head = Parts.row(Parts.head(title), Parts.space());
        head.getChildren().addAll(extras);
        head.getChildren().add(copy);
        view = Parts.panel(head, text);
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

    public String shown() {
        return text.getText();
    }
}
