package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.ssh.SshSettings;
import org.maxdock.lab.Lab;
import org.maxdock.lab.RecordedImage;
import org.maxdock.operation.Server;
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A server that allows one session on a connection (sshd_config(5), MaxSessions 1): all pages, jobs and a launch. */
@Tag("lab")
@Tag("whole")
@Tag("once")
@Timeout(300)
@ExtendWith(ApplicationExtension.class)
class OneSessionPageTest {

    private static final int PORT = 2211;
    private static final String IMAGE = "max-registry:5000/test/one-session:1";
    private static final List<String> PAGES =
            List.of("overview", "images", "verify", "build", "mounts", "jobs", "containers");

    @TempDir
    static Path folder;

    private Stage stage;
    private OpenWindow window;

    @Start
    void start(Stage primary) throws Exception {
        Files.writeString(folder.resolve("Dockerfile"), "FROM " + Lab.BASE + "\nENV MARK=one-session\n");
        try (Server server = Lab.connect()) {
            new Project(folder, new Json()).put(RecordedImage.everywhere(server, folder, IMAGE));
        }
        Lab.must("max-wgs", """
                /usr/sbin/sshd -f /etc/ssh/lab_sshd_config -o Port=%d -o MaxSessions=1 -o PidFile=/run/sshd-one.pid &&
                until [ -s /run/sshd-one.pid ]; do sleep 0.05; done
                """.formatted(PORT));
        SshSettings one = Lab.ssh().withOptions(List.of("Port=" + PORT, "HostKeyAlias=max-wgs"));
        stage = primary;
        stage.setWidth(1280);
        stage.setHeight(800);
        window = new Window().show(stage, one, Lab.site(), folder.resolve("settings.json"), folder, "overview");
        Platform.runLater(() -> window.connect("max-wgs"));
    }

    @AfterEach
    void end() throws Exception {
        Windows.end(window);
        Lab.must("max-wgs", "kill $(cat /run/sshd-one.pid)");
        Lab.giveBack("mxuser");
    }

    @Test
    void allPagesJobsAndALaunchWork() throws Exception {
        FxRobot robot = new SteadyRobot();
        Seen seen = new Seen(robot, stage);
        seen.text("● mxuser@max-wgs");
        for (String page : PAGES) {
            go(page);
            seen.await(() -> window.background().running().isEmpty());
            assertThat(seen.shows(l -> l.contains("refuses") || l.contains("sessions")))
                    .as(page)
                    .isFalse();
        }
        go("launch");
        seen.click("Command", "");
        seen.text("maxcpu");
        robot.clickOn("maxcpu");
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> robot.lookup("#command").queryAs(TextInputControl.class).setText("echo one-$((40+2)); sleep 4"));
        seen.await(() -> seen.shows(l -> l.equals("all clear") || l.startsWith("clear, to know")));
        robot.clickOn("#start");
        seen.await(() -> seen.screen().contains("one-42"));
        go("jobs");
        seen.await(() -> seen.shows("RUNNING"::equals) || seen.shows("running"::equals));
        go("terminals");
        seen.await(() -> seen.shows(l -> l.equals("ended with status 0")));
        assertThat(Screenshots.take(stage.getScene(), Lab.mode() + "-one-session"))
                .isNotEmptyFile();
    }

    private void go(String page) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.go(page));
    }
}
