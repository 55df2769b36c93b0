package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.tk.Toolkit;
import com.sun.scenario.animation.AbstractPrimaryTimer;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.lab.Lab;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Whichever page is looked at: where nothing happens, nothing is drawn, and JavaFX's clock is at rest. */
@Tag("lab") // where there is a display
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class IdleWindowPageTest {

    private static final Duration CALM = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofMillis(10);

    @TempDir
    static Path folder;

    private Stage stage;
    private OpenWindow window;

    @Start
    void start(Stage primary) throws Exception {
        for (Animation left : animations()) { // by tests that were here before
            left.stop();
        }
        RestingPulse.install();
        stage = primary;
        window = new Window().show(stage, Lab.ssh(), Lab.site(), folder.resolve("settings.json"), null, "images");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "overview",
                "images",
                "verify",
                "build",
                "mounts",
                "launch",
                "jobs",
                "containers",
                "terminals",
                "settings"
            })
    void isAtRest(String page) throws Exception {
        AtomicInteger frames = new AtomicInteger();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            stage.getScene().addPreLayoutPulseListener(frames::incrementAndGet);
            window.go(page);
        });
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> stage.getScene().getRoot().requestFocus()); // the mark of a field that is typed into blinks
        int drawn = calmWithin(frames);
        assertThat(drawn)
                .as("times that something was drawn while these play: %s", playing())
                .isZero();
        assertThat(RestingPulse.isAtRest()).isTrue();
    }

    @Test
    void wakesForWhatMoves() throws Exception {
        AtomicInteger frames = new AtomicInteger();
        calmWithin(frames);
        AtomicInteger over = new AtomicInteger();
        for (int round = 1; round <= 3; round++) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
                PauseTransition moving = new PauseTransition(javafx.util.Duration.millis(100));
                moving.setOnFinished(e -> over.incrementAndGet());
                moving.play();
            });
            long end = System.nanoTime() + LONGEST.toNanos();
            while (over.get() < round && System.nanoTime() < end) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            assertThat(over.get()).isEqualTo(round);
            calmWithin(frames);
        }
    }

    private static List<Object> playing() throws ReflectiveOperationException {
        return animations().stream()
                .map(animation -> animation instanceof Timeline line ? line.getKeyFrames() : animation)
                .toList();
    }

    /** Those that run, as JavaFX's clock has them. */
    private static List<Animation> animations() throws ReflectiveOperationException {
        Object clock = Toolkit.getToolkit().getPrimaryTimer();
        List<Animation> playing = new ArrayList<>();
        for (Object record : (Object[]) value(AbstractPrimaryTimer.class, clock, "receivers")) {
            if (record != null) {
                Object receiver = value(record.getClass(), record, "val$receiver");
                playing.add((Animation) value(receiver.getClass(), receiver, "this$0"));
            }
        }
        return playing;
    }

    private static Object value(Class<?> type, Object of, String name) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
    }

    /**
     * Frames within a while in which none is expected; that of the best of several, for the page may still be filled.
     */
    private static int calmWithin(AtomicInteger frames) {
        int least = Integer.MAX_VALUE;
        long end = System.nanoTime() + LONGEST.toNanos();
        while (least > 0 && System.nanoTime() < end) {
            int before = frames.get();
            LockSupport.parkNanos(CALM.toNanos());
            least = Math.min(least, frames.get() - before);
        }
        return least;
    }
}
