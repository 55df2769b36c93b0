package org.maxdock.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.maxdock.operation.ConnectionState;
import org.maxdock.operation.Desktop;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Activity;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.shared.TroubleNote;

/**
 * What went wrong: the latest of it as long as it is so and on the page where it happened, and all of it to be looked
 * up. On the window's thread.
 */
final class TroubleModel {

    private static final int KEPT = 50;

    /** What a loss itself brings about, beside what the user cancels: who was asked over it answers no more. */
    private static final Set<TroubleKind> WITH_LOSS = EnumSet.of(
            TroubleKind.NOT_CONNECTED,
            TroubleKind.CONNECT_FAILED,
            TroubleKind.HOST_UNREACHABLE,
            TroubleKind.HOST_UNKNOWN,
            TroubleKind.HOST_SILENT,
            TroubleKind.LOGIN_SILENT,
            TroubleKind.LOGIN_SHELL_SILENT,
            TroubleKind.CHANNEL_REFUSED,
            TroubleKind.ENGINE_GONE,
            TroubleKind.NO_ENGINE,
            TroubleKind.TLS_FAILED,
            TroubleKind.SLURM_SILENT,
            TroubleKind.NO_ANSWER_FROM_NODE,
            TroubleKind.JOB_NODES_SILENT,
            TroubleKind.ANSWER_UNREADABLE,
            TroubleKind.BUILD_CUT);

    /**
     * One that happened.
     *
     * @param page the id of the page that it was told on; empty for the bar above all
     */
    record Happened(Instant when, Trouble trouble, Optional<String> page) {}

    /** What became of one that happened. */
    enum Fate {
        STILL,
        /** It is shown no more, by the user's wish or for another, and nothing is known to have mended it. */
        PUT_AWAY,
        OVER
    }

    private final ConnectionModel connection;
    private final Background background;
    private final Texts texts;
    private final Navigation navigation;
    private final Desktop desktop;
    private final Path log;
    private final ReadOnlyObjectWrapper<Trouble> current = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Happened> history = FXCollections.observableArrayList();
    private final ObservableList<Trouble> alarms = FXCollections.observableArrayList();
    private final ObservableList<Happened> watched = FXCollections.unmodifiableObservableList(history);
    /** Why the last attempt to connect failed. */
    private Optional<Trouble> connecting = Optional.empty();
    /** The loss of the connection that is not over yet, while another trouble is shown in its place. */
    private Optional<Trouble> behind = Optional.empty();
    /** Whether the current one is told in a place, whose owner knows when it is over. */
    private boolean hasPlace;
    /** The work that the current one ended. */
    private Optional<String> work = Optional.empty();
    /** What has no place, is shown no more and was not mended, with the work that it ended. */
    private final Map<Trouble, Optional<String>> away = new HashMap<>();

    /** @param log the program's own */
    TroubleModel(
            ConnectionModel connection,
            Background background,
            Texts texts,
            Navigation navigation,
            Desktop desktop,
            Path log) {
        this.connection = connection;
        this.background = background;
        this.texts = texts;
        this.navigation = navigation;
        this.desktop = desktop;
        this.log = log;
        background.onTrouble(this::show);
        background.running().addListener((ListChangeListener<Activity>) this::begins);
        connection.stateProperty().addListener((o, was, is) -> follow(is));
        connection.onOther(background.troubles()::otherServer);
        Arrays.stream(Place.values()).filter(p -> p.pages().isEmpty()).forEach(this::follow);
        navigation.pageProperty().addListener((o, was, is) -> turnPage());
    }

    /** What is to be shown; null for nothing. */
    ReadOnlyObjectProperty<Trouble> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** That others tried to get at what is the user's: each stays, on every page, until the user takes it away. */
    ObservableList<Trouble> alarms() {
        return alarms;
    }

    /** Latest first. Only to be watched. */
    ObservableList<Happened> history() {
        return watched;
    }

    private void follow(Place above) {
        background.troubles().at(above).addListener((o, was, is) -> {
            if (is == null && was == current.get()) {
                leave();
            }
        });
    }

    /** Whether it is so still. */
    boolean isStill(Happened happened) {
        return fate(happened) == Fate.STILL;
    }

    /**
     * What became of it: it is over where it was mended, answered or begun again, not where only the page is another.
     */
    Fate fate(Happened happened) {
        Trouble trouble = happened.trouble();
        if (trouble == current.get()
                || behind.filter(t -> t == trouble).isPresent()
                || alarms.contains(trouble)
                || background.troubles().placeOf(trouble).isPresent()) {
            return Fate.STILL;
        }
        boolean putAway = trouble.kind().isAlarm()
                || away.containsKey(trouble)
                || background.troubles().isPutAway(trouble);
        return putAway ? Fate.PUT_AWAY : Fate.OVER;
    }

    /** Whether there is a page where it is told; null for none. */
    boolean canGoTo(Happened happened) {
        return happened != null && happened.page().isPresent();
    }

