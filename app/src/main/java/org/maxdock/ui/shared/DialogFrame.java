package org.maxdock.ui.shared;

import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogEvent;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/** What every dialog of the program is made of: the same spacing, and never more than the screen has room for. */
final class DialogFrame {

    private static final Insets PADDING = new Insets(14, 16, 0, 16);
    private static final double QUESTION_WIDTH = 460;

    private DialogFrame() {}

    /** One with something in it, that is not shown yet; its buttons stand as they are given. */
    static <T> Dialog<T> of(String title, Node content, ButtonType... buttons) {
        Dialog<T> dialog = new Dialog<>();
        dialog.setTitle(title);
        dialog.setHeaderText(null);
        dialog.setResizable(true);
        VBox padded = new VBox(content);
        VBox.setVgrow(content, Priority.ALWAYS);
        padded.setPadding(PADDING);
        dialog.getDialogPane().setContent(padded);
        dialog.getDialogPane().getButtonTypes().addAll(buttons);
        DialogPane pane = dialog.getDialogPane();
        pane.addEventFilter(KeyEvent.KEY_PRESSED, e -> escape(pane, e));
        whenShown(dialog, () -> fit(pane));
        return dialog;
    }

    /** Lists and trees take Escape for the end of an edit, also where none is: then it turns back, as anywhere else. */
    private static void escape(DialogPane pane, KeyEvent key) {
        boolean idle = key.getTarget() instanceof ListView<?> list && list.getEditingIndex() < 0
                || key.getTarget() instanceof TreeView<?> tree && tree.getEditingItem() == null;
        if (idle && key.getCode() == KeyCode.ESCAPE) {
            pane.getButtonTypes().stream()
                    .filter(type -> type.getButtonData().isCancelButton())
                    .findFirst()
                    .ifPresent(type -> {
                        key.consume();
                        ((Button) pane.lookupButton(type)).fire();
                    });
        }
    }

    /** Once all that is in it is there: its own event of being shown comes before that of one that is waited for. */
    static void whenShown(Dialog<?> dialog, Runnable then) {
        dialog.addEventHandler(
                DialogEvent.DIALOG_SHOWING,
                e -> dialog.getDialogPane()
                        .getScene()
                        .getWindow()
                        .addEventHandler(WindowEvent.WINDOW_SHOWN, shown -> then.run()));
    }

    /** One that asks about what cannot be taken back: turning back is what Enter does. */
    static <T> Dialog<T> question(String title, String question, ButtonType... buttons) {
        Label text = Controls.wrapped(question);
        text.setMaxWidth(QUESTION_WIDTH);
        Dialog<T> dialog = of(title, text, buttons);
        dialog.getDialogPane().getStyleClass().addAll("alert", "confirmation");
        TurningBack.byEnter(dialog.getDialogPane());
        return dialog;
    }

    /** What is too tall for the screen is scrolled, so that title bar and buttons are there to be used. */
    static void fit(DialogPane pane) {
        Window window = pane.getScene().getWindow();
        Rectangle2D screen =
                Screen.getScreensForRectangle(window.getX(), window.getY(), window.getWidth(), window.getHeight())
                        .stream()
                        .findFirst()
                        .orElse(Screen.getPrimary())
                        .getVisualBounds();
        if (window.getHeight() > screen.getHeight()) {
            if (!(pane.getContent() instanceof ScrollPane)) {
                ScrollPane scroll = new ScrollPane(pane.getContent());
                scroll.setFitToWidth(true);
                scroll.getStyleClass().add("edge-to-edge");
                pane.setContent(scroll);
            }
            window.setHeight(screen.getHeight());
        }
        window.setX(Math.max(screen.getMinX(), Math.min(window.getX(), screen.getMaxX() - window.getWidth())));
        window.setY(Math.max(screen.getMinY(), Math.min(window.getY(), screen.getMaxY() - window.getHeight())));
    }
}
