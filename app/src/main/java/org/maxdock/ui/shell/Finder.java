package org.maxdock.ui.shell;

import atlantafx.base.theme.Styles;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Reachable;

/** Before the page, while one looks for something: a field, and what fits below it. */
final class Finder extends StackPane {

    private static final int PAGE = 8;

    /** What there is room for in a line. */
    private static final int LONGEST = 64;

    private final FinderModel model;
    private final TextField field = new TextField();
    private final ListView<Reachable> list = new ListView<>();
    private Node before;

    Finder(FinderModel model, Texts texts) {
        this.model = model;
        getStyleClass().add("finder-veil");
        field.setId("find-anything");
        field.setPromptText(texts.get("ui.finder.prompt"));
        field.setAccessibleText(texts.get("ui.finder"));
        field.textProperty().bindBidirectional(model.typedProperty());
        list.setItems(model.found());
        list.setFocusTraversable(false);
        list.setPlaceholder(Controls.nothing(texts.get("ui.finder.nothing")));
        list.setCellFactory(view -> new Row());
        VBox box = new VBox(8, field, list);
        box.getStyleClass().add("finder");
        box.setMaxSize(640, Region.USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        StackPane.setMargin(box, new Insets(24, 0, 0, 0));
        getChildren().add(box);
        setVisible(false);
        model.openProperty().addListener((o, was, is) -> show(is));
        model.chosenProperty().addListener((o, was, is) -> choose(is.intValue()));
        model.found().addListener((javafx.collections.ListChangeListener<Reachable>)
                change -> choose(model.chosenProperty().get()));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setOnMousePressed(e -> {
            if (e.getTarget() == this) {
                model.close();
            }
        });
    }

    private void show(boolean open) {
        setVisible(open);
        if (open) {
            before = getScene().getFocusOwner();
            field.requestFocus();
            choose(0);
        } else if (before != null) {
            before.requestFocus();
            before = null;
        }
    }

    private void choose(int which) {
        list.getSelectionModel().clearAndSelect(which);
        list.scrollTo(Math.max(0, which - PAGE / 2));
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        switch (code) {
            case UP -> model.move(-1);
            case DOWN -> model.move(1);
            case PAGE_UP -> model.choose(Math.max(0, model.chosenProperty().get() - PAGE));
            case PAGE_DOWN ->
                model.choose(Math.min(
                        model.found().size() - 1, model.chosenProperty().get() + PAGE));
            case ENTER -> model.take();
            case ESCAPE -> model.close();
            case TAB -> {} // what is behind is not to be reached
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** What it is called and what it is; at the end of the line its key and its command. */
    private final class Row extends ListCell<Reachable> {

        private final Label title = new Label();
        private final Label kind = Controls.muted("");
        private final Label command = Controls.muted("");
        private final Label key = new Label();
        private final HBox line = new HBox(10, title, kind, Controls.space(), command, key);

        Row() {
            command.getStyleClass().add("mono");
            key.getStyleClass().addAll("badge", "badge-plain");
            kind.setMinWidth(Region.USE_PREF_SIZE);
            key.setMinWidth(Region.USE_PREF_SIZE);
            title.setMinWidth(Region.USE_PREF_SIZE);
            command.setMinWidth(0);
            line.setAlignment(Pos.CENTER_LEFT);
            line.setPrefWidth(0);
            setOnMouseClicked(e -> {
                if (!isEmpty()) {
                    model.choose(getIndex());
                    model.take();
                }
            });
        }

        @Override
        protected void updateItem(Reachable item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            title.setText(Printable.line(item.title(), LONGEST));
            title.getStyleClass().remove(Styles.TEXT_MUTED);
            if (!item.now()) {
                title.getStyleClass().add(Styles.TEXT_MUTED);
            }
            kind.setText(item.kind());
            command.setText(item.command());
            key.setText(item.key());
            key.setVisible(!item.key().isEmpty());
            key.setManaged(!item.key().isEmpty());
            setGraphic(line);
        }
    }
}
