package org.maxdock.host.ssh;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where SSH finds its things.
 *
 * @param config the ssh configuration, by default ~/.ssh/config; need not exist
 * @param identity a private key to use before those of the configuration
 * @param knownHosts the known hosts, when the configuration names none for the server; by default ~/.ssh/known_hosts
 * @param defaultIdentities tried when neither names a key
 */
public record SshSettings(
        Path config, Optional<Path> identity, Path knownHosts, java.util.List<Path> defaultIdentities) {

    public static SshSettings ofHome(Path home) {
        Path ssh = home.resolve(".ssh");
        return new SshSettings(
                ssh.resolve("config"),
                Optional.empty(),
                ssh.resolve("known_hosts"),
                java.util.List.of(ssh.resolve("id_ed25519"), ssh.resolve("id_ecdsa"), ssh.resolve("id_rsa")));
    }

    public SshSettings withConfig(Path file) {
        return new SshSettings(file, identity, knownHosts, defaultIdentities);
    }

    public SshSettings withIdentity(Path file) {
        return new SshSettings(config, Optional.of(file), knownHosts, defaultIdentities);
    }

    public SshSettings withKnownHosts(Path file) {
        return new SshSettings(config, identity, file, defaultIdentities);
    }
}
