package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.operation.Server;
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A program with a window of its own, on a node, by clicking: where its display cannot be reached, and where it can.
 */
@Tag("lab")
@Tag("once")
@Tag("x11")
@Timeout(120)
@ExtendWith(ApplicationExtension.class)
class X11PageTest {

    private static final String IMAGE = "max-registry:5000/maxwell/debian_mpi:1";

    @TempDir
    static Path folder;

    private Stage stage;
    private OpenWindow window;
    private Seen seen;
    private boolean forwards;

    @Start
    void start(Stage primary) throws Exception {
        stage = primary;
        Project project = new Project(Files.createDirectories(folder.resolve("p11-eyes")), new Json());
        try (Server bench = Lab.connect()) {
            bench.images().pull(IMAGE, Progress.Listener.none(), new Cancellation());
            project.put(bench.images().record(IMAGE));
            forwards = bench.slurm().forwardsX11();
        }
        project.put(new Launch(
                        "eyes",
                        ImageReference.parse(IMAGE),
                        List.of(),
                        List.of(),
                        RunMode.ISOLATED,
                        LaunchPlace.Allocation.of("maxcpu", 1, "5"),
                        List.of("xeyes"),
                        "")
                .withKind(LaunchKind.Name.X11.plain()));
        window = new Window()
                .show(stage, Lab.ssh(), Lab.site(), folder.resolve("settings.json"), project.folder(), "overview");
        stage.setWidth(1280);
        stage.setHeight(800);
        Platform.runLater(() -> window.connect("max-wgs"));
    }

    @AfterEach
    void disconnect() throws Exception {
        Windows.end(window);
        Lab.giveBack("mxuser");
    }

    @Test
    void itsWindowComesFromTheNode() throws Exception {
        FxRobot robot = new SteadyRobot();
        seen = new Seen(robot, stage);
        seen.await(() -> seen.shows(l -> l.startsWith("will fail")));
        robot.clickOn("Edit");
        seen.await(() -> seen.shows(l -> l.startsWith("An X11 program needs the host’s network")));
        picture("launch-x11-isolated");
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.change(s -> s.withTheme("dark")));
        picture("launch-x11-isolated-dark");
        robot.clickOn("Me");
        if (!forwards) {
            seen.await(() -> seen.shows(l -> l.startsWith("SLURM of this site forwards no X11 to nodes.")));
            picture("launch-x11-no-forwarding");
            return;
        }
        seen.await(() -> seen.shows(l -> l.equals("clear, to know: 1"))); // that it sees the whole screen
        robot.clickOn("#start");
        seen.await(() -> windows().contains("xeyes"));
        seen.await(() -> seen.shows(l -> l.contains(" runs on max-wn00")));
        picture("terminal-x11-on-node");
    }

    private static String windows() {
        return Lab.run(List.of("xwininfo", "-root", "-tree")).out();
    }

    private void picture(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Screenshots.take(stage.getScene(), Lab.mode() + "-" + name)).isNotEmptyFile();
    }
}
