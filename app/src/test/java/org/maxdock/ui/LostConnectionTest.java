package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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

/** The connection is killed in the middle of a build: the window says so, and one click connects again. */
@Tag("lab")
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class LostConnectionTest {

    @TempDir
    static Path folder;

    private Stage stage;
    private OpenWindow window;

    @Start
    void start(Stage primary) throws Exception {
        stage = primary;
        Path project = Files.createDirectories(folder.resolve("slow"));
        Files.writeString(project.resolve("Dockerfile"), "FROM " + Lab.BASE + "\nRUN echo begun; sleep 307\n");
        window = new Window().show(stage, Lab.ssh(), Lab.site(), folder.resolve("settings.json"), project, "build");
    }

    @AfterEach
    void disconnect() throws Exception {
        letIn();
        Windows.end(window);
    }

    /** It is kept out before: the window would be back by itself, and there would be nothing to click. */
    private static void letIn() {
        Lab.sh("max-wgs", "iptables -D INPUT -p tcp --dport 22 --syn -j REJECT");
    }

    @Test
    void theWindowSaysSoAndReconnectsOnOneClick() throws Exception {
        FxRobot robot = new SteadyRobot();
        Seen seen = new Seen(robot, stage);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.connect("max-wgs"));
        seen.await(() -> seen.shows("● mxuser@max-wgs"::equals));
        robot.clickOn("#tag").write("test/slow:1");
        seen.click("Build", "success");
        seen.await(() -> seen.code().contains("begun\n"));
        Lab.must("max-wgs", "iptables -I INPUT -p tcp --dport 22 --syn -j REJECT && pkill -KILL -u mxuser sshd");
        seen.await(() -> seen.shows(l -> l.startsWith("The connection to max-wgs is lost"))
                && seen.shows("failed"::equals)
                && seen.shows("● connection lost"::equals));
        assertThat(Screenshots.take(stage.getScene(), Lab.mode() + "-lost")).isNotEmptyFile();
        letIn();
        seen.click("Reconnect", "");
        seen.await(() -> seen.shows("● mxuser@max-wgs"::equals)
                && !seen.shows(l -> l.startsWith("The connection to max-wgs is lost")));
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> Lab.sh("max-wgs", "pgrep -cf 'sleep 307'").out().strip().equals("0"));
        assertThat(Lab.must("max-wgs", "docker images -q test/slow; docker ps -q"))
                .isEmpty();
        assertThat(Lab.must("max-wgs", "pgrep -c -u mxuser sshd").strip()).isEqualTo("1");
    }
}
