package org.maxdock.store;

import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;

/**
 * Where the window was when it was closed, and how large, in pixels of the screen.
 *
 * @param maximized whether it filled the screen; the rest is what it comes back to then
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {

    private static final double FARTHEST = 100_000;

    /** @throws InvalidValue where there cannot be such a window */
    public WindowPlace {
        for (double place : new double[] {x, y, width, height}) {
            if (!(Math.abs(place) <= FARTHEST)) { // nor NaN
                throw new InvalidValue(TroubleKind.BAD_ARGUMENT, "window", place);
            }
        }
        if (width < 1 || height < 1) {
            throw new InvalidValue(TroubleKind.BAD_ARGUMENT, "window", width + "x" + height);
        }
    }
}
