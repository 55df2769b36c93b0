package org.maxdock.ui.shell;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.operation.ConnectionState;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.SettingsModel;

/** What can be done about the connection: another server, none, once more. On the window's thread. */
final class ConnectionChoices {

    /** Where the servers are kept. */
    private static final String SERVERS = "settings";

    /** One that can be chosen. */
    record Choice(String words, Runnable act) {}

    /**
     * A server.
     *
     * @param open whether it is the one that is connected
     */
    record Server(String target, boolean open, Runnable act) {}

    private final ConnectionModel connection;
    private final SettingsModel settings;
    private final Navigation navigation;
    private final Texts texts;

    ConnectionChoices(ConnectionModel connection, SettingsModel settings, Navigation navigation, Texts texts) {
        this.connection = connection;
        this.settings = settings;
        this.navigation = navigation;
        this.texts = texts;
    }

    /** Why there is none, where somebody asked for one; empty where there is nothing to say. */
    String wrong() {
        return switch (connection.state()) {
            case ConnectionState.Lost from -> texts.get("ui.connect.lost", from.target());
            case ConnectionState.Failed to -> texts.get("ui.connect.failed", to.target());
            case ConnectionState.None none -> "";
            case ConnectionState.Connecting to -> "";
            case ConnectionState.Connected there -> "";
        };
    }

    /** Calls a listener each time that the servers are others. */
    void onOthers(Runnable listener) {
        settings.settingsProperty().addListener((o, was, is) -> {
            if (!was.targets().equals(is.targets())) {
                listener.run();
            }
        });
    }

    /** Those of before, latest first; none while one is being connected to. */
    List<Server> servers() {
        ConnectionState state = connection.state();
        if (state instanceof ConnectionState.Connecting) {
            return List.of();
        }
        return settings.get().targets().stream()
                .map(target -> {
                    boolean open =
                            state.connected().isPresent() && state.target().equals(target);
                    return new Server(target, open, () -> {
                        if (!open) {
                            connection.connect(target);
                        }
                    });
                })
                .toList();
    }

    List<Choice> others() {
        List<Choice> all = new ArrayList<>();
        switch (connection.state()) {
            case ConnectionState.None none -> {}
            case ConnectionState.Connecting to ->
                all.add(new Choice(texts.get("ui.cancel"), connection::cancelConnecting));
            case ConnectionState.Lost from -> all.add(again(from.target()));
            case ConnectionState.Failed to -> all.add(again(to.target()));
            case ConnectionState.Connected there ->
                all.add(new Choice(texts.get("ui.disconnect"), connection::disconnect));
        }
        all.add(new Choice(texts.get("ui.connection.servers"), () -> navigation.go(SERVERS)));
        return all;
    }

    private Choice again(String target) {
        return new Choice(texts.get("ui.connection.again", target), connection::reconnect);
    }
}
