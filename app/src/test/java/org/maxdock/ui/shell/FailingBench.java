package org.maxdock.ui.shell;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.maxdock.host.ssh.SshPrompts;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ConnectionState;
import org.maxdock.operation.Connections;
import org.maxdock.operation.Desktop;
import org.maxdock.store.Json;
import org.maxdock.store.Settings;
import org.maxdock.store.SettingsFile;
import org.maxdock.text.Trouble;
import org.maxdock.ui.ModelBench;
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
    }

    void keepSettingsIn(Path file) {
        settings = new SettingsModel(
                bench.background().at(Place.SETTINGS), new SettingsFile(file, new Json()), Settings.BUILT_IN);
    }

    /** Does it, and waits until that has ended. */
    void perform(WayToFail.Act act, Place place) throws Exception {
        switch (act) {
            case WayToFail.Connect to -> {
                connection.targetProperty().set(to.target().get());
                connection.keyProperty().set(to.key());
                connection.connect(to.target().get());
            }
            case WayToFail.Over over ->
                connection.at(place).run(over.toString(), a -> called(over.operation()), done -> {});
            case WayToFail.Here here ->
                bench.background().at(place).run(here.toString(), a -> called(here.operation()), done -> {});
            case WayToFail.ByModel model -> model.step().go();
        }
        bench.settle();
    }

    private static Object called(Callable<?> operation) throws Trouble {
        try {
            return String.valueOf(operation.call());
        } catch (Trouble | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Connected with the server as it is now. */
    void connected() throws Exception {
        connection.close();
        bench.settleUntil(() -> connection.state().connected().isEmpty());
        perform(new WayToFail.Connect(() -> "max-wgs", ""), Place.SERVER);
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
