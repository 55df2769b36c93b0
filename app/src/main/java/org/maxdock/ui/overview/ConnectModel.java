package org.maxdock.ui.overview;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.StringProperty;
import org.maxdock.operation.ConnectionState;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.SettingsModel;

/** The way to a server: where to, connect, and not to go on connecting. On the window's thread. */
public final class ConnectModel {

    private final ConnectionModel connection;
    private final SettingsModel settings;
    private final BooleanBinding connectable;
    private final StringBinding status;

    public ConnectModel(ConnectionModel connection, SettingsModel settings, Texts texts) {
        this.connection = connection;
        this.settings = settings;
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

    /** Servers of before. */
    public List<String> targets() {
        return settings.get().targets();
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
