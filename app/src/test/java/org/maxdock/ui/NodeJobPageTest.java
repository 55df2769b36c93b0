package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;
import org.maxdock.lab.ServerWithoutEngine;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Where the server has no engine: a node is taken, worked on and given back, by clicking. */
@Tag("lab")
@Tag("modern")
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class NodeJobPageTest {

    private static final String IMAGE = "max-registry:5000/mxuser/nodejob:" + Long.toHexString(System.nanoTime());

    @TempDir
    static Path folder;

    private Stage stage;
    private OpenWindow window;
    private FxRobot robot;
    private Seen seen;
    private ServerWithoutEngine server;

    @Start
    void start(Stage primary) throws Exception {
        stage = primary;
        server = new ServerWithoutEngine();
        Path project = Files.createDirectories(folder.resolve("p"));
        Files.writeString(project.resolve("Dockerfile"), "FROM " + Lab.BASE + "\nRUN echo built > /built\n");
        stage.setWidth(1280); // the stage is the one of the tests before, and was small
        stage.setHeight(800);
        window = new Window().show(stage, Lab.ssh(), Lab.site(), folder.resolve("settings.json"), project, "overview");
    }

    @AfterEach
    void disconnect() throws Exception {
        server.close();
        Windows.end(window);
        Lab.giveBack("mxuser");
    }

    @Test
    void aNodeIsTakenBuiltOnAndGivenBack() throws Exception {
        robot = new SteadyRobot();
        seen = new Seen(robot, stage);
        FirstSteps first = new FirstSteps(robot, seen);
        first.connect();
        seen.await(() -> seen.shows("no Docker Engine"::equals));
        seen.await(() -> seen.buttons("Take a node…", "").size() == 1);
        picture("no-engine");
        seen.click("Take a node…", "");
        seen.await(() -> robot.lookup("OK").tryQuery().isPresent());
        robot.clickOn("OK");
        seen.await(() -> seen.shows(l -> l.matches("Docker [0-9.]+ on max-wn00[12] · [0-9:]+ left")));
        picture("on-node");
        first.build(IMAGE);
        first.recordAndPush(IMAGE);
        picture("on-node-images");
        verifyElsewhereAndLaunch();
        giveBack();
    }

    private void verifyElsewhereAndLaunch() throws TimeoutException {
        seen.click("Verify all", "");
        seen.await(() -> !pulls().isEmpty());
        picture("on-node-verify");
        robot.clickOn(NodeJobPageTest::isPull); // the one that is there then: what comes in makes it anew
        seen.await(() -> pulls().isEmpty() && !seen.shows("missing"::equals));
        seen.click("Launch", "sidebar-item");
        seen.await(() -> seen.shows(l -> l.equals("all clear") || l.startsWith("clear, to know")));
        picture("on-node-launch");
        robot.clickOn("#start");
        seen.await(() -> seen.screen().contains("mxuser@") || seen.screen().contains("bash-"));
        seen.typeInTerminal("cat /built\n");
        seen.await(() -> seen.screen().contains("\nbuilt"));
        seen.typeInTerminal("exit\n");
        seen.await(() -> seen.shows(l -> l.equals("ended with status 0")));
    }

    private Set<Node> pulls() {
        return Seen.look(() -> robot.lookup(NodeJobPageTest::isPull).queryAll());
    }

    private static boolean isPull(Node node) {
        return node instanceof Button button
                && node.getScene() != null
                && button.getText() != null
                && button.getText().startsWith("Pull by digest");
    }

    private void giveBack() throws TimeoutException {
        robot.clickOn("#engine-menu");
        seen.await(() -> seen.shows(l -> l.matches("max-wn00[12] \\(job \\d+, [0-9:]+ left\\)")));
        robot.clickOn(l ->
                l instanceof javafx.scene.control.Label label && label.getText().matches("Give max-wn00[12] back.*"));
        seen.await(() -> seen.shows("no Docker Engine"::equals));
        assertThat(Lab.must("max-wgs", "squeue -h -n maxdock-node -o %T | grep -v COMPLETING || true"))
                .isEmpty();
    }

    private void picture(String name) throws TimeoutException {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Screenshots.take(stage.getScene(), Lab.mode() + "-" + name)).isNotEmptyFile();
    }
}
