package org.maxdock.ui.launch;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;

/** Makes the fields of a draft: each shows what the draft says, and beside it what is wrong with it. */
final class DraftFields {

    private final DraftModel model;
    private final Texts texts;

    DraftFields(DraftModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    TextField text(DraftField field, int columns) {
        TextField text = follow(field, new TextField());
        text.setPrefColumnCount(columns);
        return text;
    }

    <T extends TextInputControl> T follow(DraftField field, T control) {
        control.setId(id(field));
        control.textProperty().bindBidirectional(model.draft().text(field));
        control.setAccessibleText(texts.get(field.caption()));
        return control;
    }

    static String id(DraftField field) {
        return switch (field) {
            case GPUS, PUBLISH -> "docker-" + field.word();
            default -> field.isSlurmOption() ? "slurm-" + field.word() : field.word();
        };
    }

    /** With its caption above and its trouble below. */
    VBox captioned(DraftField field, Node control) {
        VBox box = Controls.field(texts.get(field.caption()), control);
        box.getChildren().add(trouble(field));
        return box;
    }

    /** What is wrong with it; takes no place while it is right, or does not count. */
    Label trouble(DraftField field) {
        Label label = Controls.wrapped("");
        label.getStyleClass().add("field-trouble");
        label.managedProperty().bind(label.visibleProperty());
        Runnable show = () -> {
            String text = model.draftedProperty()
                    .get()
                    .trouble(field)
                    .filter(t -> field != DraftField.IMAGE || !model.image().isEmpty())
                    .map(texts::what)
                    .orElse("");
            label.setText(text);
            label.setVisible(!text.isEmpty());
        };
        model.draftedProperty().addListener((o, was, is) -> show.run());
        show.run();
        return label;
    }
}
