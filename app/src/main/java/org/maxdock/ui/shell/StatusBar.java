package org.maxdock.ui.shell;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.maxdock.ui.shared.Activity;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.Session;

/** The bar at the bottom: what runs, with its progress and a way to cancel it, what ended last, and the history. */
final class StatusBar extends HBox {

    private final Session session;
    private final HBox work = new HBox(12);
    private final Label last = new Label();

    StatusBar(Session session, Dialogs ask) {
        super(14);
        this.session = session;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("status-bar");
        work.setAlignment(Pos.CENTER_LEFT);
        var history = Controls.button(
                session.text("ui.history"), null, () -> ask.show(session.text("ui.history"), history()));
        history.getStyleClass().addAll("flat", "small");
        Label news = Controls.badge("", "plain");
        session.newsProperty().addListener((o, was, is) -> Controls.badge(news, is, "plain"));
        getChildren().addAll(last, work, Controls.space(), news, history);
        session.background().running().addListener((ListChangeListener<Activity>) change -> showRunning());
        session.background().history().addListener((ListChangeListener<Activity>) change -> showLast());
    }

    private void showRunning() {
        work.getChildren()
                .setAll(session.background().running().stream()
                        .limit(3)
                        .map(this::running)
                        .toList());
    }

    private HBox running(Activity activity) {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(activity.progressProperty());
        bar.setPrefWidth(110);
        bar.setAccessibleText(activity.title());
        var cancel = Controls.iconButton("fth-x", session.text("ui.cancel-work", activity.title()), activity::cancel);
        cancel.getStyleClass().add("small");
        return Controls.row(new Label(activity.title()), bar, cancel);
    }

    private void showLast() {
        Activity activity = session.background().history().getFirst();
        last.getStyleClass().removeIf(c -> c.startsWith("ended-"));
        last.getStyleClass()
                .add("ended-" + activity.stateProperty().get().name().toLowerCase(java.util.Locale.ROOT));
        last.setText(text(activity));
    }

    private String text(Activity activity) {
        String mark = switch (activity.stateProperty().get()) {
            case RUNNING -> "…";
            case DONE -> "✓";
            case FAILED -> "✕";
            case CANCELLED -> "–";
        };
        return mark + " " + activity.title();
    }

    private ListView<Activity> history() {
        ListView<Activity> list = new ListView<>(session.background().history());
        list.setPrefSize(520, 320);
        list.setPlaceholder(Controls.muted(session.text("ui.history-empty")));
        DateTimeFormatter time = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                .withLocale(session.texts().locale())
                .withZone(ZoneId.systemDefault());
        list.setCellFactory(l -> new ListCell<>() {
            @Override
            protected void updateItem(Activity activity, boolean empty) {
                super.updateItem(activity, empty);
                setText(empty ? null : time.format(activity.started()) + "   " + text(activity));
            }
        });
        return list;
    }
}
