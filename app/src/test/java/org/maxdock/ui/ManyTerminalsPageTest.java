package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The server allows ten sessions on a connection; with nine terminals open all pages work. */
@Tag("lab")
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class ManyTerminalsPageTest {

    private static final int TERMINALS = 9;
    private static final List<String> PAGES =
            List.of("overview", "images", "verify", "build", "mounts", "launch", "jobs", "containers", "settings");

    @TempDir
    static Path folder;

    private Stage stage;
    private OpenWindow window;

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
        Lab.must("max-wgs", "pkill -KILL -u mxuser dtach || true");
    }

    @Test
    void allPagesWork() throws Exception {
        SteadyRobot robot = new SteadyRobot();
        Seen seen = new Seen(robot, stage);
        seen.text("● mxuser@max-wgs");
        for (int i = 1; i <= TERMINALS; i++) {
            int open = i;
            seen.click("Shell on the server", "");
            seen.await(() -> robot.lookup(".tab-pane .tab").queryAll().size() == open
                    && seen.shows(l -> l.startsWith("running")));
            seen.typeInTerminal("echo terminal-$((" + i + "))\n");
            seen.await(() -> seen.screen().contains("terminal-" + open));
        }
        for (String page : PAGES) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.go(page));
            seen.await(() -> robot.lookup(".page-title").queryAllAs(Labeled.class).stream()
                    .anyMatch(l -> l.getText().equals(window.text("ui.page." + page))));
            seen.await(() -> window.background().running().isEmpty());
            assertThat(seen.shows(l -> l.contains("refuses") || l.contains("sessions")))
                    .as(page)
                    .isFalse();
        }
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.go("images"));
        seen.await(() -> robot.lookup(".table-row-cell").queryAll().stream().anyMatch(n -> n.isVisible()));
        assertThat(Screenshots.take(stage.getScene(), Lab.mode() + "-many-terminals-images"))
                .isNotEmptyFile();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.go("terminals"));
        seen.typeInTerminal("echo still-$((40+2))\n");
        seen.await(() -> seen.screen().contains("still-42"));
        assertThat(Screenshots.take(stage.getScene(), Lab.mode() + "-many-terminals"))
                .isNotEmptyFile();
    }
}
