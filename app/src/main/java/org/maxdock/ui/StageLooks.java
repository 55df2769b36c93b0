package org.maxdock.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** How the window stands among others: its name, its icons, how small it may be, and how what is in it looks. */
final class StageLooks {

    private static final List<Integer> ICON_SIZES = List.of(32, 64);
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 700;

    private StageLooks() {}

    static void dress(Stage stage, Scene scene) {
        scene.getStylesheets()
                .add(StageLooks.class.getResource("/org/maxdock/maxdock.css").toExternalForm());
        new CutTexts().follow(scene);
        stage.setScene(scene);
        stage.setTitle("MaxDock");
        ICON_SIZES.forEach(size -> stage.getIcons().add(new Image("/org/maxdock/icons/maxdock-" + size + ".png")));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
    }

    /** @param name dark, or anything else for light */
    static void theme(String name) {
        Application.setUserAgentStylesheet(
                name.equals("dark")
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
    }
}
