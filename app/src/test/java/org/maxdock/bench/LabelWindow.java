package org.maxdock.bench;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** The least window that JavaFX can show: one label. */
public final class LabelWindow {

    private LabelWindow() {}

    public static void main(String[] words) {
        Platform.startup(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new Label("MaxDock"), 1280, 800));
            stage.show();
        });
    }
}