    /** Goes to where it was told. */
    void goTo(Happened happened) {
        happened.page().ifPresent(navigation::go);
    }

    /** Shows a trouble; what the user did is none, and what a loss brings about needs no sentence of its own. */
    void show(Trouble trouble) {
        if (trouble.kind() == TroubleKind.CANCELLED) {
            return;
        }
        Optional<Place> place = background.troubles().placeOf(trouble);
        Optional<String> page = place.flatMap(p -> p.pages().stream().findFirst());
        history.addFirst(new Happened(Instant.now(), trouble, page));
        if (history.size() > KEPT) {
            away.remove(history.removeLast().trouble());
        }
        if (trouble.kind().isAlarm()) {
            alarms.add(trouble);
            return;
        }
        if (page.isPresent()) {
            if (isLost() && WITH_LOSS.contains(trouble.kind())) {
                place.ifPresent(background.troubles()::mended);
            }
            return;
        }
        if (!isLost() || !WITH_LOSS.contains(trouble.kind())) {
            behind = isOfLoss(trouble) || !isLost()
                    ? Optional.empty()
                    : Optional.ofNullable(current.get())
                            .filter(TroubleModel::isOfLoss)
                            .or(() -> behind);
            keep();
            hasPlace = place.isPresent();
            current.set(trouble);
            work = background.history().stream()
                    .findFirst()
                    .filter(a -> a.stateProperty().get() == Activity.State.FAILED)
                    .map(Activity::title);
        }
    }

    /** What is tried again is not yet known to fail. */
    private void begins(ListChangeListener.Change<? extends Activity> change) {
        while (change.next()) {
            List<String> begun =
                    change.getAddedSubList().stream().map(Activity::title).toList();
            if (!canReconnect() && work.filter(begun::contains).isPresent()) {
                over();
            }
            away.values().removeIf(ended -> ended.filter(begun::contains).isPresent());
        }
    }

    private boolean isLost() {
        return connection.state() instanceof ConnectionState.Lost;
    }

    private void follow(ConnectionState state) {
        switch (state) {
            case ConnectionState.Lost lost ->
                show(new Trouble(
                        lost.asks() ? TroubleKind.CONNECTION_LOST : TroubleKind.CONNECTION_COMES_BACK, lost.target()));
            case ConnectionState.Connecting connecting -> mended();
            case ConnectionState.Connected connected -> mended();
            case ConnectionState.None none -> mended();
            case ConnectionState.Failed failed -> connecting = Optional.of(failed.why()); // who tried says it
        }
    }

    /** A new attempt, and all the more a connection, mends what was wrong with the last one. */
    private void mended() {
        behind = Optional.empty();
        Trouble now = current.get();
        if (now != null && isOfConnection(now)) {
            over();
        }
        away.keySet().removeIf(this::isOfConnection);
    }

    private boolean isOfConnection(Trouble trouble) {
        return isOfLoss(trouble)
                || trouble.kind() == TroubleKind.NOT_CONNECTED
                || connecting.filter(t -> t == trouble).isPresent();
    }

    private void turnPage() {
        if (!canReconnect()) {
            dismiss();
        }
    }

    /** Shows no more what is shown, which mends nothing. */
    void dismiss() {
        Optional<Place> place = Optional.ofNullable(current.get()).flatMap(background.troubles()::placeOf);
        keep();
        leave();
        place.ifPresent(background.troubles()::putAway);
    }

    /** What has no place is remembered here. */
    private void keep() {
        Optional.ofNullable(current.get())
                .filter(shown -> !hasPlace && !isOfLoss(shown))
                .ifPresent(shown -> away.put(shown, work));
    }

    private void over() {
        Trouble was = current.get();
        leave();
        away.remove(was);
        background.troubles().mended((Trouble trouble) -> trouble == was);
    }

    /** A loss that the current one stood before is shown again. */
    private void leave() {
        Optional<Trouble> next = behind;
        behind = Optional.empty();
        current.set(next.orElse(null));
    }

    /** Whether to connect again is what mends it. */
    boolean canReconnect() {
        return current.get() != null && isOfLoss(current.get());
    }

    private static boolean isOfLoss(Trouble trouble) {
        return trouble.kind() == TroubleKind.CONNECTION_LOST || trouble.kind() == TroubleKind.CONNECTION_COMES_BACK;
    }

    void reconnect() {
        over();
        connection.reconnect();
    }

    /** What those may want to see who are asked for help. */
    String details(Trouble trouble) {
        return TroubleNote.details(trouble, texts);
    }

    /** Opens the program's log; where nothing here opens it, says where it is. */
    void openLog() {
        background.quietly(
                a -> {
                    if (!Files.exists(log)) {
                        return texts.get("ui.log.none", log);
                    }
                    desktop.open(log);
                    return texts.get("ui.log.is-in", log);
                },
                navigation::tell,
                trouble -> navigation.tell(texts.get("ui.log.is-in", log)));
    }
}
