package org.maxdock.ui.shell;

import java.util.Arrays;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
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
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.shared.Troubles;

/** The pages, by name; Ctrl and a digit goes to one, Ctrl and K finds anything, F1 tells of the page. */
final class Sidebar extends VBox {

    /** From the right edge to a sign, in pixels. */
    private static final double AT_END = 10;

    private static final double BESIDE_COUNT = 34;

    /**
     * @param troubles what is wrong; its page is marked while it is so
     * @param find opens what finds anything
     * @param help tells of the page in view
     */
    Sidebar(Navigation navigation, Texts texts, List<Page> pages, Troubles troubles, Runnable find, Runnable help) {
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
            Node marked = marked(button, page, troubles, texts);
            getChildren()
                    .add(page.going()
                            .map(going -> counted(marked, button, going, texts))
                            .orElse(marked));
        }
    }

    /** With a sign as long as something is wrong there that cannot be seen from another page. */
    private static Node marked(ToggleButton button, Page page, Troubles troubles, Texts texts) {
        FontIcon sign = new FontIcon("fth-alert-triangle");
        sign.getStyleClass().add("check-fails");
        sign.setMouseTransparent(true);
        List<ReadOnlyObjectProperty<Trouble>> all = Arrays.stream(Place.values())
                .filter(p -> p.pages().contains(page.id()))
                .map(troubles::at)
                .toList();
        InvalidationListener show = o -> {
            boolean wrong = all.stream().anyMatch(t -> t.get() != null);
            sign.setVisible(wrong);
            button.setAccessibleText(wrong ? button.getText() + ". " + texts.get("ui.page.trouble") : null);
        };
        all.forEach(t -> t.addListener(show));
        show.invalidated(null);
        StackPane both = new StackPane(button, sign);
        StackPane.setAlignment(sign, Pos.CENTER_RIGHT);
        Runnable beside = () -> {
            boolean counts = page.going().filter(g -> g.count().get() > 0).isPresent();
            StackPane.setMargin(sign, new Insets(0, counts ? BESIDE_COUNT : AT_END, 0, 0));
        };
        page.going().ifPresent(going -> going.count().addListener((o, was, is) -> beside.run()));
        beside.run();
        return both;
    }

    /** With how much goes on there, as long as something does. */
    private static Node counted(Node item, ToggleButton button, Page.Going going, Texts texts) {
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
        StackPane both = new StackPane(item, badge);
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
