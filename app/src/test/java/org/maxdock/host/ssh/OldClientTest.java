package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What OpenSSH's clients of some years ago print for {@code ssh -G}: other names, and files with a tilde. */
class OldClientTest {

    @TempDir
    Path folder;

    private SshConfig config(String printed) throws Exception {
        Path client = folder.resolve("ssh");
        Files.writeString(client, "#!/bin/sh\ncat <<'X'\nuser you\nhostname server\nport 22\n" + printed + "X\n");
        Files.setPosixFilePermissions(client, PosixFilePermissions.fromString("rwxr-xr-x"));
        SshMachine machine = SshMachine.here(folder);
        SshTarget target = SshTarget.parse("server");
        SshSettings settings = SshSettings.ofHome(folder);
        return ConfigInterpreter.interpret(
                new OpenSshClient(client, machine).of(target, settings), target, machine, settings);
    }

    @Test
    void filesOfTheHomeFolder() throws Exception {
        SshConfig config = config("""
                userknownhostsfile ~/.ssh/known_hosts ~/.ssh/known_hosts2
                globalknownhostsfile /etc/ssh/ssh_known_hosts ~/known
                identityfile ~/.ssh/id_rsa
                """);
        assertThat(config.trust().files())
                .containsExactly(
                        folder.resolve(".ssh/known_hosts"),
                        folder.resolve(".ssh/known_hosts2"),
                        Path.of("/etc/ssh/ssh_known_hosts"),
                        folder.resolve("known"));
        assertThat(config.login().keys()).containsExactly(folder.resolve(".ssh/id_rsa"));
    }

    @Test
    void namesThatHaveChanged() throws Exception {
        SshConfig config = config("""
                userknownhostsfile none
                pubkeyacceptedkeytypes ssh-ed25519
                challengeresponseauthentication no
                """);
        assertThat(config.algorithms().publicKey()).containsExactly("ssh-ed25519");
        assertThat(config.login().methods()).isNotEmpty().doesNotContain("keyboard-interactive");
    }
}
