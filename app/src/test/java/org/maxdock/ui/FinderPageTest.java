package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
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
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Ctrl+K finds pages, actions and things by their names; by keys alone. */
@Tag("lab")
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class FinderPageTest {

    @TempDir
    static Path folder;

    private Stage stage;
    private OpenWindow window;
    private FxRobot robot;
    private Seen seen;

    @Start
    void start(Stage primary) throws Exception {
        stage = primary;
        Path project = Files.createDirectories(folder.resolve("p"));
        new Project(project, new Json())
                .put(new Launch(
                        "start me",
                        ImageReference.parse(Lab.BASE),
                        List.of(),
                        List.of(),
                        RunMode.ME,
                        LaunchPlace.Allocation.of("maxcpu", 1, "5"),
                        List.of("true"),
                        ""));
        window = new Window().show(stage, Lab.ssh(), Lab.site(), folder.resolve("settings.json"), project, "overview");
        stage.setWidth(1280);
        stage.setHeight(800);
    }

    @AfterEach
    void disconnect() throws Exception {
        Windows.end(window);
    }

    @Test
    void pagesActionsAndThingsAreFoundByTheirNames() throws Exception {
        robot = new SteadyRobot();
        seen = new Seen(robot, stage);
        new FirstSteps(robot, seen).connect();
        find("start");
        seen.await(() -> seen.shows("maxdock launch --saved 'start me'"::equals));
        assertThat(Seen.look(() -> rows().contains("Start")))
                .as("of which, nobody knows")
                .isFalse();
        robot.push(KeyCode.TAB);
        assertThat(Seen.look(() -> stage.getScene().getFocusOwner().getId())).isEqualTo("find-anything");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        seen.await(() -> !isOpen());
        find("imag");
        picture("finder");
        robot.push(KeyCode.ENTER);
        seen.await(() -> robot.lookup("#filter").tryQuery().isPresent());
        seen.await(() -> seen.shows(l -> l.contains(" images · ")));
        String image = Lab.BASE;
        find("take a node");
        seen.await(() -> rows().contains("Take a node…"));
        picture("finder-window");
        robot.push(KeyCode.ESCAPE);
        find("history");
        seen.await(() -> rows().contains("Window"));
        robot.push(KeyCode.ENTER);
        seen.await(() -> robot.lookup(".dialog-pane").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        seen.await(() -> robot.lookup(".dialog-pane").tryQuery().isEmpty());
        find("settings");
        robot.push(KeyCode.ENTER);
        seen.await(() -> !seen.buttons("Add…", "").isEmpty());
        find(image.substring(image.indexOf('/') + 1));
        seen.await(() -> seen.shows(("maxdock image inspect " + image)::equals));
        picture("finder-image");
        robot.push(KeyCode.ENTER);
        seen.await(() -> seen.buttons("Layers", "").size() == 1
                && seen.shows(l -> l.strip().equals(image)));
        robot.push(KeyCode.ESCAPE);
        find("nosuchthing");
        seen.text("Nothing here is called so.");
        robot.push(KeyCode.ENTER);
        assertThat(Seen.look(this::isOpen)).isTrue();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            javafx.application.Application.setUserAgentStylesheet(
                    new atlantafx.base.theme.PrimerDark().getUserAgentStylesheet());
            return true;
        });
        robot.push(KeyCode.CONTROL, KeyCode.A).write("b");
        picture("finder-dark");
        robot.push(KeyCode.ESCAPE);
        seen.await(() -> !isOpen());
        inATerminalTheKeyIsTheShells();
    }

    /** There Ctrl+K cuts to the end of the line (bash(1), kill-line), and Ctrl+Y brings it back. */
    private void inATerminalTheKeyIsTheShells() throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.go("terminals"));
        seen.click("Shell on the server", "");
        seen.await(() -> seen.shows(l -> l.startsWith("running")));
        seen.typeInTerminal("echo cut");
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.CONTROL, KeyCode.K);
        seen.typeInTerminal("echo kept-$((40+2))\n");
        seen.await(() -> seen.screen().contains("kept-42"));
        assertThat(Seen.look(this::isOpen)).isFalse();
        seen.typeInTerminal("exit\n");
    }

    private List<String> rows() {
        return robot.lookup(".finder .list-cell .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private boolean isOpen() {
        return robot.lookup("#find-anything")
                .tryQuery()
                .filter(n -> n.getParent().getParent().isVisible())
                .isPresent();
    }

    private void find(String words) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        seen.await(() ->
                stage.getScene().getFocusOwner() instanceof TextField field && "find-anything".equals(field.getId()));
        robot.write(words);
    }

    private void picture(String name) {
        assertThat(Screenshots.take(stage.getScene(), Lab.mode() + "-" + name)).isNotEmptyFile();
    }
}
