package org.maxdock.ui.launch;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import org.maxdock.text.Texts;

/** Which image: one of those that are recorded. */
final class ImageBox {

    private final DraftModel model;
    private final ComboBox<String> view = new ComboBox<>();
    private boolean showing;

    ImageBox(DraftModel model, Texts texts) {
        this.model = model;
        view.setId(DraftFields.id(DraftField.IMAGE));
        view.setMaxWidth(Double.MAX_VALUE);
        view.setPromptText(texts.get("ui.launch.no-image"));
        view.setAccessibleText(texts.get(DraftField.IMAGE.caption()));
        view.valueProperty().addListener((o, was, is) -> {
            if (!showing && is != null) {
                model.choose(is);
            }
        });
        model.imagesProperty().addListener((o, was, is) -> show());
        model.imageProperty().addListener((o, was, is) -> show());
        show();
    }

    Node view() {
        return view;
    }

    private void show() {
        showing = true;
        if (!view.getItems().equals(model.imagesProperty().get())) {
            view.getItems().setAll(model.imagesProperty().get());
        }
        view.setValue(model.image().isEmpty() ? null : model.image());
        showing = false;
    }
}
