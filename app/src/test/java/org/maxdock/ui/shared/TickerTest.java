package org.maxdock.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What is done again and again is done on pages that are looked at only. */
@Tag("lab") // where there is a display
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class TickerTest {

    private final Semaphore ticks = new Semaphore(0);
    private Label page;
    private StackPane place;

    @Start
    void start(Stage stage) {
        page = new Label("page");
        place = new StackPane(page);
        stage.setScene(new Scene(place, 200, 100));
        stage.show();
    }

    private boolean ticks(int count) throws InterruptedException {
        return ticks.tryAcquire(count, 5, TimeUnit.SECONDS);
    }

    /** When the one that was on its way has come. */
    private boolean rests() throws InterruptedException {
        assertThat(ticks.tryAcquire(Integer.MAX_VALUE, 500, TimeUnit.MILLISECONDS))
                .isFalse();
        ticks.drainPermits();
        return !ticks.tryAcquire(1, 500, TimeUnit.MILLISECONDS);
    }

    private void look(boolean at) {
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> at
                        ? place.getChildren().setAll(page)
                        : place.getChildren().remove(page));
    }

    @Test
    void itRestsWhileThePageIsNotLookedAtAndGoesOnAfterThat() throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> new Ticker(Duration.ofMillis(20), Ticker.inWindow(page), ticks::release).start());
        System.gc(); // nobody else holds it
        assertThat(ticks(3)).isTrue();
        look(false);
        assertThat(rests()).isTrue();
        for (int i = 0; i < 10; i++) { // one rest at a time
            look(true);
            look(false);
        }
        assertThat(rests()).isTrue();
        look(true);
        assertThat(ticks(3)).isTrue();
    }
}
