package org.maxdock.ui;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.maxdock.store.WindowPlace;
import org.maxdock.store.WindowPlaceFile;
import org.maxdock.text.Trouble;

/** Has the window come up where it was, on a screen that is still there. */
final class RememberedPlace {

    /** So much of the window's head has to be on a screen for it to be taken by the hand. */
    private static final double HANDLE_WIDTH = 200;

    private static final double HANDLE_HEIGHT = 40;

    private final WindowPlaceFile file;
    private volatile Optional<WindowPlace> now = Optional.empty();

    RememberedPlace(WindowPlaceFile file) {
        this.file = file;
    }

    /** To be called before the window is shown; from then on its place is followed. On the window's thread. */
    void follow(Stage stage) {
        file.read().ifPresent(kept -> {
            stage.setWidth(kept.width());
            stage.setHeight(kept.height());
            if (isOnScreen(kept)) {
                stage.setX(kept.x());
                stage.setY(kept.y());
            }
            stage.setMaximized(kept.maximized());
            now = Optional.of(kept);
        });
        InvalidationListener moved = o -> Platform.runLater(() -> look(stage)); // several change at once
        stage.xProperty().addListener(moved);
        stage.yProperty().addListener(moved);
        stage.widthProperty().addListener(moved);
        stage.heightProperty().addListener(moved);
        stage.maximizedProperty().addListener(moved);
    }

    private static boolean isOnScreen(WindowPlace kept) {
        return !Screen.getScreensForRectangle(kept.x(), kept.y(), HANDLE_WIDTH, HANDLE_HEIGHT)
                .isEmpty();
    }

    private void look(Stage stage) {
        if (!stage.isShowing() || stage.isIconified()) {
            return;
        }
        if (stage.isMaximized()) {
            now = now.map(was -> new WindowPlace(was.x(), was.y(), was.width(), was.height(), true));
        } else {
            now = Optional.of(new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false));
        }
    }

    /** Keeps it; not on the window's thread. */
    void keep() throws Trouble {
        if (now.isPresent()) {
            file.write(now.get());
        }
    }
}
