package org.maxdock.host.ssh;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where SSH finds its things, and what is said beside the configuration.
 *
 * @param home whose {@code .ssh} holds the configuration, keys and known hosts
 * @param config a configuration in the place of the user's and the machine's, as with {@code ssh -F}
 * @param identity a private key to use before those of the configuration
 * @param knownHosts in the place of the files that the configuration names for the user
 * @param options further options as with {@code ssh -o}, which come before the configuration: {@code Keyword=value};
 *     they are about the server, not about those that lie on the way to it
 */
public record SshSettings(
        Path home, Optional<Path> config, Optional<Path> identity, Optional<Path> knownHosts, List<String> options) {

    public SshSettings {
        options = List.copyOf(options);
    }

    public static SshSettings ofHome(Path home) {
        return new SshSettings(home, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    public SshSettings withConfig(Path file) {
        return new SshSettings(home, Optional.of(file), identity, knownHosts, options);
    }

    public SshSettings withIdentity(Path file) {
        return new SshSettings(home, config, Optional.of(file), knownHosts, options);
    }

    public SshSettings withKnownHosts(Path file) {
        return new SshSettings(home, config, identity, Optional.of(file), options);
    }

    public SshSettings withOptions(List<String> more) {
        return new SshSettings(home, config, identity, knownHosts, more);
    }

    /** The jump hosts, as with {@code ssh -J}: in the place of those that the configuration names. */
    public SshSettings withJump(String hosts) {
        List<String> more = new java.util.ArrayList<>(options);
        more.addFirst("ProxyJump=" + hosts);
        return withOptions(more);
    }
}
