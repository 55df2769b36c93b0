package org.maxdock.image.dockerfile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.maxdock.image.identity.ImageReference;

/** A stage of a Dockerfile, and what it takes from elsewhere: images, and stages before it. */
final class BuildStage {

    private final String name;
    private final Set<String> images = new LinkedHashSet<>();
    private final Set<BuildStage> others = new LinkedHashSet<>();

    /** @param name in small letters; empty for one that has none */
    BuildStage(String name) {
        this.name = name;
    }

    void takesFrom(String image) {
        images.add(image);
    }

    void takesFrom(BuildStage other) {
        others.add(other);
    }

    Set<String> images() {
        return images;
    }

    /** Whether all that it takes is known: a name in which only BuildKit fills something in may be any stage's. */
    boolean isKnown() {
        return images.stream().allMatch(image -> ImageReference.read(image).isPresent());
    }

    /** @param contexts names of what stands in the place of a stage */
    Set<BuildStage> withThoseItTakesFrom(Set<String> contexts) {
        Set<BuildStage> all = new LinkedHashSet<>();
        Deque<BuildStage> next = new ArrayDeque<>(Set.of(this));
        while (!next.isEmpty()) {
            BuildStage one = next.pop();
            boolean replaced = !one.name.isEmpty() && contexts.stream().anyMatch(one.name::equalsIgnoreCase);
            if (!replaced && all.add(one)) {
                next.addAll(one.others);
            }
        }
        return all;
    }
}
