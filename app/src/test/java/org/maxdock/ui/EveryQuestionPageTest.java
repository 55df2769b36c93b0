package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.lab.Lab;
import org.maxdock.mount.Mapping;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Reachable;
import org.maxdock.ui.shell.FailingServer;
import org.maxdock.ui.shell.Findable;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Every question that an action of a page asks, with what decides behind it, at a server of the test's own: it is no
 * larger than the screen, and no text is cut or missing. The pictures are for people to look at.
 */
@Tag("lab") // where there is a display; the server is the test's own
@Tag("once")
@Tag("whole")
@ExtendWith(ApplicationExtension.class)
class EveryQuestionPageTest {

    private static final int FEWEST = 12;

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
    @CsvSource({"dark, de, 1024, 700", "light, en, 1280, 800"})
    void isWhole(String theme, String language, int width, int height) throws Exception {
        try (FailingServer server = new FailingServer(AllPages.shared(folder))) {
            FullServer.fill(server);
            Path project = AllPages.project(
                            folder,
                            "FROM " + Lab.BASE + "\nRUN true\n",
                            List.of(new Mapping("/tmp", "/scratch", false)))
                    .folder();
            pages.open(server, folder, project, theme, language, width, height);
            pages.connect();
            List<String> faults = new ArrayList<>();
            int asked = 0;
            for (String page : AllPages.PAGES) {
                asked += ask(page, theme + "-" + language, new Texts(Locale.of(language)), faults);
            }
            assertThat(faults).isEmpty();
            assertThat(asked).isGreaterThanOrEqualTo(FEWEST);
        }
    }

    private int ask(String page, String name, Texts texts, List<String> faults) throws Exception {
        pages.turn(page);
        List<String> asking = Seen.look(() -> Findable.all(stage.getScene())).stream()
                .filter(Reachable::now)
                .filter(r -> r.kind().equals(texts.get("ui.page." + page))
                        && r.title().endsWith("…"))
                .map(Reachable::title)
                .filter(title -> !title.equals(texts.get("ui.connect.key-choose"))) // the system's own window
                .toList();
        int asked = 0;
        for (String title : asking) {
            pages.turn(page);
            Optional<Stage> question = asked(title);
            if (question.isPresent()) {
                asked++;
                look(question.get(), page, title, name + "-" + page + "-" + asked, faults);
            }
        }
        return asked;
    }

    /** The question that the action asks; empty where it does something else. */
    private Optional<Stage> asked(String title) throws Exception {
        Platform.runLater(() -> Findable.all(stage.getScene()).stream()
                .filter(r -> r.now() && r.title().equals(title))
                .findFirst()
                .ifPresent(r -> r.go().run()));
        try {
            WaitForAsyncUtils.waitFor(
                    4, TimeUnit.SECONDS, () -> Seen.look(this::question).isPresent());
        } catch (TimeoutException none) {
            return Optional.empty();
        }
        return Seen.look(this::question);
    }

    private Optional<Stage> question() {
        return Window.getWindows().stream()
                .filter(w -> w instanceof Stage && w.isShowing() && w != stage)
                .map(Stage.class::cast)
                .findFirst();
    }

    private void look(Stage question, String page, String title, String picture, List<String> faults) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        Screenshots.take(question.getScene(), "question-" + picture);
        Seen.look(() -> PageFaults.in(question.getScene())).stream()
                .filter(fault -> !fault.startsWith("faint"))
                .forEach(fault -> faults.add(page + ", " + title + ": " + fault));
        if (Seen.look(
                () -> question.getHeight() > stage.getHeight() + 1 || question.getWidth() > stage.getWidth() + 1)) {
            faults.add(page + ", " + title + ": is larger than the window");
        }
        Platform.runLater(() -> question.fireEvent(new WindowEvent(question, WindowEvent.WINDOW_CLOSE_REQUEST)));
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> Seen.look(this::question).isEmpty());
    }
}
