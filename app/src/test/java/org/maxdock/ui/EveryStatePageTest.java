package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.lab.Lab;
import org.maxdock.mount.Mapping;
import org.maxdock.text.Texts;
import org.maxdock.ui.shell.FailingServer;
import org.maxdock.ui.shell.OnlyInTheWindow;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * Every page without a connection, at a server where there is nothing, much, no answer yet, nothing but refusals, and
 * after its loss: each has its title, and no text is cut or missing. The pictures are for people to look at.
 */
@Tag("lab") // where there is a display; the server is the test's own
@Tag("once")
@Tag("whole")
@ExtendWith(ApplicationExtension.class)
class EveryStatePageTest {

    /** How a page stands. */
    enum State {
        NONE,
        EMPTY,
        FULL,
        LOADING,
        WRONG,
        LOST
    }

    @TempDir
    Path folder;

    private Stage stage;
    private AllPages pages;

    @Start
    void start(Stage primary) {
        stage = primary;
        pages = new AllPages(primary);
    }

    @AfterEach
    void leave() throws Exception {
        pages.close();
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, light, en, 1280, 800",
        "EMPTY, dark, de, 1024, 700",
        "FULL, dark, de, 1024, 700",
        "FULL, light, en, 1280, 800",
        "FULL, dark, en, 1280, 800",
        "FULL, dark, de, 1280, 800",
        "LOADING, light, de, 1280, 800",
        "WRONG, dark, en, 1024, 700",
        "LOST, light, de, 1024, 700"
    })
    void isWhole(State state, String theme, String language, int width, int height) throws Exception {
        try (FailingServer server = new FailingServer(AllPages.shared(folder))) {
            Path project = project(server, state);
            answer(server, state);
            Path open = state == State.NONE ? null : project;
            pages.open(server, folder, open, theme, language, width, height);
            connect(server, state);
            String name = state + "-" + theme + "-" + language + "-" + width;
            assertThat(look(name.toLowerCase(Locale.ROOT), new Texts(Locale.of(language))))
                    .isEmpty();
        }
    }

    private Path project(FailingServer server, State state) throws Exception {
        if (state == State.NONE || state == State.EMPTY) {
            return Files.createDirectories(folder.resolve("recon"));
        }
        return AllPages.project(
                        folder,
                        "FROM " + Lab.BASE + "\nRUN apt-get install -y python3\nENTRYPOINT [\"/start.sh\"]\n",
                        List.of(new Mapping("/tmp", "/scratch", false), new Mapping(server.closed(), "/closed", true)))
                .folder();
    }

    private static void answer(FailingServer server, State state) throws Exception {
        if (state == State.FULL || state == State.LOADING || state == State.LOST) {
            FullServer.fill(server);
        }
        if (state == State.LOADING) {
            FullServer.silence(server);
        }
        if (state == State.WRONG) {
            FullServer.refuse(server);
            server.engine("/images", 500, "write /var/lib/docker/x: no space left on device");
            server.engine("/containers", 500, "write /var/lib/docker/x: no space left on device");
        }
    }

    private void connect(FailingServer server, State state) throws Exception {
        if (state == State.NONE) {
            return;
        }
        pages.connect();
        if (state == State.LOST) {
            Seen seen = new Seen(new FxRobot(), stage);
            server.sshd().close();
            seen.await(() -> !seen.shows(l -> l.startsWith("● tester@")));
        }
    }

    /** What is wrong with the pages; what is too faint is measured where nothing is scrolled below anything. */
    private List<String> look(String name, Texts texts) {
        FxRobot robot = new FxRobot();
        List<String> faults = new ArrayList<>();
        for (String page : AllPages.PAGES) {
            pages.turn(page);
            if (Seen.look(() -> robot.lookup(".page-title").queryAllAs(Labeled.class).stream()
                    .noneMatch(l -> Seen.visible(l) && l.getText().equals(texts.get("ui.page." + page))))) {
                faults.add(page + " has no title");
            }
            Screenshots.take(stage.getScene(), "state-" + name + "-" + page);
            Seen.look(() -> PageFaults.in(stage.getScene())).stream()
                    .filter(fault -> !fault.startsWith("faint"))
                    .forEach(fault -> faults.add(page + ": " + fault));
        }
        Seen.look(() -> OnlyInTheWindow.withoutReason(stage.getScene(), texts))
                .forEach(words -> faults.add("Ctrl+K tells no command line of " + words));
        return faults;
    }
}
