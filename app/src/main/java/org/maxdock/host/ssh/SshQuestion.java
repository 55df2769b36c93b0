package org.maxdock.host.ssh;

import org.maxdock.text.Message;

/**
 * A question on the way into a server.
 *
 * @param text for a passphrase the key; for a question of the server its own words, made safe to show
 * @param echo whether the answer may be seen while it is typed
 * @param again whether the last answer to the same question was refused
 */
public record SshQuestion(Kind kind, Asker asker, String text, boolean echo, boolean again) {

    /** What is asked for. */
    public enum Kind {
        PASSWORD,
        PASSPHRASE,
        /** What the server wants to know (keyboard-interactive, RFC 4256): a one-time code, say. */
        SERVER
    }

    /** The question as a sentence that says who asks. */
    public Message message() {
        String key = switch (kind) {
            case PASSWORD -> "ssh.ask.password";
            case PASSPHRASE -> "ssh.ask.passphrase";
            case SERVER -> "ssh.ask.server";
        };
        return asker.onTheWayTo()
                .map(to -> Message.of(key + ".hop", asker.name(), text, to))
                .orElseGet(() -> Message.of(key, asker.name(), text));
    }
}
