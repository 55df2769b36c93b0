package org.maxdock.ui.shared;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** The pause that people make when they have typed. */
public final class TypingPause implements Later {

    private final PauseTransition pause;

    /** @param millis how long nothing was typed */
    public TypingPause(double millis) {
        pause = new PauseTransition(Duration.millis(millis));
    }

    @Override
    public void soon(Runnable act) {
        pause.setOnFinished(e -> act.run());
        pause.playFromStart();
    }
}
