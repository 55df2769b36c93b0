package org.maxdock.image.dockerfile;

import java.util.Arrays;
import java.util.List;

/**
 * A piece of advice on a Dockerfile; the bundle has its sentence, with the reason and what to do, under
 * {@code advice.RULE}.
 *
 * @param line of the Dockerfile, from 1
 * @param rule hadolint's number where it says the same, else a word
 * @param arguments of the sentence
 */
public record Advice(int line, String rule, List<String> arguments) {

    /** Where a rule comes from. */
    public enum Origin {
        HADOLINT,
        DOCKER,
        SITE
    }

    static Advice of(Instruction at, String rule, Object... arguments) {
        return new Advice(
                at.line(), rule, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    public Origin origin() {
        if (rule.matches("DL\\d{4}")) {
            return Origin.HADOLINT;
        }
        return rule.startsWith("site-") ? Origin.SITE : Origin.DOCKER;
    }
}
