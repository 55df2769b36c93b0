package org.maxdock.ui.overview;

import java.util.List;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;

/** Where a server is named and connected to: by the button, or by Enter. */
final class ConnectPanel {

    private final VBox view;

    ConnectPanel(ConnectModel model, Texts texts) {
        ComboBox<String> target = new ComboBox<>();
        target.setEditable(true);
        target.setPromptText(texts.get("ui.connect.prompt"));
        target.setPrefWidth(340);
        target.setId("target");
        offer(target, model.targets());
        target.setOnShowing(e -> model.refresh());
        model.targets().addListener((InvalidationListener) o -> offer(target, model.targets()));
        model.refresh();
        target.getEditor().textProperty().bindBidirectional(model.targetProperty());
        Controls.onEnter(target, model::connect);
        target.sceneProperty().addListener((o, was, is) -> Platform.runLater(target::requestFocus));
        Button connect = Controls.primary(texts.get("ui.connect"), "fth-log-in", model::connect);
        connect.disableProperty().bind(model.connectable().not());
        Button cancel = Controls.button(texts.get("ui.cancel"), "fth-x", model::cancel);
        cancel.setId("cancel-connecting");
        cancel.visibleProperty().bind(model.connecting());
        cancel.managedProperty().bind(cancel.visibleProperty());
        ProgressIndicator waiting = new ProgressIndicator();
        waiting.setPrefSize(20, 20);
        waiting.visibleProperty().bind(model.connecting());
        waiting.managedProperty().bind(waiting.visibleProperty());
        Label status = Controls.wrapped("");
        status.textProperty().bind(model.status());
        VBox body = new VBox(
                12,
                Controls.wrapped(texts.get("ui.connect.text")),
                Controls.row(
                        Controls.field(texts.get("ui.connect.target"), target),
                        new KeyChoice(texts, model.keyProperty(), model::connect).view()),
                Controls.row(connect, cancel, waiting, status));
        body.getStyleClass().add("panel-body");
        view = Controls.panel(Controls.head(texts.get("ui.connect.title")), body);
    }

    /** What is typed stays, whatever is offered. */
    private static void offer(ComboBox<String> target, List<String> all) {
        String typed = target.getEditor().getText();
        target.getItems().setAll(all);
        target.getEditor().setText(typed);
    }

    VBox view() {
        return view;
    }
}
