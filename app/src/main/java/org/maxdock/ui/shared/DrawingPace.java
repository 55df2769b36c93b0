package org.maxdock.ui.shared;

/**
 * How often, and how much at once of, a text that keeps coming is drawn: at most twenty times a second, at most a third
 * of the window's time, and no more than is drawn before somebody who clicks would notice. It begins with little, since
 * what is drawn first takes longest. What a frame takes is known when the next one begins.
 */
final class DrawingPace {

    /** Characters that are drawn at once where drawing is quick, and where it is not. */
    static final int MOST = 8_000;

    static final int LEAST = 200;

    private static final long EVERY_NANOS = 50_000_000;
    private static final int SHARE = 3;
    /** A frame without much to draw takes a sixtieth of a second. */
    private static final long QUICK_NANOS = 25_000_000;

    private static final long SLOW_NANOS = 40_000_000;

    private int room = LEAST;
    private boolean drew;
    private long began;
    private long next;

    /** To be asked at the begin of each frame, in nanoseconds. */
    boolean isDue(long now) {
        if (drew) {
            learn(now - began);
            next = now + Math.max(EVERY_NANOS, (SHARE - 1) * (now - began));
            drew = false;
        }
        if (now < next) {
            return false;
        }
        began = now;
        return true;
    }

    private void learn(long took) {
        if (took > SLOW_NANOS) {
            room = Math.max(LEAST, room / 2);
        } else if (took < QUICK_NANOS) {
            room = Math.min(MOST, room + room / 10);
        }
    }

    /** @param something whether there was something to draw */
    void drawn(boolean something) {
        drew = something;
        next = began + EVERY_NANOS;
    }

    /** Characters to draw at once. */
    int room() {
        return room;
    }
}
