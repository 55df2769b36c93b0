package org.maxdock.host.ssh;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.maxdock.text.Message;

/**
 * How to log in.
 *
 * @param methods in the order in which they are tried; those that are switched off are not among them
 * @param keys private key files, in their order
 * @param named the one of them that the user has chosen for this connection, which comes before all others
 * @param certificates certificates beside those that lie next to their keys
 * @param onlyThese whether the agent may offer only keys that are among those files (IdentitiesOnly)
 * @param agent the agent's socket; none where there is no agent
 * @param passwordPrompts how often a password is asked for
 * @param delegate whether Kerberos tickets are handed to the server
 * @param addsKeys whether the agent is to be given keys that were unlocked (AddKeysToAgent), which is told to be left
 * @param missing ways that the configuration names and that MaxDock does not have
 */
record LoginRules(
        List<String> methods,
        List<Path> keys,
        Optional<Path> named,
        List<Path> certificates,
        boolean onlyThese,
        Optional<Path> agent,
        int passwordPrompts,
        boolean delegate,
        boolean addsKeys,
        List<Message> missing) {

    LoginRules {
        missing = List.copyOf(missing);
        methods = List.copyOf(methods);
        keys = List.copyOf(keys);
        certificates = List.copyOf(certificates);
        if (passwordPrompts < 0) {
            throw new IllegalArgumentException("NumberOfPasswordPrompts " + passwordPrompts);
        }
    }
}
