package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Images looked into, narrowed, found in registries, imported and removed, by what a user sees. */
@Tag("lab")
@ExtendWith(ApplicationExtension.class)
class ImagesPageTest {

    private static final String IMAGE = "max-registry:5000/mxuser/inside:1";
    private static final String THERE = "/beegfs/desy/user/mxuser/images-page";

    @TempDir
    static Path folder;

    private Stage stage;
    private OpenWindow window;
    private FxRobot robot;
    private Seen seen;

    @BeforeAll
    static void build() {
        Lab.must(
                "max-wgs",
                "printf 'FROM " + Lab.BASE
                        + "\\nRUN dd if=/dev/zero of=/big bs=1M count=4; echo kept > /kept.txt\\n"
                        + "RUN rm /big\\n' | docker build -q -t "
                        + IMAGE + " - && mkdir -p " + THERE + " && tar -C /etc/ssh -cf " + THERE
                        + "/root.tar . && docker save -o " + THERE + "/image.tar " + IMAGE + " && chown -R mxuser "
                        + THERE);
    }

    @Start
    void start(Stage primary) throws Exception {
        stage = primary;
        window = new Window()
                .show(
                        stage,
                        Lab.ssh(),
                        Lab.site(),
                        folder.resolve("settings.json"),
                        Files.createDirectories(folder.resolve("recon")),
                        "overview");
        stage.setWidth(1280);
        stage.setHeight(800);
    }

    @AfterEach
    void disconnect() throws Exception {
        Windows.end(window);
        Lab.sh("max-wgs", "docker rm -f using; docker rmi -f imported/root:1 again:1");
    }

    @AfterAll
    static void remove() {
        Lab.sh("max-wgs", "rm -rf " + THERE + "; docker rmi -f " + IMAGE);
    }

    @Test
    @Tag("once")
    void lookedIntoNarrowedFoundAndImported() throws Exception {
        robot = new SteadyRobot();
        seen = new Seen(robot, stage);
        new FirstSteps(robot, seen).connect();
        seen.click("Images", "sidebar-item");
        narrow();
        lookInside();
        inspect();
        importRoot();
        find();
        if (Lab.isSite()) {
            seen.await(() -> robot.lookup(n -> n instanceof javafx.scene.control.Button b
                            && b.getText().startsWith("Remove")
                            && b.isDisabled())
                    .tryQuery()
                    .isPresent());
        }
    }

    @Test
    void severalAreRemovedAtOnce() throws Exception {
        Lab.onlyOnPlain();
        robot = new SteadyRobot();
        seen = new Seen(robot, stage);
        Lab.must("max-wgs", "docker tag " + IMAGE + " again:1; docker tag " + IMAGE + " imported/root:1");
        new FirstSteps(robot, seen).connect();
        seen.click("Images", "sidebar-item");
        removeBoth();
    }

    private void narrow() throws TimeoutException {
        seen.text(IMAGE);
        seen.click("Recorded", "");
        seen.await(() -> !seen.shows(IMAGE::equals));
        seen.click("All", "");
        seen.type("#filter", "mxuser/inside");
        robot.clickOn(IMAGE);
        seen.click("Record", "");
        seen.text("recorded");
        sort();
        seen.click("Mine", "");
        seen.text(IMAGE);
        Lab.must("max-wgs", "docker create --name using " + IMAGE + " true");
        seen.text("using");
        replacedMeanwhile();
        seen.click("In use", "");
        seen.text(IMAGE);
        picture("images-filtered");
        seen.click("All", "");
    }

    /** What is chosen stays so, whichever column is sorted by. */
    private void sort() throws TimeoutException {
        seen.type("#filter", "");
        for (String column : new String[] {"Size", "Size", "Image", "Created", "Created", "Created"}) {
            robot.clickOn((javafx.scene.Node n) -> n instanceof javafx.scene.control.Label l
                    && l.getText().equals(column)
                    && l.getStyleClass().contains("label")
                    && l.getParent() instanceof javafx.scene.control.skin.TableColumnHeader);
            seen.await(() ->
                    chosen().size() == 1 && String.valueOf(chosen().getFirst()).contains("reference=" + IMAGE + ","));
        }
        seen.type("#filter", "mxuser/inside");
    }

