package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;
import org.maxdock.launch.Launch;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountPlan;
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A project whose plan differs from its launches' mounts: to look at every page changes not a byte of it. */
@Tag("lab")
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class LookingPageTest {

    private static final List<String> PAGES = List.of(
            "overview", "images", "verify", "build", "mounts", "launch", "jobs", "containers", "terminals", "settings");

    @TempDir
    Path folder;

    private Stage stage;
    private OpenWindow window;
    private Project project;

    @Start
    void start(Stage primary) throws Exception {
        stage = primary;
        project = new Project(Files.createDirectories(folder.resolve("p11-recon")), new Json());
        project.putMounts(List.of(new Mapping("/asap3", "/asap3", true), new Mapping("/tmp", "/scratch", false)));
        project.put(new MountPlan("named", List.of(new Mapping("/home/mxuser", "/mine", true))));
        Launch launch = ProjectBench.launch("recon", Lab.BASE, new Mapping("/tmp", "/data", true));
        project.put(launch);
        project.put(ProjectBench.launch("other", Lab.BASE).withPlans(List.of("named")));
        stage.setWidth(1280);
        stage.setHeight(800);
        window = new Window()
                .show(stage, Lab.ssh(), Lab.site(), folder.resolve("settings.json"), project.folder(), "overview");
    }

    private String bytes() throws Exception {
        return Files.readString(project.folder().resolve(Project.FILE));
    }

    @Test
    void nothingIsWrittenByLooking() throws Exception {
        String before = bytes();
        SteadyRobot robot = new SteadyRobot();
        Seen seen = new Seen(robot, stage);
        javafx.application.Platform.runLater(() -> window.connect("max-wgs"));
        seen.text("● mxuser@max-wgs");
        for (String launch : List.of("recon", "other")) {
            for (String page : PAGES) {
                WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.go(page));
                seen.await(() -> robot.lookup(".page-title").queryAllAs(Labeled.class).stream()
                        .anyMatch(l -> l.getText().equals(window.text("ui.page." + page))));
                seen.await(() -> window.background().running().isEmpty());
            }
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.go("overview"));
            seen.text(launch);
            robot.clickOn((javafx.scene.Node n) -> n instanceof javafx.scene.control.Button b
                    && "Edit".equals(b.getText())
                    && b.getParent().getParent().lookup(".card-title") instanceof Labeled title
                    && title.getText().equals(launch));
            seen.await(() -> robot.lookup("#name")
                    .queryAs(javafx.scene.control.TextField.class)
                    .getText()
                    .equals(launch));
            seen.await(() -> seen.shows(l -> l.startsWith("The launch’s own, other than the project’s plan.")));
            assertThat(Screenshots.take(stage.getScene(), Lab.mode() + "-looking-" + launch))
                    .isNotEmptyFile();
        }
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            window.disconnect();
        });
        window.project().close();
        assertThat(bytes()).isEqualTo(before);
    }
}
