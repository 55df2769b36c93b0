package org.maxdock.ui.launch;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Navigation;

/** What the launch maps, and whose that is. */
final class MountsBox {

    private final HBox view;

    MountsBox(LaunchModel model, Navigation navigation, Texts texts) {
        Label text = Controls.wrapped("");
        text.setId("launch-mounts");
        text.textProperty().bind(model.mounts());
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        Button use = Controls.button(texts.get("ui.launch.use-plan"), null, model.loader()::useProjectPlan);
        ButtonFacts.command(use, "maxdock launch -v HOST:CONTAINER");
        use.setId("use-plan");
        use.visibleProperty().bind(model.ownMounts());
        use.managedProperty().bind(use.visibleProperty());
        Button edit = Controls.button(texts.get("ui.edit"), null, () -> navigation.go("mounts"));
        ButtonFacts.command(edit, "maxdock launch -v HOST:CONTAINER");
        view = Controls.row(text, use, edit);
        view.getStyleClass().add("field-box");
    }

    Node view() {
        return view;
    }
}
