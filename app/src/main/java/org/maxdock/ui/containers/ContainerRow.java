package org.maxdock.ui.containers;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maxdock.engine.ContainerSummary;
import org.maxdock.engine.ContainerWords;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.text.Texts;

/**
 * A container of the list.
 *
 * @param verdict on its image, where that is recorded in the project
 */
record ContainerRow(ContainerSummary container, Optional<ImageVerdict> verdict) {

    String id() {
        return container.id();
    }

    /** Whether it holds a text in what it is, and in what the table says of that; an empty one each does. */
    boolean holds(String text, Texts texts) {
        String labels = container.labels().entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" "));
        return String.join(
                        " ",
                        container.name(),
                        container.image(),
                        container.id(),
                        container.owner(),
                        container.job(),
                        container.status(),
                        texts.get(ContainerWords.state(container)),
                        texts.get(ContainerWords.status(container)),
                        labels)
                .toLowerCase(Locale.ROOT)
                .contains(text.strip().toLowerCase(Locale.ROOT));
    }

    boolean hasEnded() {
        return !container.isRunning() && !container.isPaused();
    }

    /** The name it was started by; of one without, the beginning of its ID. */
    String image() {
        return container.image().startsWith("sha256:") ? container.image().substring(7, 19) : container.image();
    }
}
