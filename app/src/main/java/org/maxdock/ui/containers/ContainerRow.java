package org.maxdock.ui.containers;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maxdock.engine.ContainerSummary;
import org.maxdock.image.identity.ImageVerdict;

/**
 * A container of the list.
 *
 * @param verdict on its image, where that is recorded in the project
 */
record ContainerRow(ContainerSummary container, Optional<ImageVerdict> verdict) {

    String id() {
        return container.id();
    }

    /** Whether it holds a text in what it is; an empty one each does. */
    boolean holds(String text) {
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
