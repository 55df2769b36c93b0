package org.maxdock.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.maxdock.lab.Lab;
import org.maxdock.mount.Mapping;
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.maxdock.store.Settings;
import org.maxdock.store.SettingsFile;
import org.maxdock.ui.shell.FailingServer;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The window in a theme, a language and a size, at a server of the test's own, and the way through its pages. */
final class AllPages {

    static final List<String> PAGES = List.of(
            "overview", "images", "verify", "build", "mounts", "launch", "jobs", "containers", "terminals", "settings");

    /** What a page asks for comes in this time, or does not. */
    private static final long MOMENT_MILLIS = 700;

    private final Stage stage;
    private OpenWindow window;

    AllPages(Stage stage) {
        this.stage = stage;
    }

    /** A folder that the server may read as well, for what is there and what is here. */
    static Path shared(Path folder) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Files.createDirectories(folder.resolve("there"));
    }

    /** A project below a folder, with a Dockerfile, a record and a launch. */
    static Project project(Path folder, String dockerfile, List<Mapping> mounts) throws Exception {
        Project project = new Project(Files.createDirectories(folder.resolve("recon")), new Json());
        Files.writeString(project.folder().resolve("Dockerfile"), dockerfile);
        project.putMounts(mounts);
        project.put(ProjectBench.record(FullServer.IMAGE, "2026-01-01T00:00:00Z"));
        project.put(ProjectBench.launch("recon", FullServer.IMAGE, new Mapping("/tmp", "/data", true)));
        return project;
    }

    /** @param project null for none */
    void open(FailingServer server, Path folder, Path project, String theme, String language, int width, int height)
            throws Exception {
        Path settings = Files.createDirectories(folder.resolve("mine")).resolve("settings.json");
        new SettingsFile(settings, new Json()).change(none -> new Settings(null, null, theme, language, null));
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            window = new Window().show(stage, server.ssh(), Lab.site(), settings, project, "overview");
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }

    void connect() throws TimeoutException {
        Seen seen = new Seen(new FxRobot(), stage);
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> window.connect("max-wgs"));
        seen.await(() -> seen.shows(l -> l.startsWith("● tester@")));
    }

    /** Goes to a page, and chooses the first in each table of it where nothing is chosen. */
    void turn(String page) {
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> window.go(page));
        WaitForAsyncUtils.sleep(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        Seen.look(() -> {
            new FxRobot()
                    .lookup(".table-view").queryAllAs(TableView.class).stream()
                            .filter(t ->
                                    Seen.visible(t) && t.getSelectionModel().isEmpty())
                            .forEach(t -> t.getSelectionModel().selectFirst());
            return true;
        });
    }

    /** Closes it, and leaves the stage as the next one expects it. */
    void close() throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            window.disconnect();
            window.change(s -> s.withTheme("light"));
            stage.setWidth(1280);
            stage.setHeight(800);
        });
        window.close();
    }
}
