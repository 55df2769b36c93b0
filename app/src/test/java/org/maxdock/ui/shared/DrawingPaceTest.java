package org.maxdock.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A text without end is drawn seldom enough, and little enough of it, for clicks to be answered. */
class DrawingPaceTest {

    private static final long MILLI = 1_000_000;

    private final DrawingPace pace = new DrawingPace();
    private long now;
    private int drawings;
    private long drawing;

    /** Frames of so many milliseconds, longer by so many where something is drawn. */
    private void frames(int count, long idle, long drawn) {
        for (int i = 0; i < count; i++) {
            long took = idle;
            if (pace.isDue(now)) {
                pace.drawn(true);
                drawings++;
                drawing += drawn;
                took += drawn;
            }
            now += took * MILLI;
        }
    }

    @Test
    void itIsDrawnAtMostTwentyTimesASecond() {
        frames(600, 16, 0);
        assertThat(drawings).isBetween(100, (int) (now / (50 * MILLI)) + 1);
    }

    @Test
    void slowDrawingTakesAThirdOfTheTime() {
        frames(2_000, 1, 200);
        assertThat(drawing * MILLI).isLessThan(now * 40 / 100);
    }

    @Test
    void itBeginsWithLittleAndDrawsMoreAtOnceWhereThatIsQuick() {
        assertThat(pace.room()).isEqualTo(DrawingPace.LEAST);
        frames(2_000, 16, 1);
        assertThat(pace.room()).isEqualTo(DrawingPace.MOST);
        frames(200, 16, 100);
        assertThat(pace.room()).isEqualTo(DrawingPace.LEAST);
        frames(2_000, 16, 1);
        assertThat(pace.room()).isEqualTo(DrawingPace.MOST);
    }

    @Test
    void whatIsNeitherChangesNothing() {
        frames(200, 16, 14);
        assertThat(pace.room()).isEqualTo(DrawingPace.LEAST);
    }

    @Test
    void looksAtNothingNewAreNoDrawings() {
        for (int i = 0; i < 100; i++) {
            if (pace.isDue(now)) {
                pace.drawn(false);
            }
            now += 200 * MILLI;
        }
        assertThat(pace.room()).isEqualTo(DrawingPace.LEAST);
    }
}
