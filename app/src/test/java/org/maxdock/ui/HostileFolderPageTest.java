package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;
import org.maxdock.mount.Mapping;
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.maxdock.text.Printable;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A folder that somebody made to deceive: its own name, and what its files name, turn round what stands beside them, or
 * hold what cannot be seen. Nothing of it is shown but as what it is, on any page, menu or tip.
 */
@Tag("lab")
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class HostileFolderPageTest {

    private static final String TURNED = "p11-\u202egnp.\u200bexe\u001b[31m";
    private static final List<String> PAGES = List.of(
            "overview", "images", "verify", "build", "mounts", "launch", "jobs", "containers", "terminals", "settings");

    @TempDir
    Path folder;

    private OpenWindow window;

    @Start
    void start(Stage primary) throws Exception {
        Project project = new Project(Files.createDirectories(folder.resolve(TURNED)), new Json());
        Mapping mapping = new Mapping("/beegfs/" + TURNED, "/data/" + TURNED, true);
        project.put(ProjectBench.launch("theirs", "registry.example.org/x:1", mapping));
        project.put(ProjectBench.record("registry.example.org/x:1", "2026-01-01T00:00:00Z"));
        project.putMounts(List.of(mapping));
        Files.writeString(
                project.folder().resolve("Dockerfile"),
                "FROM " + TURNED + "\nRUN apt-get install " + TURNED + "\nENTRYPOINT [\"" + TURNED + "\"]\n");
        primary.setWidth(1280);
        primary.setHeight(800);
        window = new Window()
                .show(primary, Lab.ssh(), Lab.site(), folder.resolve("settings.json"), project.folder(), "overview");
    }

    @AfterEach
    void leave() throws Exception {
        Windows.end(window);
    }

    @Test
    void isShownAsWhatItIs() throws Exception {
        FxRobot robot = new SteadyRobot();
        List<String> obeyed = new ArrayList<>();
        for (String page : PAGES) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.go(page));
            WaitForAsyncUtils.waitFor(
                    20, java.util.concurrent.TimeUnit.SECONDS, () -> window.background().running().isEmpty());
            WaitForAsyncUtils.waitForFxEvents();
            Seen.look(() -> robot.lookup((javafx.scene.Node n) -> n instanceof Control).queryAllAs(Control.class).stream()
                            .flatMap(HostileFolderPageTest::texts)
                            .filter(text -> text != null && Printable.hides(text))
                            .toList())
                    .forEach(text -> obeyed.add(page + ": " + text));
        }
        assertThat(obeyed.stream().distinct().map(Printable::text)).isEmpty();
    }

    /** What a control shows: its text, its tip, and what its menus offer. */
    private static Stream<String> texts(Control control) {
        Stream<String> own = control instanceof Labeled labeled ? Stream.ofNullable(labeled.getText()) : Stream.empty();
        Stream<String> menu = control instanceof MenuButton button
                ? button.getItems().stream().flatMap(HostileFolderPageTest::texts)
                : Stream.empty();
        ContextMenu context = control.getContextMenu();
        return Stream.of(
                        own,
                        menu,
                        context == null
                                ? Stream.<String>empty()
                                : context.getItems().stream().flatMap(HostileFolderPageTest::texts),
                        Stream.ofNullable(control.getTooltip()).map(Tooltip::getText))
                .flatMap(texts -> texts);
    }

    private static Stream<String> texts(MenuItem item) {
        Stream<String> below = item instanceof Menu menu
                ? menu.getItems().stream().flatMap(HostileFolderPageTest::texts)
                : Stream.empty();
        return Stream.concat(Stream.ofNullable(item.getText()), below);
    }
}
