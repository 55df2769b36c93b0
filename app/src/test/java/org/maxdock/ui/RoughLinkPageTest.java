package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.Terminal;
import org.maxdock.lab.Lab;
import org.maxdock.lab.SlowLink;
import org.maxdock.operation.Server;
import org.maxdock.slurm.Mark;
import org.maxdock.ui.shared.Activity;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The window over a link of 5 Mbit/s, 80 ms long each way, that pauses, and is cut at any moment while somebody turns
 * its pages: it connects again by itself, the terminal is back each time, and it never stands still. The number of cuts
 * is {@code -Dmaxdock.cuts}, their moments {@code -Dmaxdock.seed}.
 */
@Tag("lab")
@Tag("whole")
@Tag("once")
@Timeout(7200)
@ExtendWith(ApplicationExtension.class)
class RoughLinkPageTest {

    private static final int CUTS = Integer.getInteger("maxdock.cuts", 2);
    private static final long SEED = Long.getLong("maxdock.seed", System.nanoTime());
    private static final long HELD_MILLIS = 100;
    private static final int TIMES_UNCUT = 3;
    private static final double MOST = 0.99;
    private static final int SETTLED_SECONDS = 120;
    private static final int LONGEST_UNCUT_MILLIS = 5000;
    private static final List<String> PAGES =
            List.of("overview", "images", "verify", "build", "mounts", "launch", "jobs", "containers");

    @TempDir
    static Path folder;

    private final Mark mark = Mark.fresh();
    private final Random random = new Random(SEED);
    private SlowLink link;
    private Stage stage;
    private OpenWindow window;

    @Start
    void start(Stage primary) throws Exception {
        try (Server server = Lab.connect()) {
            Terminal left = server.terminals().open(mark, "exec bash --norc", 80, 24);
            Lab.awaitNone(() -> server.terminals().marks().contains(mark) ? List.of() : List.of(mark));
            left.leave();
        }
        link = new SlowLink(SlowLink.Quality.rough(SEED));
        stage = primary;
        stage.setWidth(1280);
        stage.setHeight(800);
        window = new Window()
                .show(stage, link.settings(folder), Lab.site(), folder.resolve("settings.json"), null, "jobs");
        Platform.runLater(() -> window.connect(link.target()));
    }

    @AfterEach
    void end() throws Exception {
        Windows.end(window);
        link.close();
        try (Server server = Lab.connect()) {
            server.terminals().end(mark);
        }
    }

    @Test
    void theTerminalIsBackAfterEachCutAndTheWindowNeverStandsStill() throws Exception {
        Seen seen = new Seen(new SteadyRobot(), stage);
        seen.await(() -> seen.shows(l -> l.startsWith("the terminal of " + mark.text())));
        seen.click("Attach", "");
        seen.await(() -> seen.shows(l -> l.startsWith("running")));
        seen.typeInTerminal("told=kept-$((40+2)); echo $told\n");
        seen.await(() -> seen.screen().contains("kept-42"));
        for (String page : PAGES) { // the first look at a page is another matter: it is drawn then
            go(page);
            settle();
        }
        FxWatch uncut = new FxWatch();
        try (uncut) {
            for (String page : PAGES) {
                go(page);
                settle();
            }
        }
        FxWatch watch = new FxWatch();
        try (watch) {
            for (int i = 1; i <= CUTS; i++) {
                cutWhilePagesAreTurned();
                seen.await(() -> !seen.shows("● mxuser@max-wgs"::equals)); // what is typed before goes nowhere
                go("terminals");
                int now = i;
                seen.await(() -> seen.shows("● mxuser@max-wgs"::equals) && seen.shows(l -> l.startsWith("running")));
                seen.typeInTerminal("echo back-" + now + "-$told\n");
                seen.await(() -> seen.screen().contains("back-" + now + "-kept-42"));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "FIGURES: %d cuts of a rough link (seed %d): the FX thread asked %d times, answered within %d ms (of a "
                        + "hundred the slowest but one), %d ms (slowest); uncut %d and %d ms%n",
                CUTS,
                SEED,
                watch.asked(),
                watch.within(MOST),
                watch.within(1),
                uncut.within(MOST),
                uncut.within(1));
        assertThat(watch.waited()).as("where the FX thread waits").isEmpty();
        assertThat(uncut.waited()).as("where the FX thread waits").isEmpty();
        assertThat(watch.workedWithin(MOST))
                .as("milliseconds that the FX thread works until it answers")
                .isLessThan(Math.max(HELD_MILLIS, TIMES_UNCUT * uncut.workedWithin(MOST)));
    }

    private void cutWhilePagesAreTurned() throws Exception {
        try (var cutter = Executors.newSingleThreadScheduledExecutor()) {
            var cut = cutter.schedule(
                    () -> {
                        link.cut();
                        return null;
                    },
                    random.nextLong(LONGEST_UNCUT_MILLIS),
                    TimeUnit.MILLISECONDS);
            while (!cut.isDone()) {
                go(PAGES.get(random.nextInt(PAGES.size())));
                await(() -> cut.isDone() || window.background().running().isEmpty());
            }
        }
    }

    /** Waits until what the page asks for is there; says what is not. */
    private void settle() {
        await(() -> window.background().running().isEmpty());
    }

    private void await(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(SETTLED_SECONDS, TimeUnit.SECONDS, () -> Seen.look(condition));
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "still under way: "
                            + Seen.look(() -> window.background().running().stream()
                                    .map(Activity::title)
                                    .toList()),
                    e);
        }
    }

    private void go(String page) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.go(page));
    }
}
