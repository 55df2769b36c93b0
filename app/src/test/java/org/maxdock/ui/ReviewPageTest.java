package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.launch.ContainerOptions;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.mount.Mapping;
import org.maxdock.operation.Server;
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A launch that came with somebody's folder is shown before the one click starts it, once. */
@Tag("lab")
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class ReviewPageTest {

    private static final String IMAGE = Lab.BASE;

    @TempDir
    static Path folder;

    private Stage stage;
    private OpenWindow window;
    private Seen seen;

    @Start
    void start(Stage primary) throws Exception {
        stage = primary;
        Project project = new Project(Files.createDirectories(folder.resolve("theirs")), new Json());
        try (Server bench = Lab.connect()) {
            bench.images().pull(IMAGE, Progress.Listener.none(), new Cancellation());
            project.put(bench.images().record(IMAGE));
        }
        project.put(new Launch(
                "theirs",
                ImageReference.parse(IMAGE),
                List.of(Mapping.parse("/home/mxother:/data:ro")),
                List.of(),
                RunMode.ISOLATED,
                new LaunchPlace.OnServer(),
                List.of("sh"),
                "",
                new ContainerOptions(List.of(), "", List.of(), List.of("--cap-add=NET_ADMIN")),
                LaunchKind.Name.SHELL.plain()));
        window = new Window()
                .show(stage, Lab.ssh(), Lab.site(), folder.resolve("settings.json"), project.folder(), "overview");
        stage.setWidth(1280);
        stage.setHeight(800);
        Platform.runLater(() -> window.connect("max-wgs"));
    }

    @AfterEach
    void disconnect() throws Exception {
        Windows.end(window);
    }

    @Test
    void itsScriptAndWhatIsUnusualAreReadFirst() throws Exception {
        FxRobot robot = new SteadyRobot();
        seen = new Seen(robot, stage);
        seen.await(() -> seen.shows(l -> l.startsWith("clear") || l.startsWith("all clear") || l.startsWith("will")));
        robot.clickOn("Start");
        seen.await(() -> robot.lookup((javafx.scene.Node n) ->
                        n instanceof TextArea area && area.getText().startsWith("#!/bin/bash"))
                .tryQuery()
                .isPresent());
        Scene dialog = Seen.look(() -> robot.lookup((javafx.scene.Node n) -> n instanceof TextArea)
                .query()
                .getScene());
        assertThat(Screenshots.take(dialog, Lab.mode() + "-review-launch")).isNotEmptyFile();
        assertThat(Seen.look(() -> robot
                                .lookup((javafx.scene.Node n) ->
                                        n instanceof javafx.scene.control.Label label && label.getText() != null)
                                .queryAllAs(javafx.scene.control.Label.class)
                                .stream()
                                .map(javafx.scene.control.Label::getText)
                                .toList())
                        .toString())
                .contains("--cap-add=NET_ADMIN", "/home/mxother", "came with the project");
        robot.clickOn("Cancel");
        assertThat(folder.resolve("known-launches.json")).doesNotExist();
    }
}