    /** The rows that are chosen in the table. */
    private List<?> chosen() {
        TableView<?> table = robot.lookup(n -> n instanceof TableView<?> t && "Images".equals(t.getAccessibleText()))
                .queryAs(TableView.class);
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    /** Somebody else does it, and nobody clicks. */
    private void replacedMeanwhile() throws TimeoutException {
        String id = Lab.must("max-wgs", "docker inspect -f '{{.Id}}' " + IMAGE).strip();
        Lab.replace("max-wgs", IMAGE);
        seen.text("replaced");
        picture("images-replaced");
        Lab.must("max-wgs", "docker tag " + id + " " + IMAGE);
        seen.await(() -> !seen.shows("replaced"::equals));
    }

    private void lookInside() throws TimeoutException {
        robot.clickOn(IMAGE);
        seen.click("Look inside", "");
        seen.await(() -> seen.shows(l -> l.contains("4.2 MB of it are there for nothing")));
        robot.clickOn("There for nothing");
        seen.text("big");
        seen.text("2 → 3");
        robot.clickOn("All layers, as a container sees them");
        seen.await(() -> !seen.shows("2 → 3"::equals));
        assertThat(Screenshots.take(
                        Seen.look(() -> robot.lookup("#files").query().getScene()), Lab.mode() + "-images-inside"))
                .isNotEmptyFile();
        robot.clickOn("kept.txt");
        seen.click("Open", "");
        seen.await(() -> robot.lookup(".mono").queryAll().stream()
                .anyMatch(n -> n instanceof TextInputControl t && t.getText().equals("kept\n")));
        robot.push(KeyCode.ESCAPE);
        seen.click("Copy out…", "");
        seen.text("Copy /kept.txt to this path of the server");
        robot.push(KeyCode.CONTROL, KeyCode.A).write(THERE + "/kept.txt").push(KeyCode.ENTER);
        seen.await(() -> Lab.sh("max-wgs", "cat " + THERE + "/kept.txt").out().equals("kept\n"));
        robot.clickOn("Close");
    }

    private void inspect() throws TimeoutException {
        seen.click("Inspect", "");
        seen.text("At a glance");
        seen.await(() -> seen.shows(l -> l.startsWith("PATH=")) && seen.shows("linux/amd64"::equals));
        assertThat(Screenshots.take(
                        Seen.look(() -> robot.lookup("Working directory")
                                .tryQuery()
                                .or(() -> robot.lookup("At a glance").tryQuery())
                                .orElseThrow()
                                .getScene()),
                        Lab.mode() + "-images-inspect"))
                .isNotEmptyFile();
        robot.clickOn("JSON");
        seen.await(() -> robot.lookup(".dialog-pane .text-area")
                .tryQueryAs(TextInputControl.class)
                .filter(t -> t.getText().contains("\"RootFS\""))
                .isPresent());
        robot.clickOn("Close");
    }

    private void importRoot() throws TimeoutException {
        robot.clickOn("Get").clickOn("Import a root file system…");
        robot.clickOn("#import-path").write(THERE + "/image.tar");
        robot.clickOn("#import-name").write("imported/root:1");
        robot.clickOn("OK");
        seen.await(() -> seen.shows(l -> l.endsWith("holds images, not a root file system.")));
        robot.clickOn("Get").clickOn("Import a root file system…");
        robot.clickOn("#import-path").write(THERE + "/root.tar");
        robot.clickOn("#import-name").write("imported/root:1");
        robot.clickOn("OK");
        seen.type("#filter", "imported");
        seen.text("imported/root:1");
    }

    private void find() throws TimeoutException {
        robot.clickOn("Get").clickOn("Find in a registry…");
        robot.clickOn("#registry-name").write("max-registry:5000");
        robot.clickOn("#registry-word").write("maxwell/base").push(KeyCode.ENTER);
        seen.text("max-registry:5000/maxwell/base");
        seen.await(() -> robot.lookup("#tags").lookup("1").tryQuery().isPresent());
        assertThat(Screenshots.take(
                        Seen.look(() -> robot.lookup("#tags").query().getScene()), Lab.mode() + "-images-find"))
                .isNotEmptyFile();
        seen.click("Pull", "success");
        robot.clickOn("Close");
    }

    private void removeBoth() throws TimeoutException {
        seen.type("#filter", ":1");
        seen.text("again:1");
        robot.clickOn("again:1")
                .press(KeyCode.CONTROL)
                .clickOn("imported/root:1")
                .release(KeyCode.CONTROL);
        seen.click("Remove", "");
        seen.await(() -> seen.shows(
                l -> l.contains("again:1") && l.contains("imported/root:1") && l.contains("not built here by you")));
        robot.clickOn("Remove them");
        seen.await(() -> !seen.shows("again:1"::equals) && !seen.shows("imported/root:1"::equals));
        assertThat(Lab.must("max-wgs", "docker images -q again; docker images -q imported/root"))
                .isEmpty();
    }

    private void picture(String name) {
        assertThat(Screenshots.take(stage.getScene(), Lab.mode() + "-" + name)).isNotEmptyFile();
    }
}
