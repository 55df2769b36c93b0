package org.maxdock.ui.shell;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Activity;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.Undo;

/** The bar at the bottom: what runs, with its progress and a way to cancel it, what ended last, and the history. */
final class StatusBar extends HBox {

    private final StatusModel model;
    private final TroubleModel troubles;
    private final Texts texts;
    private final Dialogs dialogs;
    private final HBox work = new HBox(12);
    private final Label last = new Label();

    StatusBar(
            StatusModel model, TroubleModel troubles, Undo undo, Navigation navigation, Texts texts, Dialogs dialogs) {
        super(14);
        this.model = model;
        this.troubles = troubles;
        this.texts = texts;
        this.dialogs = dialogs;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("status-bar");
        work.setAlignment(Pos.CENTER_LEFT);
        Label news = Controls.badge("", "plain");
        navigation.newsProperty().addListener((o, was, is) -> Controls.badge(news, is, "plain"));
        Button history = button("ui.history", this::showHistory);
        Button wrong = button("ui.troubles", this::showTroubles);
        wrong.visibleProperty().bind(Bindings.isNotEmpty(troubles.history()));
        wrong.managedProperty().bind(wrong.visibleProperty());
        getChildren().addAll(last, work, Controls.space(), news, new UndoBar(undo, texts), wrong, history);
        model.running().addListener((ListChangeListener<Activity>) change -> showRunning());
        model.lastProperty().addListener((o, was, is) -> {
            last.getStyleClass().removeIf(c -> c.startsWith("ended-"));
            last.getStyleClass().add("ended-" + is.kind());
            last.setText(is.text());
        });
    }

    private Button button(String key, Runnable action) {
        Button button = Controls.button(texts.get(key), null, action);
        button.getStyleClass().addAll("flat", "small");
        return button;
    }

    private void showRunning() {
        work.getChildren().setAll(model.running().stream().map(this::running).toList());
        if (model.more() > 0) {
            work.getChildren().add(Controls.muted(texts.get("ui.work-more", model.more())));
        }
    }

    private HBox running(Activity activity) {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(activity.progressProperty());
        bar.setPrefWidth(110);
        bar.setAccessibleText(activity.title());
        Button cancel = Controls.iconButton("fth-x", texts.get("ui.cancel-work", activity.title()), activity::cancel);
        cancel.getStyleClass().add("small");
        return Controls.row(new Label(activity.title()), bar, cancel);
    }

    private void showHistory() {
        ListView<String> list = new ListView<>(FXCollections.observableList(model.history()));
        list.setPrefSize(520, 320);
        list.setPlaceholder(Controls.nothing(texts.get("ui.history-empty")));
        dialogs.show(texts.get("ui.history"), list);
    }

    /** When, where, whether it is so still, and what. */
    private String line(TroubleModel.Happened happened) {
        String where = happened.page().map(page -> texts.get("ui.page." + page)).orElse("");
        return Stream.of(
                        model.time(happened.when()),
                        texts.get(
                                switch (troubles.fate(happened)) {
                                    case STILL -> "ui.troubles.still";
                                    case PUT_AWAY -> "ui.troubles.put-away";
                                    case OVER -> "ui.troubles.over";
                                }),
                        where,
                        texts.what(happened.trouble()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("   "));
    }

    private void showTroubles() {
        ListView<TroubleModel.Happened> list = new ListView<>(troubles.history());
        list.setPrefSize(720, 320);
        list.setCellFactory(l -> new ListCell<>() {
            @Override
            protected void updateItem(TroubleModel.Happened happened, boolean empty) {
                super.updateItem(happened, empty);
                setText(empty || happened == null ? null : line(happened));
            }
        });
        list.getSelectionModel().selectFirst();
        Button copy = Controls.button(
                texts.get("ui.copy-details"),
                null,
                () -> Controls.copy(troubles.details(
                        list.getSelectionModel().getSelectedItem().trouble())));
        copy.disableProperty()
                .bind(list.getSelectionModel().selectedItemProperty().isNull());
        Button go = Controls.button(
                texts.get("ui.troubles.go"),
                "fth-corner-down-right",
                () -> troubles.goTo(list.getSelectionModel().getSelectedItem()));
        go.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !troubles.canGoTo(list.getSelectionModel().getSelectedItem()),
                        list.getSelectionModel().selectedItemProperty()));
        dialogs.show(
                texts.get("ui.troubles"),
                new VBox(
                        10,
                        list,
                        Controls.row(copy, go, Controls.button(texts.get("ui.open-log"), null, troubles::openLog))));
    }
}
