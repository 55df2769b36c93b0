package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.CheckBox;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A container that prints without end is watched: clicks are answered as before, and the heap stays as it is. For how
 * long says {@code -Dmaxdock.seconds}.
 */
@Tag("lab")
@Tag("whole")
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class EndlessLogPageTest {

    private static final String NAME = "clicked-endless";
    private static final long SECONDS = Long.getLong("maxdock.seconds", 6);
    private static final long MOST_BYTES = 100_000_000;
    private static final long ANSWER_MILLIS = 100;
    private static final int TIMES_WITHOUT = 3;
    private static final long LONGEST_SECONDS = 20;

    @TempDir
    static Path folder;

    private Stage stage;
    private OpenWindow window;
    private FxRobot robot;
    private Seen seen;

    @Start
    void start(Stage primary) {
        Lab.must(
                "mxuser@max-wgs",
                "docker rm -f " + NAME + " >/dev/null 2>&1; docker run -d --cpus 0.5 --name " + NAME
                        + " --log-driver json-file --log-opt max-size=10m --log-opt max-file=2 " + Lab.BASE
                        + " sh -c 'while :; do seq 1 100000 | sed \"s/$/ of a log that has no end/\"; done'");
        stage = primary;
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1280);
        stage.setHeight(800);
        window = new Window().show(stage, Lab.ssh(), Lab.site(), folder.resolve("settings.json"), null, "containers");
        javafx.application.Platform.runLater(() -> window.connect("max-wgs"));
    }

    @AfterEach
    void end() throws Exception {
        Windows.end(window);
        Lab.must("mxuser@max-wgs", "docker rm -f " + NAME + " >/dev/null 2>&1; true");
    }

    @Test
    void clicksAreAnsweredAndTheHeapStays() throws Exception {
        robot = new SteadyRobot();
        seen = new Seen(robot, stage);
        seen.await(() -> seen.shows(NAME::equals));
        seen.type("#container-filter", NAME);
        robot.clickOn(NAME);
        List<Long> before = clicks(3);
        long heap = heap();
        seen.click("Logs", "");
        seen.await(() -> log().contains("of a log that has no end"));
        List<Long> clicks = clicks(SECONDS);
        long grown = heap() - heap;
        String last = log();
        seen.await(() -> !log().equals(last)); // it is still being watched
        seen.click("Close", "");
        System.out.printf(
                Locale.ROOT,
                "FIGURES: %d s of a log without end: %d clicks, answered in %d ms (median), "
                        + "%d ms (of twenty the slowest"
                        + " but one), %d ms (slowest); without it %d, %d, %d ms; heap grown by %.1f MB%n",
                SECONDS,
                clicks.size(),
                part(clicks, 0.5),
                part(clicks, 0.95),
                part(clicks, 1),
                part(before, 0.5),
                part(before, 0.95),
                part(before, 1),
                grown / 1e6);
        assertThat(part(clicks, 0.5)).as("milliseconds to answer most clicks").isLessThan(ANSWER_MILLIS);
        assertThat(part(clicks, 0.95))
                .as("milliseconds to answer a click")
                .isLessThan(Math.max(ANSWER_MILLIS, TIMES_WITHOUT * part(before, 0.95)));
        assertThat(grown).as("bytes").isLessThan(MOST_BYTES);
        seen.await(() -> Lab.sh("max-wgs", "pgrep -cf 'docker logs --follow'")
                .out()
                .strip()
                .equals("0"));
    }

    private String log() {
        return Seen.look(() -> robot.lookup("#container-log")
                .tryQueryAs(CodeArea.class)
                .map(CodeArea::getText)
                .orElse(""));
    }

    /** Milliseconds from each click of a mouse to what it does. */
    private List<Long> clicks(long seconds) throws Exception {
        CheckBox box = Seen.look(() -> robot.lookup(n -> n instanceof CheckBox).queryAs(CheckBox.class));
        SynchronousQueue<Long> answered = new SynchronousQueue<>();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> box.setOnAction(e -> answered.offer(System.nanoTime())));
        robot.moveTo(box);
        List<Long> millis = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            long[] begun = new long[1];
            Thread clicker = Thread.ofVirtual().start(() -> {
                robot.press(MouseButton.PRIMARY);
                begun[0] = System.nanoTime();
                robot.release(MouseButton.PRIMARY);
            });
            Long answer = answered.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
            assertThat(answer).as("a click was answered").isNotNull();
            clicker.join();
            millis.add(TimeUnit.NANOSECONDS.toMillis(answer - begun[0]));
        }
        return millis;
    }

    /** The part of the values that is not above what is returned. */
    private static long part(List<Long> values, double part) {
        List<Long> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(Math.max(0, (int) Math.ceil(part * sorted.size()) - 1));
    }

    /** Bytes in use once what nobody needs has gone. */
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
