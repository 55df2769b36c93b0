package org.maxdock.ui.shell;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Activity;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Navigation;

/** What the bar at the bottom says: what runs, what ended last, and the news. On the window's thread. */
final class StatusModel {

    private static final int SHOWN = 3;

    /**
     * What ended last.
     *
     * @param kind done, failed or cancelled; empty for nothing yet
     */
    record Last(String text, String kind) {}

    private final Background background;
    private final Texts texts;
    private final ObservableList<Activity> running = FXCollections.observableArrayList();
    private final ObservableList<Activity> watched = FXCollections.unmodifiableObservableList(running);
    private final ReadOnlyObjectWrapper<Last> last = new ReadOnlyObjectWrapper<>(new Last("", ""));

    StatusModel(Background background, ConnectionModel connection, Navigation navigation, Texts texts) {
        this.background = background;
        this.texts = texts;
        background.running().addListener((ListChangeListener<Activity>) change ->
                running.setAll(background.running().stream().limit(SHOWN).toList()));
        background.history().addListener((ListChangeListener<Activity>) change ->
                background.history().stream().findFirst().ifPresent(a -> last.set(new Last(text(a), kind(a)))));
        connection.onOther(() -> navigation.tell("")); // news of another server is none
    }

    /** The first of what runs. Only to be watched. */
    ObservableList<Activity> running() {
        return watched;
    }

    /** How many run beside those. */
    int more() {
        return background.running().size() - running.size();
    }

    ReadOnlyObjectProperty<Last> lastProperty() {
        return last.getReadOnlyProperty();
    }

    /** What has been done, latest first, each in a line. */
    List<String> history() {
        return background.history().stream()
                .map(a -> time(a.started()) + "   " + text(a))
                .toList();
    }

    String time(Instant when) {
        return texts.amounts().timeOfDay(when);
    }

    private static String kind(Activity activity) {
        return activity.stateProperty().get().name().toLowerCase(Locale.ROOT);
    }

    private static String text(Activity activity) {
        String mark = switch (activity.stateProperty().get()) {
            case RUNNING -> "…";
            case DONE -> "✓";
            case FAILED -> "✕";
            case CANCELLED -> "–";
        };
        return mark + " " + activity.title();
    }
}
