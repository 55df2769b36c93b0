package org.maxdock.image.dockerfile;

import org.maxdock.text.Message;

/**
 * A piece of advice on a Dockerfile.
 *
 * @param line of the Dockerfile, from 1
 * @param rule hadolint's number where it says the same, else a word
 * @param text the sentence, with the reason and what to do
 */
public record Advice(int line, String rule, Message text) {

    /** Where a rule comes from. */
    public enum Origin {
        HADOLINT,
        DOCKER,
        SITE
    }

    static Advice of(Instruction at, String rule, Object... arguments) {
        return new Advice(at.line(), rule, Message.of("advice." + rule, arguments));
    }

    public Origin origin() {
        if (rule.matches("DL\\d{4}")) {
            return Origin.HADOLINT;
        }
        return rule.startsWith("site-") ? Origin.SITE : Origin.DOCKER;
    }
}
