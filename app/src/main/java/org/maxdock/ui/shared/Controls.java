package org.maxdock.ui.shared;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.text.Printable;

/** The small parts that all pages are made of. */
public final class Controls {

    private Controls() {}

    public static Label title(String text) {
        Label label = new Label(Printable.line(text));
        label.getStyleClass().add("page-title");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** Text beside, which may be anybody's. */
    public static Label muted(String text) {
        Label label = new Label(Printable.text(text));
        label.getStyleClass().add(Styles.TEXT_MUTED);
        return label;
    }

    /** Text of several lines, which may be anybody's. */
    public static Label wrapped(String text) {
        Label label = new Label(Printable.text(text));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** What stands in a list or table in which there is nothing. */
    public static Label nothing(String text) {
        Label label = wrapped(text);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        label.setTextAlignment(TextAlignment.CENTER);
        label.setPadding(new Insets(8));
        return label;
    }

    /** A caption above a field, which it names for those who do not see it. */
    public static VBox field(String caption, Node node) {
        Label label = new Label(caption);
        label.getStyleClass().add("field-caption");
        label.setLabelFor(node);
        node.setAccessibleText(caption);
        return new VBox(4, label, node);
    }

    /** Enter in a box that is typed into does that; its editor never hears of it. */
    public static void onEnter(ComboBox<String> box, Runnable action) {
        box.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER && !box.isShowing()) {
                e.consume();
                action.run();
            }
        });
    }

    /** The same with a long caption, which takes more lines where it has no room. */
    public static VBox longField(String caption, Node node) {
        VBox box = field(caption, node);
        Label label = (Label) box.getChildren().getFirst();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return box;
    }

    /** A question of a dialog above its field. */
    static VBox question(String question, Region field, double width) {
        field.setPrefWidth(width);
        VBox box = longField(question, field);
        ((Label) box.getChildren().getFirst()).setPrefWidth(width);
        return box;
    }

    public static Region space() {
        Region region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }

    public static HBox row(Node... nodes) {
        HBox row = new HBox(8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    public static Button button(String text, String icon, Runnable action) {
        Button button = new Button(text, icon == null ? null : new FontIcon(icon));
        button.setOnAction(e -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** The next step. */
    public static Button primary(String text, String icon, Runnable action) {
        Button button = button(text, icon, action);
        button.getStyleClass().add(Styles.ACCENT);
        return button;
    }

    /** What starts something. */
    public static Button go(String text, String icon, Runnable action) {
        Button button = button(text, icon, action);
        button.getStyleClass().add(Styles.SUCCESS);
        return button;
    }

    public static Button iconButton(String icon, String name, Runnable action) {
        Button button = button("", icon, action);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        return button;
    }

    /** A verdict in words: {@code ok}, {@code warn}, {@code bad} or {@code plain}. */
    public static Label badge(String text, String kind) {
        Label badge = new Label();
        badge(badge, text, kind);
        return badge;
    }

    public static void badge(Labeled badge, String text, String kind) {
        badge.setText(Printable.line(text));
        badge.getStyleClass().removeIf(c -> c.startsWith("badge"));
        badge.getStyleClass().addAll("badge", "badge-" + kind);
        badge.setMinWidth(Region.USE_PREF_SIZE);
        badge.setVisible(!text.isEmpty());
        badge.setManaged(!text.isEmpty());
    }

    /** A framed part of a page with a head. */
    public static VBox panel(Node head, Node body) {
        HBox bar = head instanceof HBox box ? box : row(head);
        bar.getStyleClass().add("panel-head");
        VBox panel = new VBox(bar, body);
        panel.getStyleClass().add("panel");
        VBox.setVgrow(body, Priority.ALWAYS);
        return panel;
    }

    /** Of a panel, which may be called as anybody likes. */
    public static Label head(String text) {
        Label label = new Label(Printable.line(text));
        label.getStyleClass().add("panel-title");
        return label;
    }

    /** A page: a line with its title and buttons, then what it shows. */
    public static VBox page(Node top, Node... content) {
        VBox page = new VBox(12);
        page.getChildren().add(top);
        page.getChildren().addAll(content);
        page.setPadding(new Insets(14, 18, 14, 18));
        page.getStyleClass().add("page");
        return page;
    }

    public static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** What an empty place says: what it is for, and the next step. */
    public static Node empty(String text, Node... steps) {
        return empty(wrapped(text), steps);
    }

    /** The same, with a text that changes; steps that cannot be gone take no place. */
    public static Node empty(ObservableValue<String> text, Node... steps) {
        Label label = wrapped("");
        label.textProperty().bind(text);
        for (Node step : steps) {
            step.managedProperty().bind(step.visibleProperty());
        }
        return empty(label, steps);
    }

    private static Node empty(Label label, Node... steps) {
        label.getStyleClass().add(Styles.TEXT_MUTED);
        label.setMaxWidth(460);
        label.setStyle("-fx-text-alignment: center; -fx-alignment: center;");
        VBox box = new VBox(12, label);
        box.getChildren().addAll(steps);
        box.setAlignment(Pos.CENTER);
        box.setPadding(new Insets(24));
        return box;
    }
}
