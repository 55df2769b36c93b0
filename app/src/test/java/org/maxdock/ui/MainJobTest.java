package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The main job in the real window, by clicking what a user sees. */
@Tag("lab")
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class MainJobTest {

    private static final String CLOSED = Lab.DATA + "/c20190101/raw/run01";
    private static final String IMAGE = "max-registry:5000/mxuser/windowjob:" + Long.toHexString(System.nanoTime());

    @TempDir
    static Path folder;

    private Stage stage;
    private OpenWindow window;
    private FxRobot robot;
    private Seen seen;
    private FirstSteps first;

    @Start
    void start(Stage primary) throws Exception {
        stage = primary;
        Path project = Files.createDirectories(folder.resolve("p11-recon"));
        Path example = Lab.top().resolve("ui-resources/src/main/resources/org/maxdock/example");
        Files.copy(example.resolve("Dockerfile"), project.resolve("Dockerfile"));
        Files.copy(example.resolve("recon.sh"), project.resolve("recon.sh"));
        stage.setWidth(1280); // the stage is the one of the tests before
        stage.setHeight(800);
        window = new Window().show(stage, Lab.ssh(), Lab.site(), folder.resolve("settings.json"), project, "overview");
    }

    @AfterEach
    void disconnect() throws Exception {
        Windows.end(window);
        Lab.giveBack("mxuser");
    }

    @Test
    void connectBuildRecordPushMapMendLaunchAndBeStoppedByAReplacedImage() throws Exception {
        robot = new SteadyRobot();
        seen = new Seen(robot, stage);
        first = new FirstSteps(robot, seen);
        connect();
        build();
        recordAndPush();
        mapAndMend();
        launch();
        replaced();
        otherPages();
    }

    private void connect() throws TimeoutException {
        picture("overview-not-connected");
        first.connect();
        picture("overview");
    }

    private void build() throws TimeoutException {
        first.build(IMAGE);
        picture("build");
    }

    private void recordAndPush() throws TimeoutException {
        first.recordAndPush(IMAGE);
        picture("images");
    }

    private void mapAndMend() throws TimeoutException {
        seen.click("Mounts", "");
        seen.type("#host-path", CLOSED);
        seen.click("Map", "");
        seen.text("root squash");
        seen.await(() -> seen.shows(l -> l.contains("closed to others")));
        seen.await(() -> seen.code().contains(CLOSED + ":/data:ro"));
        picture("mounts-root-squash");
        seen.click("compose", "");
        seen.await(() -> seen.code().contains("source: '" + CLOSED + "'"));
        seen.click("docker run", "");
        seen.click("Apply the mend", "");
        seen.text("will work");
        seen.click("Ask the engine", "");
        seen.text("the engine on max-wgs accepts all");
        picture("mounts");
        assertThat(seen.code()).contains("-v " + Lab.DATA + "/c20190101:/data:ro");
    }

    private void launch() throws TimeoutException {
        seen.click("Launch", "sidebar-item");
        seen.await(() -> seen.shows(l -> l.equals("all clear") || l.startsWith("clear, to know")));
        seen.await(() -> seen.code().contains("salloc"));
        seen.click("More options…", "");
        robot.clickOn("#environment").write("GREETING=hello from $HOME");
        robot.clickOn("#slurm-args").write("--mem=200M");
        seen.click("OK", "");
        seen.await(() -> seen.code().contains("'GREETING=hello from $HOME'")
                && seen.code().contains("--mem=200M"));
        seen.await(() -> seen.shows(l -> l.startsWith("SLURM would start it now")));
        picture("launch");
        seen.click("Save launch", "");
        robot.clickOn("#start");
        seen.await(() -> seen.screen().contains("mxuser@") || seen.screen().contains("bash-"));
        seen.typeInTerminal("id -un; ls; cat frame_0001.cbf; echo \"$GREETING\"\n");
        seen.await(() ->
                seen.screen().contains("frame 1 of c20190101") && seen.screen().contains("hello from $HOME"));
        assertThat(seen.screen()).contains("mxuser").contains("frame_0002.cbf");
        picture("terminal");
        seen.click("Jobs", "");
        seen.text("RUNNING".toLowerCase(java.util.Locale.ROOT));
        picture("jobs");
        seen.click("Terminals", "");
        seen.typeInTerminal("exit\n");
        seen.await(() -> seen.shows(l -> l.equals("ended with status 0")));
    }

    private void replaced() throws TimeoutException {
        Lab.NODES.forEach(node -> Lab.replace(node, IMAGE));
        seen.click("Launch", "sidebar-item");
        robot.clickOn("#start");
        seen.await(() -> seen.shows(l -> l.equals("ended with status 3")));
        assertThat(seen.screen().replace("\n", ""))
                .contains("is not the image that was recorded")
                .contains("Nothing was started");
        picture("terminal-replaced");
        seen.click("Images", "");
        seen.text(IMAGE);
        seen.click("Verify all", "");
        seen.text("replaced");
        picture("verify-replaced");
        seen.click("Pull by digest on 2 nodes", "success");
        seen.await(() -> !seen.shows("replaced"::equals)
                && seen.buttons("Pull by digest on 2 nodes", "").isEmpty());
        seen.text("max-wn002");
    }

    private void otherPages() throws Exception {
        robot.push(new KeyCodeCombination(KeyCode.DIGIT0, KeyCombination.SHORTCUT_DOWN));
        seen.text("Theme");
        picture("settings");
        robot.push(new KeyCodeCombination(KeyCode.DIGIT1, KeyCombination.SHORTCUT_DOWN));
        seen.text("Started lately");
        seen.await(() -> seen.shows(l -> l.equals("all clear")
                || l.startsWith("clear, to know"))); // the kept launch, told before anybody clicks
        picture("overview-recent");
        replacedMeanwhile();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.change(s -> s.withTheme("dark")));
        robot.push(new KeyCodeCombination(KeyCode.DIGIT5, KeyCombination.SHORTCUT_DOWN));
        seen.text("will work");
        picture("mounts-dark");
        robot.push(new KeyCodeCombination(KeyCode.DIGIT6, KeyCombination.SHORTCUT_DOWN));
        seen.await(() -> seen.shows(l -> l.equals("all clear") || l.startsWith("clear, to know")));
        picture("launch-dark");
        small();
    }

    /** Somebody else puts another image in its place on the server, and the card tells so, before anybody clicks. */
    private void replacedMeanwhile() throws Exception {
        String id = Lab.must("max-wgs", "docker inspect -f '{{.Id}}' " + IMAGE).strip();
        Lab.replace("max-wgs", IMAGE);
        seen.await(() -> seen.shows(l -> l.startsWith("will fail")));
        picture("overview-replaced");
        Lab.must("max-wgs", "docker tag " + id + " " + IMAGE);
        seen.await(() -> !seen.shows(l -> l.startsWith("will fail")));
    }

    /** The smallest size at which the window must be usable. */
    private void small() throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            window.change(s -> s.withTheme("light"));
            stage.setWidth(1024);
            stage.setHeight(700);
        });
        seen.await(() -> stage.getScene().getWidth() <= 1024);
        picture("launch-small");
        for (KeyCode digit : new KeyCode[] {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT5}) {
            robot.push(new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN));
            picture("small-" + digit.getName());
        }
    }

    private void picture(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Screenshots.take(stage.getScene(), Lab.mode() + "-" + name)).isNotEmptyFile();
    }
}
