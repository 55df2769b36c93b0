package org.maxdock.ui.build;

import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Asks;

/** What is asked before the window closes: edits of the Dockerfile are safe, and nobody's build ends unasked. */
public final class BuildLeaving {

    private final BuildModel model;
    private final Asks asks;
    private final Texts texts;
    private boolean mayEnd;

    public BuildLeaving(BuildModel model, Asks asks, Texts texts) {
        this.model = model;
        this.asks = asks;
        this.texts = texts;
    }

    private boolean runs() {
        return model.run().state() == BuildRun.State.RUNNING && !mayEnd;
    }

    /** Whether nothing need be asked. */
    public boolean isSafe() {
        return !runs() && !model.dockerfile().unsaved().get();
    }

    /** Asks, and goes on when nothing is lost any more but what the user gave up. */
    public void leave(Runnable go) {
        if (runs()) {
            mayEnd = asks.confirm(
                    texts.get("ui.page.build"),
                    texts.get("ui.build.ends", model.request().tag()),
                    texts.get("ui.build.end-it"));
            if (!mayEnd) {
                return;
            }
        }
        model.dockerfile().saves().leave(go);
    }
}
