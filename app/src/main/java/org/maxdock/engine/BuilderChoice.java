package org.maxdock.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which builder builds an image. */
public enum BuilderChoice {
    /** The one that docker would take there, and BuildKit where the Dockerfile needs it. */
    FITTING("auto"),
    BUILDKIT("buildkit"),
    CLASSIC("classic");

    private final String word;

    BuilderChoice(String word) {
        this.word = word;
    }

    /** As the command line has it. */
    public String word() {
        return word;
    }

    public static Optional<BuilderChoice> of(String word) {
        return Arrays.stream(values()).filter(c -> c.word.equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(BuilderChoice::word).toList();
    }
}
