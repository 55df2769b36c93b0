package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The window over a link of 5 Mbit/s, 80 ms long each way, that pauses, and is cut at any moment while somebody turns
 * its pages: it connects again by itself, the terminal is back each time, and it never stands still. The number of cuts
 * is {@code -Dmaxdock.cuts}, their moments {@code -Dmaxdock.seed}.
 */
@Tag("lab")
@Tag("once")
@Timeout(7200)
@ExtendWith(ApplicationExtension.class)
class RoughLinkPageTest {

    private static final int CUTS = Integer.getInteger("maxdock.cuts", 2);
    private static final long SEED = Long.getLong("maxdock.seed", System.nanoTime());
    private static final long HELD_MILLIS = 100;
    private static final int LOOKS_A_SECOND = 50;
    private static final int LONGEST_UNCUT_MILLIS = 5000;
    private static final List<String> PAGES =
            List.of("overview", "images", "verify", "build", "mounts", "launch", "jobs", "containers");

    @TempDir
    static Path folder;

    private final Mark mark = Mark.fresh();
    private final Random random = new Random(SEED);
    private final List<Long> held = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService looker = Executors.newSingleThreadScheduledExecutor();
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
        looker.shutdownNow();
        WaitForAsyncUtils.waitForAsyncFx(10_000, window::disconnect);
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
            seen.await(() -> window.background().running().isEmpty());
        }
        var _ = looker.scheduleAtFixedRate(this::look, 0, 1000 / LOOKS_A_SECOND, TimeUnit.MILLISECONDS);
        for (int i = 1; i <= CUTS; i++) {
            var cut = looker.schedule(
                    () -> {
                        link.cut();
                        return null;
                    },
                    random.nextLong(LONGEST_UNCUT_MILLIS),
                    TimeUnit.MILLISECONDS);
            while (!cut.isDone()) {
                go(PAGES.get(random.nextInt(PAGES.size())));
                seen.await(() -> cut.isDone() || window.background().running().isEmpty());
            }
            seen.await(() -> !seen.shows("● mxuser@max-wgs"::equals)); // what is typed before goes nowhere
            go("terminals");
            int now = i;
            seen.await(() -> seen.shows("● mxuser@max-wgs"::equals) && seen.shows(l -> l.startsWith("running")));
            seen.typeInTerminal("echo back-" + now + "-$told\n");
            seen.await(() -> seen.screen().contains("back-" + now + "-kept-42"));
        }
        looker.shutdown();
        assertThat(looker.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        Collections.sort(held);
        long usual = held.get(held.size() * 99 / 100);
        System.out.printf(
                Locale.ROOT,
                "FIGURES: %d cuts of a rough link (seed %d): the FX thread asked %d times, answered within %d ms (of a "
                        + "hundred the slowest but one), %d ms (slowest)%n",
                CUTS,
                SEED,
                held.size(),
                usual,
                held.getLast());
        assertThat(usual).as("milliseconds until the FX thread answers").isLessThan(HELD_MILLIS);
    }

    private void go(String page) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.go(page));
    }

    /** How many milliseconds the FX thread has something else to do. */
    private void look() {
        long asked = System.nanoTime();
        Platform.runLater(() -> held.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked)));
    }
}
