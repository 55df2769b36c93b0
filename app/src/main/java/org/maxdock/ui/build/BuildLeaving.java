package org.maxdock.ui.build;

import java.util.Optional;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Asks;

/** What is asked before the window closes: edits of the Dockerfile are safe, and nobody's build ends unasked. */
public final class BuildLeaving {

    private final BuildModel model;
    private final Asks asks;
    private final Texts texts;
    private Optional<BuildSteps> givenUp = Optional.empty();

    public BuildLeaving(BuildModel model, Asks asks, Texts texts) {
        this.model = model;
        this.asks = asks;
        this.texts = texts;
    }

    /** What the one that runs does, unless the user has given it up. */
    private Optional<BuildSteps> running() {
        return model.run()
                .runningSteps()
                .filter(steps -> givenUp.filter(g -> g == steps).isEmpty());
    }

    /** Whether nothing need be asked. */
    public boolean isSafe() {
        return running().isEmpty() && !model.dockerfile().unsaved().get();
    }

    /** Asks, and goes on when nothing is lost any more but what the user gave up. */
    public void leave(Runnable go) {
        Optional<BuildSteps> running = running();
        if (running.isPresent()
                && !asks.confirm(
                        texts.get("ui.page.build"),
                        texts.get("ui.build.ends", model.request().tag()),
                        texts.get("ui.build.end-it"))) {
            return;
        }
        model.dockerfile().saves().leave(() -> {
            givenUp = running.or(() -> givenUp);
            go.run();
        });
    }
}
