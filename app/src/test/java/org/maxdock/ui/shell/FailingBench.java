package org.maxdock.ui.shell;

import java.nio.file.Path;
import java.util.Locale;
import org.maxdock.host.ssh.SshPrompts;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ConnectionState;
import org.maxdock.operation.Connections;
import org.maxdock.operation.Desktop;
import org.maxdock.store.Json;
import org.maxdock.store.Settings;
import org.maxdock.store.SettingsFile;
import org.maxdock.text.Texts;
import org.maxdock.ui.ModelBench;
import org.maxdock.ui.OneAnswer;
import org.maxdock.ui.WindowSide;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.SettingsModel;

/** The models of the window that tell what went wrong, over a real connection to a server that fails. */
final class FailingBench implements AutoCloseable {

    final ModelBench bench = new ModelBench();
    final FailingServer server;
    final Connection link;
    final ConnectionModel connection;
    final ProjectModel project;
    final TroubleModel troubles;
    final WindowSide side;
    SettingsModel settings;

    FailingBench(Path folder) throws Exception {
        server = new FailingServer(folder);
        link = new Connection(new Connections(server.ssh(), SshPrompts.none(), Lab.site()));
        Background background = bench.background();
        connection = new ConnectionModel(link, background, bench.texts());
        project = new ProjectModel(background.at(Place.PROJECT), new Json());
        keepSettingsIn(folder.resolve("settings.json"));
        troubles = new TroubleModel(
                connection, background, bench.texts(), bench.navigation(), new Desktop(), folder.resolve("log"));
        background.onTrouble(troubles::show);
        side = new WindowSide(bench, connection, link, project, new OneAnswer(), folder);
    }

    void keepSettingsIn(Path file) {
        settings = new SettingsModel(
                bench.background().at(Place.SETTINGS), new SettingsFile(file, new Json()), Settings.BUILT_IN);
    }

    /** Does it, and waits until that has ended. */
    void perform(WayToFail.Act act) throws Exception {
        switch (act) {
            case WayToFail.Connect to -> {
                connection.targetProperty().set(to.target().get());
                connection.keyProperty().set(to.key());
                connection.connect(to.target().get());
            }
            case WayToFail.ByModel model -> model.step().go();
        }
        bench.settle();
    }

    /** What stands beneath the last question that was asked; empty where it took the answer. */
    String refused() {
        return side.asks()
                .refused()
                .map(Texts.ofWindow(Locale.ENGLISH)::explain)
                .orElse("");
    }

    /** Connected with the server as it is now. */
    void connected() throws Exception {
        connection.close();
        bench.settleUntil(() -> connection.state().connected().isEmpty());
        perform(new WayToFail.Connect(() -> "max-wgs", ""));
        if (!(connection.state() instanceof ConnectionState.Connected)) {
            throw new IllegalStateException(connection.state().toString());
        }
    }

    @Override
    public void close() throws Exception {
        link.close();
        project.close();
        server.close();
    }
}
