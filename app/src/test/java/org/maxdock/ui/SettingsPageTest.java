package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;
import org.maxdock.store.Json;
import org.maxdock.store.SettingsFile;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The list of servers, by clicking: add, test, change, connect, disconnect, remove; and it is kept. */
@Tag("lab")
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class SettingsPageTest {

    @TempDir
    static Path folder;

    private Stage stage;
    private OpenWindow window;

    @Start
    void start(Stage primary) throws Exception {
        stage = primary;
        window = new Window()
                .show(
                        stage,
                        Lab.ssh(),
                        Lab.site(),
                        folder.resolve("settings.json"),
                        Files.createDirectories(folder.resolve("p")),
                        "settings");
        stage.setWidth(1280);
        stage.setHeight(800);
    }

    @AfterEach
    void disconnect() throws Exception {
        Windows.end(window);
    }

    @Test
    void serversAreAddedTestedChangedConnectedAndRemoved() throws Exception {
        FxRobot robot = new SteadyRobot();
        Seen seen = new Seen(robot, stage);
        answer(seen, robot, "Add…", "max-wn999");
        seen.text("max-wn999");
        seen.click("Test", "");
        seen.await(() -> seen.shows(l -> l.startsWith("There is no host named max-wn999")));
        answer(seen, robot, "Edit", "max-wgs");
        seen.text("max-wgs");
        seen.click("Test", "");
        seen.await(() -> seen.shows(l -> l.startsWith("max-wgs works: mxuser@max-wgs, Docker")));
        seen.click("Connect", "");
        seen.text("connected");
        assertThat(Screenshots.take(stage.getScene(), Lab.mode() + "-settings")).isNotEmptyFile();
        assertThat(kept()).containsExactly("max-wgs");
        seen.click("Disconnect", "");
        seen.await(() -> !seen.buttons("Connect", "").isEmpty());
        robot.clickOn(n -> "Remove max-wgs from the list".equals(n.getAccessibleText()) && !n.isDisabled());
        seen.text("No server yet.");
        seen.await(() -> kept().isEmpty());
    }

    private List<String> kept() throws Exception {
        return new SettingsFile(folder.resolve("settings.json"), new Json())
                .read()
                .targets();
    }

    private static void answer(Seen seen, FxRobot robot, String button, String text) throws Exception {
        seen.click(button, "");
        seen.await(() -> robot.lookup(".dialog-pane .text-field").tryQuery().isPresent());
        var field = Seen.look(() -> robot.lookup(".dialog-pane .text-field").queryTextInputControl());
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> field.setText(text));
        robot.clickOn("OK");
    }
}
