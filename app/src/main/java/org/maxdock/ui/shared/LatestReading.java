package org.maxdock.ui.shared;

import java.util.function.Consumer;

/** Of several readings of the same thing, none is shown after one that was begun later. On the FX thread. */
public final class LatestReading {

    private int begun;
    private int shown;

    /** For a reading that begins now. */
    public <T> Consumer<T> show(Consumer<T> show) {
        int mine = ++begun;
        return read -> {
            if (mine > shown) {
                shown = mine;
                show.accept(read);
            }
        };
    }
}
