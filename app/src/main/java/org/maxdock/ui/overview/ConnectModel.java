package org.maxdock.ui.overview;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maxdock.operation.ConnectionState;
import org.maxdock.operation.KnownServers;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Question;
import org.maxdock.ui.shared.SettingsModel;

/** The way to a server: where to, connect, and not to go on connecting. On the window's thread. */
public final class ConnectModel {

    private final ConnectionModel connection;
    private final SettingsModel settings;
    private final BooleanBinding connectable;
    private final StringBinding status;
    private final KnownServers known;
    private final Question<String> reading;
    private final ObservableList<String> targets = FXCollections.observableArrayList();
    private final ObservableList<String> watched = FXCollections.unmodifiableObservableList(targets);
    private List<String> configured = List.of();

    public ConnectModel(
            ConnectionModel connection,
            SettingsModel settings,
            KnownServers known,
            Background background,
            Texts texts) {
        this.connection = connection;
        this.settings = settings;
        this.known = known;
        this.reading = new Question<>(background, () -> "servers");
        settings.settingsProperty().addListener((o, was, is) -> before());
        before();
        StringProperty target = connection.targetProperty();
        connectable = Bindings.createBooleanBinding(
                () -> !target.get().isBlank() && !connection.connecting().get(), target, connection.connecting());
        status = Bindings.createStringBinding(
                () -> switch (connection.state()) {
                    case ConnectionState.Connecting to -> texts.get("ui.connect.connecting", to.target());
                    case ConnectionState.Lost from -> texts.get("ui.connect.lost", from.target());
                    case ConnectionState.Failed to -> texts.get("ui.connect.failed", to.target());
                    case ConnectionState.None none -> "";
                    case ConnectionState.Connected there -> "";
                },
                connection.stateProperty());
    }

    /** Where one would connect: the field. */
    public StringProperty targetProperty() {
        return connection.targetProperty();
    }

    /** The private key to log in with, as a path; blank for those of the ssh configuration. */
    public StringProperty keyProperty() {
        return connection.keyProperty();
    }

    /** Servers of before, and those of ssh's configuration, as far as that is read. Only to be watched. */
    public ObservableList<String> targets() {
        return watched;
    }

    /** What was known of the configuration stays until it is read anew. */
    private void before() {
        Set<String> all = new LinkedHashSet<>(settings.get().targets());
        all.addAll(configured);
        if (!targets.equals(List.copyOf(all))) {
            targets.setAll(all);
        }
    }

    /** Reads ssh's configuration anew; what cannot be read offers nothing. */
    public void refresh() {
        reading.ask(
                (about, a) -> known.all(List.of()),
                found -> {
                    configured = found;
                    before();
                },
                trouble -> System.getLogger(ConnectModel.class.getName())
                        .log(System.Logger.Level.DEBUG, "no servers to offer", trouble));
    }

    public BooleanBinding connectable() {
        return connectable;
    }

    public BooleanBinding connecting() {
        return connection.connecting();
    }

    /** How it stands, in words; empty where there is nothing to say. */
    public StringBinding status() {
        return status;
    }

    public void connect() {
        if (connectable.get()) {
            connection.connect(connection.targetProperty().get());
        }
    }

    public void cancel() {
        connection.cancelConnecting();
    }
}
