package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
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

/** A terminal in the hand: the size of its letters, what is pasted, what is found, and keys that are the program's. */
@Tag("lab")
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class TerminalHandPageTest {

    @TempDir
    static Path folder;

    private Stage stage;
    private OpenWindow window;
    private FxRobot robot;
    private Seen seen;

    @Start
    void start(Stage primary) {
        stage = primary;
        stage.setWidth(1280);
        stage.setHeight(800);
        window = new Window().show(stage, Lab.ssh(), Lab.site(), folder.resolve("settings.json"), null, "terminals");
        javafx.application.Platform.runLater(() -> window.connect("max-wgs"));
    }

    @AfterEach
    void end() throws Exception {
        Windows.end(window);
    }

    private void enter(String line, String answer) throws Exception {
        seen.typeInTerminal(line + "\n");
        seen.await(() -> seen.screen().contains(answer));
    }

    private void copy(String text) {
        WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }

    private void press(KeyCode... keys) throws Exception {
        seen.await(() -> stage.getScene().getFocusOwner() instanceof Canvas);
        robot.press(keys).release(keys);
    }

    private int size() throws Exception {
        return new SettingsFile(folder.resolve("settings.json"), new Json())
                .read()
                .terminalSize();
    }

    @Test
    void itIsHeldLikeATerminal() throws Exception {
        robot = new SteadyRobot();
        seen = new Seen(robot, stage);
        seen.await(() -> seen.shows(l -> l.matches("[0-9]+ ms"))); // with it all is known, and nothing moves any more
        seen.click("Shell on the server", "");
        enter("PS1='> '; bind 'set enable-bracketed-paste off'; echo rea''dy", "ready");

        press(KeyCode.CONTROL, KeyCode.EQUALS);
        press(KeyCode.CONTROL, KeyCode.EQUALS);
        press(KeyCode.CONTROL, KeyCode.EQUALS);
        seen.await(() -> size() == 16);
        enter("clear; echo https://example.org/a; echo lar''ger", "larger");
        assertThat(Screenshots.take(stage.getScene(), Lab.mode() + "-terminal-larger"))
                .isNotEmptyFile();
        press(KeyCode.CONTROL, KeyCode.DIGIT0);
        seen.await(() -> size() == 13);
        assertThat(window.settings().get().terminalSize()).isEqualTo(13);

        copy("echo pas''ted");
        press(KeyCode.SHIFT, KeyCode.INSERT);
        enter("", "pasted");

        copy("echo on''e\r\necho tw''o\n");
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        seen.await(() -> seen.shows(l -> l.contains("2 lines")));
        assertThat(Screenshots.take(
                        Seen.look(() -> robot.listTargetWindows().getLast().getScene()),
                        Lab.mode() + "-terminal-paste"))
                .isNotEmptyFile();
        assertThat(seen.screen()).doesNotContain("two");
        seen.click("Paste", "");
        seen.await(() -> seen.screen().contains("one") && seen.screen().contains("two"));

        seen.typeInTerminal("cat -v\n");
        press(KeyCode.CONTROL, KeyCode.F);
        press(KeyCode.CONTROL, KeyCode.L);
        press(KeyCode.CONTROL, KeyCode.K);
        enter("", "^F^L^K");
        press(KeyCode.CONTROL, KeyCode.C);

        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        seen.await(() -> robot.lookup("#terminal-find").tryQuery().isPresent());
        robot.clickOn("#terminal-find").write("pasted");
        seen.await(() -> seen.shows(l -> l.matches("[0-9]+/[0-9]+")));
        assertThat(Screenshots.take(stage.getScene(), Lab.mode() + "-terminal-find"))
                .isNotEmptyFile();
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        seen.typeInTerminal("exit\n");
        seen.click("Close ended ones", "");
        seen.await(() -> seen.shows(l -> l.startsWith("Terminals of launches open here")));
    }
}
