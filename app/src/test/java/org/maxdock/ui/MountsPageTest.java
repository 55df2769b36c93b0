package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.mount.Mapping;
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The mounts page with a plan of all verdicts, and what a person does there. */
@Tag("lab")
@Tag("whole")
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class MountsPageTest {

    private static final String MINE = "/beegfs/desy/user/mxuser";
    private static final String RUN = Lab.DATA + "/c20190101/raw/run01";

    @TempDir
    Path folder;

    private Stage stage;
    private OpenWindow window;
    private Project project;
    private Seen seen;

    @Start
    void start(Stage primary) throws Exception {
        stage = primary;
        Lab.must(
                "mxuser@max-wgs",
                "mkdir -p " + MINE + "/results/in " + MINE + "/many " + MINE + "/'a:b' " + MINE
                        + "/links && ln -sfn /asap3 " + MINE + "/links/asap3 && mkdir -p ~/.ssh" + " && docker pull -q "
                        + Lab.BASE + " && cd " + MINE + "/many && mkdir -p $(seq -f d%05g 1 2500)");
        project = new Project(Files.createDirectories(folder.resolve("p11-recon")), new Json());
        project.put(new Launch(
                "shell",
                ImageReference.parse(Lab.BASE),
                everyVerdict(),
                List.of(),
                RunMode.ME,
                LaunchPlace.Allocation.of("maxcpu", 1, "1:00:00"),
                List.of("process", "/data/frame_0001.cbf"),
                "/data"));
        stage.setWidth(1280); // the stage is the one of the tests before
        stage.setHeight(800);
        window = new Window()
                .show(stage, Lab.ssh(), Lab.site(), folder.resolve("settings.json"), project.folder(), "mounts");
        Platform.runLater(() -> window.connect("max-wgs"));
    }

    @AfterEach
    void disconnect() throws Exception {
        Windows.end(window);
    }

    private static List<Mapping> everyVerdict() {
        List<Mapping> plan = new ArrayList<>();
        String[] lines = {
            MINE + "/results /results",
            Lab.DATA + " /asap3 ro",
            RUN + " /data ro",
            Lab.DATA + "/c20190303/raw /shared ro",
            Lab.DATA + "/c20190404 /other ro",
            MINE + "/none /missing",
            "data /relative",
            MINE + "/a:b /colon",
            MINE + " out",
            "/home/mxuser /",
            MINE + "/results /b",
            "/home/mxuser /b",
            MINE + "/results /bin",
            "/tmp /scratch",
            "/home/mxuser/.ssh /keys ro",
            MINE + "/links /results/in",
            MINE + " /asap3/none",
            "/run/docker.sock /run/docker.sock",
            MINE + "/links /links ro",
            "/home/mxuser /dev"
        };
        for (String line : lines) {
            String[] part = line.split(" ");
            plan.add(new Mapping(part[0], part[1], part.length > 2));
        }
        return plan;
    }

    private void empty() throws TimeoutException {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            window.openProject(folder.resolve("other"));
            window.go("mounts");
        });
        seen.await(() -> !seen.shows("root squash"::equals) && seen.shows(l -> l.startsWith("Choose a folder")));
    }

    private void other() throws Exception {
        new Project(Files.createDirectories(folder.resolve("other")), new Json())
                .put(new Launch(
                        "shell",
                        ImageReference.parse(Lab.BASE),
                        List.of(),
                        List.of(),
                        RunMode.ME,
                        LaunchPlace.Allocation.of("maxcpu", 1, "1:00:00"),
                        List.of("process", "/data/frame_0001.cbf"),
                        "/data"));
    }

    @Test
    void twentyMappingsOfAllVerdictsExplainThemselves() throws Exception {
        FxRobot robot = new SteadyRobot();
        seen = new Seen(robot, stage);
        seen.await(() -> seen.shows("root squash"::equals)
                && seen.shows("will work"::equals)
                && seen.shows(l -> l.startsWith("hides ")));
        picture("verdicts");
        robot.moveTo(Seen.look(() -> robot.lookup(".tree-view").nth(1).<Node>query()))
                .scroll(40, javafx.geometry.VerticalDirection.DOWN);
        seen.await(() -> seen.shows("image"::equals));
        picture("verdicts-below");
        robot.scroll(40, javafx.geometry.VerticalDirection.UP);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.change(s -> s.withTheme("dark")));
        picture("verdicts-dark");
        seen.click("Table", "");
        picture("verdicts-table-dark");
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.change(s -> s.withTheme("light")));
        picture("verdicts-table");
        assertThat(Seen.look(() -> robot.lookup(".lane").queryAll())).hasSize(20);
        for (String verdict :
                List.of("will work", "to know", "root squash", "closed to you", "missing", "not possible", "clash")) {
            assertThat(seen.shows(verdict::equals)).as(verdict).isTrue();
        }
        seen.click("Trees", "");
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            stage.setWidth(1024);
            stage.setHeight(700);
        });
        picture("verdicts-small");
    }

    @Test
    void mendsFollowTheDataAndOtherWaysAreOffered() throws Exception {
        FxRobot robot = new SteadyRobot();
        seen = new Seen(robot, stage);
        other();
        empty();
        seen.type("#host-path", RUN);
        seen.text("root squash"); // before it is mapped
        seen.click("Map", "");
        seen.await(() -> seen.shows(
                l -> l.contains("The working directory becomes /data/raw/run01.") && l.contains("change with it: 1")));
        picture("mend");
        seen.click("Other ways", "");
        choose(robot, "to the same path as on the host");
        seen.text("will work");
        seen.await(() -> seen.code().contains("-v " + Lab.DATA + "/c20190101:" + Lab.DATA + "/c20190101:ro"));
        seen.await(() -> seen.shows("your data"::equals));
        assertThat(seen.code()).contains("process " + RUN + "/frame_0001.cbf");
        picture("mend-same-path");
        seen.click("read-only", "lane-access");
        seen.await(() -> seen.code().contains("c20190101 \\"));
    }

    @Test
    void foldersAreDraggedOrChosenByKeyboard() throws Exception {
        FxRobot robot = new SteadyRobot();
        seen = new Seen(robot, stage);
        other();
        empty();
        seen.await(() -> seen.shows(MINE::equals) && seen.shows("usr"::equals) && seen.shows("image"::equals));
        WaitForAsyncUtils.waitForFxEvents();
        robot.drag(label(robot, MINE)).dropTo(label(robot, "usr"));
        seen.await(() -> seen.code().contains("-v " + MINE + ":/usr/mxuser:ro") && seen.shows("mxuser"::equals));
        robot.clickOn(label(robot, "mxuser")).type(KeyCode.SPACE);
        seen.await(() -> seen.code().contains("-v " + MINE + ":/usr/mxuser \\"));
        seen.await(() -> seen.shows("read-write"::equals));
        robot.type(KeyCode.DELETE);
        seen.await(() -> !seen.code().contains("-v "));
        robot.clickOn(label(robot, MINE)).type(KeyCode.RIGHT);
        seen.await(() -> seen.shows("many"::equals));
        robot.clickOn(label(robot, "many")).type(KeyCode.RIGHT).type(KeyCode.ENTER);
        seen.await(
                () -> robot.lookup("#container-path").queryAs(TextField.class).isFocused());
        robot.type(KeyCode.END).write("/many").type(KeyCode.ENTER);
        seen.await(() -> seen.code().contains("-v " + MINE + "/many:/data/many:ro") && seen.shows("will work"::equals));
        assertThat(Seen.look(() ->
                        robot.lookup("#host-path").queryAs(TextField.class).getText()))
                .isEmpty();
        picture("keyboard");
    }

    @Test
    void plansAreKeptComparedAndPasted() throws Exception {
        FxRobot robot = new SteadyRobot();
        seen = new Seen(robot, stage);
        other();
        empty();
        seen.click("Paste…", "");
        seen.await(() -> robot.lookup(n -> n instanceof javafx.scene.control.TextArea a && a.isEditable())
                .tryQuery()
                .isPresent());
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> robot.lookup(n -> n instanceof javafx.scene.control.TextArea a && a.isEditable())
                        .queryAs(TextInputControl.class)
                        .setText("services:\n  recon:\n    volumes:\n      - " + MINE
                                + "/results:/results\n      - cache:/cache\n"));
        seen.click("OK", "");
        seen.await(() -> seen.code().contains("-v " + MINE + "/results:/results"));
        seen.await(() -> seen.shows(l -> l.contains("-v cache:/cache")));
        robot.clickOn("#plan-menu");
        choose(robot, "Keep as…");
        robot.write("recon").type(KeyCode.ENTER);
        seen.text("Plan: recon");
        assertThat(new Project(folder.resolve("other"), new Json()).plans())
                .singleElement()
                .satisfies(p ->
                        assertThat(p.mappings()).containsExactly(new Mapping(MINE + "/results", "/results", false)));
        seen.type("#host-path", Lab.DATA);
        seen.click("Map", "");
        seen.await(() -> seen.code().contains(Lab.DATA + ":/data:ro"));
        robot.clickOn("#plan-menu");
        robot.moveTo(item(robot, "Compare with"));
        robot.type(KeyCode.RIGHT).type(KeyCode.ENTER);
        seen.await(() -> seen.shows(l -> l.equals("+ " + Lab.DATA + ":/data:ro")));
        picture("compare");
        seen.click("Close", "");
        WaitForAsyncUtils.waitForFxEvents();
        seen.click("Ask the engine", "");
        seen.text("the engine on max-wgs accepts all");
    }

    /** The row that shows this text, once the tree has come to rest. */
    private Node label(FxRobot robot, String text) throws TimeoutException {
        Node[] before = new Node[1];
        seen.await(() -> {
            Node now = robot.lookup(n -> n instanceof Label l
                            && text.equals(l.getText())
                            && n.getStyleClass().contains("folder-label"))
                    .tryQuery()
                    .orElse(null);
            boolean still = now != null && now == before[0] && now.getScene() != null;
            before[0] = now;
            return still;
        });
        return before[0];
    }

    /** The row of an open menu that shows this text. */
    private Node item(FxRobot robot, String text) throws TimeoutException {
        seen.await(() -> row(robot, text).isPresent());
        return Seen.look(() -> row(robot, text).orElseThrow());
    }

    private void choose(FxRobot robot, String text) throws TimeoutException {
        item(robot, text);
        robot.clickOn((Node n) -> isRow(n, text));
    }

    private static Optional<Node> row(FxRobot robot, String text) {
        return robot.lookup((Node n) -> isRow(n, text)).tryQuery();
    }

    private static boolean isRow(Node node, String text) {
        return node.getProperties().get(MenuItem.class) instanceof MenuItem i
                && i.getText() != null
                && i.getText().contains(text)
                && node.isVisible();
    }

    private void picture(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Screenshots.take(stage.getScene(), Lab.mode() + "-mounts-" + name))
                .isNotEmptyFile();
    }
}
