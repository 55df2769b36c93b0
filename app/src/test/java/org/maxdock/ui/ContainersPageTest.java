package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.SelectionSegment;
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

/** Everything that a person does to a container, by clicking, with Docker's own answer to each. */
@Tag("lab")
@Tag("whole")
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class ContainersPageTest {

    private static final String NAME = "window-test";
    private static final String AFTER = "window-renamed";
    private static final String MADE = "max-registry:5000/mxuser/committed:1";
    private static final String HERE = "/beegfs/desy/user/mxuser/container-test";

    @TempDir
    Path folder;

    private Stage stage;
    private OpenWindow window;
    private Seen seen;
    private FxRobot robot;

    @Start
    void start(Stage primary) {
        clear();
        Lab.must(
                "mxuser@max-wgs",
                "mkdir -p " + HERE + "; echo from the server > " + HERE + "/in.txt; docker run -d --name " + NAME
                        + " -p 127.0.0.1:18099:80 -v /beegfs:/beegfs:ro " + Lab.BASE
                        + " sh -c 'echo a line of its log; while true; do sleep 1; done'");
        stage = primary;
        stage.setWidth(1280);
        stage.setHeight(800);
        window = new Window().show(stage, Lab.ssh(), Lab.site(), folder.resolve("settings.json"), null, "containers");
        Platform.runLater(() -> window.connect("max-wgs"));
    }

    @AfterEach
    void end() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            window.disconnect();
            stage.setWidth(1280);
            stage.setHeight(800);
        });
        clear();
    }

    private static void clear() {
        Lab.must("mxuser@max-wgs", "docker rm -f " + NAME + " " + AFTER + " >/dev/null 2>&1; rm -rf " + HERE);
        Lab.must("max-wgs", "docker rmi " + MADE + " >/dev/null 2>&1; true");
    }

    @Test
    void aContainerIsLookedIntoAndGovernedByClicking() throws Exception {
        robot = new SteadyRobot();
        seen = new Seen(robot, stage);
        seen.await(() -> seen.shows(NAME::equals));
        seen.type("#container-filter", NAME);
        robot.clickOn(NAME);
        seen.await(() -> seen.shows(l -> l.contains("% of a core")));
        seen.await(() -> seen.shows(l -> l.contains("127.0.0.1:18099→80/tcp")));
        seen.text("/beegfs→/beegfs");
        picture("containers");
        states();
        files();
        log();
        seen.click("Shell", "");
        seen.await(() -> seen.screen().contains("#") || seen.screen().contains("$"));
        seen.typeInTerminal("cat /tmp/in.txt\n");
        seen.await(() -> seen.screen().contains("from the server"));
        back();
        others();
        picture("containers-after");
        dark();
        seen.click("Remove…", "");
        seen.await(() -> seen.shows(l -> l.endsWith("what it has in memory is lost.")));
        robot.clickOn(n -> n instanceof javafx.scene.control.Button b
                && b.getText().equals("Remove…")
                && b.getScene().getWindow() != stage);
        seen.await(() -> Lab.must("mxuser@max-wgs", "docker ps -aq --filter name=" + AFTER)
                .isEmpty());
    }

    private static String selected(CodeArea area) {
        SelectionSegment chosen = area.getSelection();
        return chosen == null
                ? ""
                : area.getPlainText(chosen.getMin().index())
                        .substring(chosen.getMin().offset(), chosen.getMax().offset());
    }

    private void log() throws TimeoutException {
        seen.click("Logs", "");
        seen.await(() -> robot.lookup("#container-log")
                .tryQueryAs(CodeArea.class)
                .filter(t -> t.getText().contains("a line of its log"))
                .isPresent());
        robot.clickOn("#container-log-search").write("OF ITS");
        seen.await(() ->
                selected(robot.lookup("#container-log").queryAs(CodeArea.class)).equals("of its"));
        picture("containers-log");
        seen.click("Save…", "");
        seen.text("Path on the server");
        answer(HERE + "/kept.log");
        seen.await(() ->
                Lab.sh("mxuser@max-wgs", "cat " + HERE + "/kept.log").out().contains("a line of its log"));
        seen.click("Wipe", "");
        seen.await(() ->
                robot.lookup("#container-log").queryAs(CodeArea.class).getText().isEmpty());
        seen.click("Close", "");
        seen.await(() -> Lab.sh("max-wgs", "pgrep -cf 'docker logs --follow'")
                .out()
                .strip()
                .equals("0"));
    }

    private void states() throws TimeoutException {
        seen.click("Pause", "");
        becomes("paused");
        seen.click("Resume", "");
        becomes("running");
        seen.click("Stop", "");
        becomes("exited");
        assertThat(seen.buttons("Shell", "")).isEmpty();
        seen.click("Start", "");
        becomes("running");
        Lab.must("mxuser@max-wgs", "docker pause " + NAME);
        becomes("paused");
        Lab.must("mxuser@max-wgs", "docker unpause " + NAME);
        becomes("running");
        picture("containers-lately");
    }

    private void becomes(String state) throws TimeoutException {
        seen.await(() -> seen.shows(state::equals));
        assertThat(Lab.must("mxuser@max-wgs", "docker inspect -f '{{.State.Status}}' " + NAME)
                        .strip())
                .isEqualTo(state);
    }

    private void files() throws TimeoutException {
        copy("Copy in…", HERE + "/in.txt", "/tmp");
        seen.await(() -> Lab.sh("mxuser@max-wgs", "docker exec " + NAME + " cat /tmp/in.txt")
                .out()
                .equals("from the server\n"));
        copy("Copy out…", "/tmp/in.txt", "");
        seen.await(() -> robot.lookup("#form-refused")
                .tryQueryAs(Label.class)
                .filter(l -> l.getText().startsWith("To this path of the server is missing"))
                .isPresent());
        seen.click("Cancel", "");
        copy("Copy out…", "/tmp/in.txt", HERE + "/out.txt");
        seen.await(
                () -> Lab.sh("mxuser@max-wgs", "cat " + HERE + "/out.txt").out().equals("from the server\n"));
    }

    private void copy(String button, String from, String to) throws TimeoutException {
        seen.click(button, "");
        seen.type("#copy-from", from);
        seen.type("#copy-to", to);
        seen.click("OK", "");
    }

    private void back() throws TimeoutException {
        seen.click("Containers", "sidebar-item");
        robot.clickOn(NAME);
    }

    private void others() throws TimeoutException {
        seen.click("Inspect", "");
        seen.await(() -> robot.lookup(".dialog-pane .text-area")
                .tryQueryAs(javafx.scene.control.TextArea.class)
                .filter(t -> t.getText().contains("\"/" + NAME + "\""))
                .isPresent());
        picture("containers-inspect");
        seen.click("Close", "");
        seen.click("Commit to an image…", "");
        answer(MADE);
        seen.await(() -> !Lab.must("mxuser@max-wgs", "docker images -q " + MADE).isEmpty());
        seen.click("Rename…", "");
        answer(AFTER);
        seen.type("#container-filter", AFTER);
        seen.await(() -> seen.shows(AFTER::equals));
        robot.clickOn(AFTER);
    }

    private void answer(String text) {
        var field = Seen.look(() -> robot.lookup(n -> n instanceof javafx.scene.control.TextField t
                        && t.isEditable()
                        && t.getScene().getWindow() != stage
                        && !"container-log-search".equals(t.getId()))
                .queryTextInputControl());
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> field.setText(text));
        robot.clickOn("OK");
    }

    private void dark() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.change(s -> s.withTheme("dark")));
        picture("containers-dark");
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            window.change(s -> s.withTheme("light"));
            stage.setWidth(1024);
            stage.setHeight(700);
        });
        picture("containers-small");
    }

    private void picture(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Screenshots.take(stage.getScene(), Lab.mode() + "-" + name)).isNotEmptyFile();
    }
}
