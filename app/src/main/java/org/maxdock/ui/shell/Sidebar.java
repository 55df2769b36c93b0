package org.maxdock.ui.shell;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.Page;

/** The pages, by name; Ctrl and a digit goes to one, Ctrl and K finds anything, F1 tells of the page. */
final class Sidebar extends VBox {

    /**
     * @param find opens what finds anything
     * @param help tells of the page in view
     */
    Sidebar(Navigation navigation, Texts texts, List<Page> pages, Runnable find, Runnable help) {
        super(2);
        getStyleClass().add("sidebar");
        ToggleGroup group = new ToggleGroup();
        int number = 1;
        for (Page page : pages) {
            ToggleButton button = new ToggleButton(texts.get("ui.page." + page.id()), new FontIcon(page.icon()));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAlignment(Pos.CENTER_LEFT);
            button.setGraphicTextGap(12);
            button.setToggleGroup(group);
            button.getStyleClass().add("sidebar-item");
            button.setTooltip(new Tooltip(texts.get("ui.shortcut", "Ctrl+" + number++ % 10)));
            button.setSelected(page.id().equals(navigation.pageProperty().get()));
            button.setOnAction(e -> {
                button.setSelected(true);
                navigation.go(page.id());
            });
            navigation
                    .pageProperty()
                    .addListener((o, was, is) -> button.setSelected(page.id().equals(is)));
            if (page.id().equals("settings")) {
                Region between = new Region();
                VBox.setVgrow(between, Priority.ALWAYS);
                getChildren()
                        .addAll(
                                between,
                                item(texts.get("ui.finder"), "fth-search", texts.get("ui.shortcut", "Ctrl+K"), find),
                                item(texts.get("ui.help"), "fth-help-circle", texts.get("ui.help.tip"), help));
            }
            getChildren()
                    .add(page.going()
                            .map(going -> counted(button, going, texts))
                            .orElse(button));
        }
    }

    /** With how much goes on there, as long as something does. */
    private static Node counted(ToggleButton button, Page.Going going, Texts texts) {
        Label badge = new Label();
        badge.getStyleClass().addAll("badge", "badge-plain");
        badge.setMouseTransparent(true);
        Runnable show = () -> {
            int count = going.count().get();
            String words = count == 0 ? "" : texts.get(going.text(), count);
            badge.setText(texts.get("ui.count", count));
            badge.setVisible(count > 0);
            button.setAccessibleHelp(words);
        };
        going.count().addListener((o, was, is) -> show.run());
        show.run();
        StackPane both = new StackPane(button, badge);
        StackPane.setAlignment(badge, Pos.CENTER_RIGHT);
        StackPane.setMargin(badge, new Insets(0, 8, 0, 0));
        return both;
    }

    private static Button item(String text, String icon, String tip, Runnable act) {
        Button button = new Button(text, new FontIcon(icon));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setGraphicTextGap(12);
        button.getStyleClass().add("sidebar-item");
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(e -> act.run());
        return button;
    }
}
