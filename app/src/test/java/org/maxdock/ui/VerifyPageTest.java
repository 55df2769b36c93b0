package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.TableCell;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Recorder;
import org.maxdock.operation.Server;
import org.maxdock.slurm.Partitions;
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Images × places, and what a person does there. */
@Tag("lab")
@Tag("whole")
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class VerifyPageTest {

    private static final String RECON = "max-registry:5000/test/verify-recon:1";
    private static final String TOMO = "max-registry:5000/test/verify-tomo:2";
    private static final String LOCAL = "test/verify-local:1";
    private static final String FILE = "/beegfs/desy/user/mxuser/verify-recon.tgz";

    private static final Path SIGNERS = Path.of(System.getProperty("user.home"), ".ssh", "allowed_signers");

    @TempDir
    Path folder;

    private Stage stage;
    private OpenWindow window;
    private Project project;
    private Seen seen;

    @Start
    void start(Stage primary) throws Exception {
        stage = primary;
        project = new Project(Files.createDirectories(folder.resolve("p11-recon")), new Json());
        prepare();
        stage.setWidth(1280); // the stage is the one of the tests before
        stage.setHeight(800);
        window = new Window()
                .show(stage, Lab.ssh(), Lab.site(), folder.resolve("settings.json"), project.folder(), "verify");
        Platform.runLater(() -> window.connect("max-wgs"));
    }

    private void prepare() throws Exception {
        Files.createDirectories(SIGNERS.getParent());
        Files.writeString(SIGNERS, "max.user@desy.de " + Files.readString(Path.of(Lab.key("mxuser") + ".pub")));
        try (Server bench = Lab.connect()) {
            Recorder recorder = new Recorder(project, bench.images());
            for (String image : new String[] {RECON, TOMO, LOCAL}) {
                Files.writeString(
                        project.folder().resolve("Dockerfile"),
                        "FROM " + Lab.BASE + "\nENV OF=" + image + "\nLABEL run=" + java.util.UUID.randomUUID() + "\n");
                recorder.build(
                        BuildRequest.plain(project.folder(), image), Progress.Listener.none(), new Cancellation());
                recorder.record(image);
                if (!image.equals(LOCAL)) {
                    recorder.push(image, Progress.Listener.none(), new Cancellation());
                    bench.provider()
                            .provide(Lab.NODE_NAMES, project.recordOf(image), Partitions.DEFAULT, new Cancellation());
                }
            }
            recorder.save(RECON, FILE, Progress.Listener.none(), new Cancellation());
        }
        Lab.NODES.forEach(n -> Lab.replace(n, RECON));
        Lab.replace("max-wgs", TOMO);
        Lab.must("max-wgs", "docker save " + TOMO + " | gzip > " + FILE);
    }

    @AfterEach
    void disconnect() throws Exception {
        Files.deleteIfExists(SIGNERS);
        Windows.end(window);
        Lab.must("max-wgs", "rm -f " + FILE);
    }

    private void picture(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Screenshots.take(stage.getScene(), Lab.mode() + "-verify-" + name))
                .isNotEmptyFile();
    }

    private void theme(String name) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.change(s -> s.withTheme(name)));
    }

    /** The verdict in a row and a column of the table, as it is read out. */
    private Optional<String> cell(FxRobot robot, int row, String place) {
        return robot
                .lookup(n -> n instanceof TableCell<?, ?> c
                        && c.getTableRow() != null
                        && c.getTableRow().getIndex() == row
                        && c.getAccessibleText() != null
                        && c.getAccessibleText().startsWith(place + ": "))
                .<TableCell<?, ?>>queryAll()
                .stream()
                .map(TableCell::getAccessibleText)
                .findFirst();
    }

    private void await(FxRobot robot, int row, String place, String verdict) throws Exception {
        seen.await(() -> cell(robot, row, place)
                .filter(c -> c.startsWith(place + ": " + verdict))
                .isPresent());
    }

    private void choose(FxRobot robot, int row, String place) {
        robot.clickOn((javafx.scene.Node n) -> n instanceof TableCell<?, ?> c
                && c.getTableRow() != null
                && c.getTableRow().getIndex() == row
                && c.getAccessibleText() != null
                && c.getAccessibleText().startsWith(place + ": "));
    }

    @Test
    void allIsVerifiedExplainedAndMended() throws Exception {
        FxRobot robot = new SteadyRobot();
        seen = new Seen(robot, stage);
        await(robot, 0, "max-wn002", " not verified");
        picture("before");
        seen.click("Verify all", "");
        await(robot, 0, "max-wgs", "recorded");
        await(robot, 0, "max-wn001", "replaced");
        await(robot, 0, "Saved file", "replaced");
        await(robot, 0, "Registry", "recorded");
        await(robot, 1, "max-wgs", "replaced");
        await(robot, 1, "max-wn002", "recorded");
        await(robot, 2, "Registry", " never pushed");
        await(robot, 2, "max-wn001", "missing");
        choose(robot, 0, "max-wn001");
        seen.await(() -> seen.shows("env SWAPPED"::equals) && seen.shows("yes"::equals));
        picture("replaced");
        theme("dark");
        picture("replaced-dark");
        theme("light");

        seen.click("Pull by digest on 2 nodes", "success");
        await(robot, 0, "max-wn001", "recorded");
        await(robot, 0, "max-wn002", "recorded");
        choose(robot, 0, "Saved file");
        seen.click("Save it again", "success");
        await(robot, 0, "Saved file", "recorded");
        choose(robot, 1, "max-wgs");
        seen.click("Record this one instead", "");
        await(robot, 1, "max-wgs", "recorded");
        await(robot, 1, "max-wn002", " not verified");
        seen.await(() -> seen.shows(l -> l.contains("env SWAPPED")));
        assertThat(project.recordOf(TOMO).history()).hasSize(1);
    }

    @Test
    void aRecordIsSignedAndHandedOn() throws Exception {
        FxRobot robot = new SteadyRobot();
        seen = new Seen(robot, stage);
        await(robot, 0, "max-wn002", " not verified");
        choose(robot, 0, "max-wgs");
        seen.click("Sign…", "");
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write(Lab.key("mxuser").toString());
        seen.click("OK", "");
        seen.text("max.user@desy.de (good, by ~/.ssh/allowed_signers)");
        seen.click("Export…", "");
        Path file = folder.resolve("handed.json");
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write(file.toString());
        seen.click("OK", "");
        seen.await(() -> Files.exists(file));
        Files.createDirectories(folder.resolve("other"));
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.openProject(folder.resolve("other")));
        seen.await(() -> seen.shows(l -> l.startsWith("Nothing is recorded")));
        picture("empty");
        Files.delete(SIGNERS);
        seen.click("Import…", "");
        robot.write(file.toString());
        seen.click("OK", "");
        seen.await(() -> seen.shows(l -> l.endsWith("(not an allowed signer)")));
        picture("imported");
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            stage.setWidth(1024);
            stage.setHeight(700);
        });
        seen.await(() -> stage.getScene().getWidth() <= 1024);
        picture("small");
        seen.click("Shell line", "");
        assertThat(WaitForAsyncUtils.waitForAsyncFx(
                        10_000,
                        () -> javafx.scene.input.Clipboard.getSystemClipboard().getString()))
                .startsWith("[ \"$(docker image inspect --format");
    }
}
