package org.maxdock.ui.settings;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maxdock.operation.ConnectionState;
import org.maxdock.store.Settings;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Texts;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.SettingsModel;

/** The servers that one connects to: add, change, remove, test, connect, disconnect. On the window's thread. */
final class ConnectionsModel {

    /**
     * A server of the list.
     *
     * @param open whether it is the one that is connected
     * @param busy whether it is being connected to
     */
    record Line(String target, boolean open, boolean busy) {

        /** The one that is in use stays in the list. */
        boolean canBeRemoved() {
            return !open && !busy;
        }
    }

    private final ConnectionModel connection;
    private final SettingsModel settings;
    private final Navigation navigation;
    private final Texts texts;
    private final Asks ask;
    private final BooleanProperty atStart = new SimpleBooleanProperty();
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<Line> watched = FXCollections.unmodifiableObservableList(lines);

    ConnectionsModel(ConnectionModel connection, SettingsModel settings, Navigation navigation, Texts texts, Asks ask) {
        this.connection = connection;
        this.settings = settings;
        this.navigation = navigation;
        this.texts = texts;
        this.ask = ask;
        settings.settingsProperty().addListener((o, was, is) -> {
            derive();
            atStart.set(is.connectAtStart());
        });
        atStart.set(settings.get().connectAtStart());
        atStart.addListener((o, was, is) -> {
            if (is != settings.get().connectAtStart()) {
                settings.change(s -> s.withConnectAtStart(is));
            }
        });
        connection.stateProperty().addListener((o, was, is) -> derive());
        derive();
    }

    /** Whether the window connects to the latest one when it opens. */
    BooleanProperty atStartProperty() {
        return atStart;
    }

    /** Latest first. Only to be watched. */
    ObservableList<Line> lines() {
        return watched;
    }

    private void derive() {
        ConnectionState state = connection.state();
        List<Line> now = settings.get().targets().stream()
                .map(t -> new Line(
                        t,
                        state.connected().isPresent() && state.target().equals(t),
                        state instanceof ConnectionState.Connecting
                                && state.target().equals(t)))
                .toList();
        if (!now.equals(lines)) {
            lines.setAll(now);
        }
    }

    void add() {
        ask.text(texts.get("ui.connections.add"), texts.get("ui.connect.target"), "", target -> of("", target))
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .ifPresent(target -> settings.change(s -> s.withTargetChanged("", target)));
    }

    void edit(Line line) {
        ask.text(texts.get("ui.edit"), texts.get("ui.connect.target"), line.target(), t -> of(line.target(), t))
                .map(String::strip)
                .filter(t -> !t.isEmpty() && !t.equals(line.target()))
                .ifPresent(target -> settings.change(s -> s.withTargetChanged(line.target(), target)));
    }

    private Settings of(String before, String target) {
        if (target.isBlank()) {
            throw new InvalidValue(TroubleKind.BAD_ARGUMENT, texts.get("ui.connect.target"), target);
        }
        return settings.get().withTargetChanged(before, target.strip());
    }

    void remove(Line line) {
        if (line.canBeRemoved()) {
            settings.change(s -> s.withoutTarget(line.target()));
        }
    }

    /** Connects, or disconnects from the one that is connected. */
    void toggle(Line line) {
        if (line.open()) {
            connection.disconnect();
        } else if (line.busy()) {
            connection.cancelConnecting();
        } else {
            connection.connect(line.target());
        }
    }

    /** Connects beside the connection there is, and tells what is there. */
    void test(Line line) {
        connection.probe(line.target(), found -> navigation.tell(told(line.target(), found)));
    }

    private String told(String target, ConnectionState.Connected found) {
        return texts.get(
                "ui.connections.works",
                target,
                found.account(),
                found.facts()
                        .engine()
                        .value()
                        .map(e -> "Docker " + e.version())
                        .orElseGet(() -> texts.get("ui.no-engine")),
                found.facts().slurm().value().map(v -> "SLURM " + v).orElseGet(() -> texts.get("ui.no-slurm")),
                found.facts().millis().orElse(0));
    }
}
