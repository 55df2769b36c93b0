package org.maxdock.image;

import java.util.List;
import org.maxdock.engine.ImageDetails;
import org.maxdock.engine.RunConfiguration;

/**
 * Something to know of an image.
 *
 * @param what a word for it; the bundle has its name under {@code fact.WHAT}
 * @param values none where the image says nothing of it
 */
public record ImageFact(String what, List<String> values) {

    /** What a person wants to know first, in that order; facts of which the image says nothing are left out. */
    static List<ImageFact> of(ImageDetails image) {
        RunConfiguration run = image.run();
        return List.of(
                        one("id", image.id()),
                        new ImageFact("digests", image.repoDigests()),
                        one("platform", image.platform()),
                        new ImageFact("entrypoint", run.entrypoint()),
                        new ImageFact("command", run.command()),
                        one("user", run.user()),
                        one("folder", run.workingDirectory()),
                        new ImageFact("environment", run.environment()),
                        new ImageFact("ports", run.ports()),
                        new ImageFact("volumes", run.volumes()),
                        new ImageFact(
                                "labels",
                                run.labels().entrySet().stream()
                                        .map(e -> e.getKey() + "=" + e.getValue())
                                        .toList()),
                        new ImageFact("health", run.healthcheck()),
                        one("signal", run.stopSignal()),
                        new ImageFact("layers", image.layers()))
                .stream()
                .filter(f -> !f.values().isEmpty())
                .toList();
    }

    private static ImageFact one(String what, String value) {
        return new ImageFact(what, value.isEmpty() ? List.of() : List.of(value));
    }
}
