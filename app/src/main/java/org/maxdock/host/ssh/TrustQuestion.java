package org.maxdock.host.ssh;

import org.maxdock.text.Message;

/**
 * Whether to trust a server that is met for the first time.
 *
 * @param server its name as known_hosts has it
 * @param keyType ssh-ed25519, say
 * @param fingerprint of its key, as {@code ssh-keygen -l} shows it
 */
public record TrustQuestion(Asker asker, String server, String keyType, String fingerprint) {

    /** The question as a sentence. */
    public Message message() {
        return asker.onTheWayTo()
                .map(to -> Message.of("ssh.ask.trust.hop", server, fingerprint, keyType, to))
                .orElseGet(() -> Message.of("ssh.ask.trust", server, fingerprint, keyType));
    }
}
