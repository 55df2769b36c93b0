package org.maxdock.host.ssh;

import java.util.Optional;

/** What a connection may have to ask the user. Called on the thread that connects. */
public interface SshPrompts {

    /** A password or an answer to the server's question (a one-time code, say); empty when the user gives none. */
    Optional<String> secret(String question);

    /** Whether to trust a server that is met for the first time, by its key's fingerprint. */
    boolean trust(String server, String fingerprint);

    /** For programs without a person: no secret is known, no new server is trusted. */
    static SshPrompts none() {
        return new SshPrompts() {
            @Override
            public Optional<String> secret(String question) {
                return Optional.empty();
            }

            @Override
            public boolean trust(String server, String fingerprint) {
                return false;
            }
        };
    }
}
