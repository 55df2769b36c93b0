package org.maxdock.ui.shell;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maxdock.operation.ConnectionState;
import org.maxdock.operation.Desktop;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Navigation;

/**
 * What went wrong: the latest of it as long as it is so and on the page where it happened, and all of it to be looked
 * up. On the window's thread.
 */
final class TroubleModel {

    private static final int KEPT = 50;

    /** What a new attempt to connect is about to mend. */
    private static final Set<TroubleKind> OF_CONNECTION = EnumSet.of(
            TroubleKind.AUTH_FAILED,
            TroubleKind.BAD_TARGET,
            TroubleKind.CONNECTION_LOST,
            TroubleKind.CONNECT_FAILED,
            TroubleKind.HOST_CERTIFICATE_BAD,
            TroubleKind.HOST_KEY_CHANGED,
            TroubleKind.HOST_KEY_OTHER_TYPE,
            TroubleKind.HOST_KEY_REVOKED,
            TroubleKind.HOST_KEY_SHORT,
            TroubleKind.HOST_KEY_UNKNOWN,
            TroubleKind.HOST_SILENT,
            TroubleKind.HOST_UNKNOWN,
            TroubleKind.HOST_UNREACHABLE,
            TroubleKind.JUMP_REFUSED,
            TroubleKind.LOGIN_FAILED,
            TroubleKind.LOGIN_SHELL_SILENT,
            TroubleKind.LOGIN_SILENT,
            TroubleKind.NOT_CONNECTED,
            TroubleKind.NO_BASH,
            TroubleKind.NO_LOGIN_SHELL,
            TroubleKind.NO_SSH_SERVER,
            TroubleKind.PROXY_COMMAND_FAILED,
            TroubleKind.SSH_CONFIG_BAD,
            TroubleKind.SSH_JUMP_LOOP,
            TroubleKind.SSH_OPTION_BAD,
            TroubleKind.SSH_OPTION_REFUSED);

    /** One that happened. */
    record Happened(Instant when, Trouble trouble) {}

    private final ConnectionModel connection;
    private final Background background;
    private final Texts texts;
    private final Navigation navigation;
    private final Desktop desktop;
    private final Path log;
    private final ReadOnlyObjectWrapper<Trouble> current = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Happened> history = FXCollections.observableArrayList();
    private final ObservableList<Happened> watched = FXCollections.unmodifiableObservableList(history);

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
        connection.stateProperty().addListener((o, was, is) -> follow(is));
        navigation.pageProperty().addListener((o, was, is) -> turnPage());
    }

    /** What is to be shown; null for nothing. */
    ReadOnlyObjectProperty<Trouble> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Latest first. Only to be watched. */
    ObservableList<Happened> history() {
        return watched;
    }

    /** Shows a trouble; what the user did is none, and what fails with a connection needs no sentence of its own. */
    void show(Trouble trouble) {
        if (trouble.kind() == TroubleKind.CANCELLED) {
            return;
        }
        history.addFirst(new Happened(Instant.now(), trouble));
        if (history.size() > KEPT) {
            history.removeLast();
        }
        if (trouble.kind() == TroubleKind.CONNECTION_LOST || !isLost()) {
            current.set(trouble);
        }
    }

    private boolean isLost() {
        return connection.state() instanceof ConnectionState.Lost;
    }

    private void follow(ConnectionState state) {
        switch (state) {
            case ConnectionState.Lost lost -> show(new Trouble(TroubleKind.CONNECTION_LOST, lost.target()));
            case ConnectionState.Connecting connecting -> mended();
            case ConnectionState.Connected connected -> mended();
            case ConnectionState.None none -> mended();
            case ConnectionState.Failed failed -> {} // who tried to connect says why
        }
    }

    private void mended() {
        if (current.get() != null && OF_CONNECTION.contains(current.get().kind())) {
            current.set(null);
        }
    }

    private void turnPage() {
        if (!canReconnect()) {
            current.set(null);
        }
    }

    void dismiss() {
        current.set(null);
    }

    /** Whether to connect again is what mends it. */
    boolean canReconnect() {
        return current.get() != null && current.get().kind() == TroubleKind.CONNECTION_LOST;
    }

    void reconnect() {
        dismiss();
        connection.reconnect();
    }

    /** What those may want to see who are asked for help. */
    String details(Trouble trouble) {
        StringWriter text = new StringWriter();
        text.write(texts.explain(trouble) + "\n\n");
        trouble.printStackTrace(new PrintWriter(text, true));
        return text.toString();
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
