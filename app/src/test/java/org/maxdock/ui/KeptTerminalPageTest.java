package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.Terminal;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;
import org.maxdock.slurm.Mark;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * What was left running is found, attached to, lost with the connection and there again with the next one, as often as
 * that happens; and it ends with its tab.
 */
@Tag("lab")
@Tag("whole")
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class KeptTerminalPageTest {

    private static final int LOSSES = 3;

    @TempDir
    static Path folder;

    private final Mark mark = Mark.fresh();
    private Stage stage;
    private OpenWindow window;

    @Start
    void start(Stage primary) throws Exception {
        try (Server server = Lab.connect()) {
            Terminal left = server.terminals().open(mark, "exec bash --norc", 80, 24);
            WaitForAsyncUtils.waitFor(
                    40,
                    java.util.concurrent.TimeUnit.SECONDS,
                    () -> server.terminals().marks().contains(mark));
            left.leave();
        }
        stage = primary;
        stage.setWidth(1280);
        stage.setHeight(800);
        window = new Window().show(stage, Lab.ssh(), Lab.site(), folder.resolve("settings.json"), null, "jobs");
        javafx.application.Platform.runLater(() -> window.connect("max-wgs"));
    }

    @AfterEach
    void end() throws Exception {
        Windows.end(window);
        try (Server server = Lab.connect()) {
            server.terminals().end(mark);
        }
    }

    @Test
    void itComesBackAfterEachLoss() throws Exception {
        FxRobot robot = new SteadyRobot();
        Seen seen = new Seen(robot, stage);
        seen.await(() -> seen.shows(l -> l.startsWith("the terminal of " + mark.text())));
        assertThat(Screenshots.take(stage.getScene(), Lab.mode() + "-jobs-left"))
                .isNotEmptyFile();
        seen.await(() -> seen.shows(l -> l.matches("[0-9]+ ms"))); // with it all is known, and nothing moves any more
        seen.await(() -> seen.shows("idle"::equals) && seen.shows("maxcpu"::equals));
        seen.click("Attach", "");
        for (int i = 1; i <= LOSSES; i++) {
            String word = "word-" + i;
            seen.await(() -> seen.shows(l -> l.startsWith("running")));
            seen.typeInTerminal("echo wor''d-" + i + "\n");
            seen.await(() -> seen.screen().contains(word));
            Lab.must("max-wgs", "pkill -KILL -u mxuser sshd");
            seen.await(() -> seen.shows(l -> l.startsWith("The connection is lost; it goes on")));
            seen.click("Reconnect", "");
        }
        seen.await(() -> seen.shows(l -> l.startsWith("running")));
        assertThat(Screenshots.take(stage.getScene(), Lab.mode() + "-terminal-back"))
                .isNotEmptyFile();
        robot.clickOn(".tab:selected .tab-close-button");
        seen.click("End it", "");
        try (Server server = Lab.connect()) {
            Lab.awaitNone(() -> server.terminals().marks());
        }
    }
}
