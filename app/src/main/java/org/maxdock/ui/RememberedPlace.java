package org.maxdock.ui;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.maxdock.store.ViewFile;
import org.maxdock.store.WindowPlace;
import org.maxdock.text.Trouble;

/** Has the window come up where it was, on a screen that is still there. */
final class RememberedPlace {

    /** So much of the window's head has to be on a screen for it to be taken by the hand. */
    private static final double HANDLE_WIDTH = 200;

    private static final double HANDLE_HEIGHT = 40;

    private final ViewFile<WindowPlace> file;
    private volatile Optional<WindowPlace> now = Optional.empty();

    RememberedPlace(ViewFile<WindowPlace> file) {
        this.file = file;
    }

    /** To be called before the window is shown; from then on its place is followed. On the window's thread. */
    void follow(Stage stage) {
        file.read().ifPresent(kept -> {
            Optional<Rectangle2D> there = screen(kept);
            Rectangle2D room = there.orElseGet(() -> Screen.getPrimary().getVisualBounds());
            stage.setWidth(Math.min(kept.width(), room.getWidth()));
            stage.setHeight(Math.min(kept.height(), room.getHeight()));
            if (there.isPresent()) {
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

    /** The room of the screen that its head is on. */
    private static Optional<Rectangle2D> screen(WindowPlace kept) {
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .filter(room -> kept.y() >= room.getMinY()
                        && kept.y() + HANDLE_HEIGHT <= room.getMaxY()
                        && kept.x() + kept.width() - HANDLE_WIDTH >= room.getMinX()
                        && kept.x() + HANDLE_WIDTH <= room.getMaxX())
                .findFirst();
    }

    private void look(Stage stage) {
        if (!stage.isShowing() || stage.isIconified() || stage.isFullScreen()) {
            return;
        }
        if (stage.isMaximized()) {
            now = now.map(was -> new WindowPlace(was.x(), was.y(), was.width(), was.height(), true));
        } else {
            now = Optional.of(new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false));
        }
    }

    /** Keeps it; not on the window's thread. Where it cannot be kept, nothing is lost that anybody made. */
    void keep() {
        now.ifPresent(place -> {
            try {
                file.write(place);
            } catch (Trouble e) {
                System.getLogger(RememberedPlace.class.getName())
                        .log(System.Logger.Level.DEBUG, "the window's place is not kept", e);
            }
        });
    }
}
