package org.maxdock.image.dockerfile;

import org.maxdock.text.Message;

/**
 * A piece of advice on a Dockerfile.
 *
 * @param line of the Dockerfile, from 1
 * @param rule hadolint's number where it says the same, else docker's name for it, or a word
 * @param text the sentence, with the reason and what to do
 */
public record Advice(int line, String rule, Message text) {

    /** The sentence that is docker's own words. */
    static final String CHECKED = "advice.checked";

    /** Where a rule comes from. */
    public enum Origin {
        HADOLINT,
        DOCKER,
        CHECK,
        SITE
    }

    static Advice of(Instruction at, String rule, Object... arguments) {
        return new Advice(at.line(), rule, Message.of("advice." + rule, arguments));
    }

    public Origin origin() {
        if (text.key().equals(CHECKED)) {
            return Origin.CHECK;
        }
        if (rule.matches("DL\\d{4}")) {
            return Origin.HADOLINT;
        }
        return rule.startsWith("site-") ? Origin.SITE : Origin.DOCKER;
    }
}
