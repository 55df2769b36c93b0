package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
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

    /** The same as it is to be read. */
    private static final String SPELLED = "p11-\\u202egnp.\\u200bexe\\u001b[31m";

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
        List<String> deceiving = new ArrayList<>();
        Set<String> shown = new TreeSet<>();
        for (String page : PAGES) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.go(page));
            WaitForAsyncUtils.waitFor(
                    20, TimeUnit.SECONDS, () -> window.background().running().isEmpty());
            WaitForAsyncUtils.waitForFxEvents();
            Seen.look(ShownTexts::deceiving).forEach(text -> deceiving.add(page + ": " + text));
            shown.addAll(Seen.look(ShownTexts::all));
        }
        assertThat(deceiving).isEmpty();
        assertThat(shown).as("the project’s name, whole and spelled out").contains(SPELLED);
        assertThat(shown)
                .as("its folder, and what is mapped")
                .anyMatch(text -> text.endsWith("/" + SPELLED))
                .anyMatch(text -> text.contains("/data/" + SPELLED));
    }
}
