package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.Cancellation;
import org.maxdock.lab.Lab;
import org.maxdock.text.Trouble;

/** Certificates of hosts that are of no use: as with ssh, the key in them is then judged as any other. */
@Timeout(60)
class HostCertificateTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-n 127.0.0.1",
                "-n 127.0.0.1 -V 20200101:20210101",
                "-n 127.0.0.1 -V 20990101:21000101",
                "-n elsewhere",
                "-n 127.0.0.1 -O critical:unknown@example.org=x",
            })
    void isDecidedAsSshDecides(String options) throws Exception {
        Path host = Sshd.key(folder.resolve("host_ed25519"), "ed25519", "");
        Path authority = Sshd.key(folder.resolve("ca"), "ed25519", "");
        Path user = Sshd.key(folder.resolve("user"), "ed25519", "");
        List<String> words = new ArrayList<>(List.of("ssh-keygen", "-q", "-s", authority.toString(), "-I", "id", "-h"));
        words.addAll(List.of(options.split(" ")));
        words.add(host + ".pub");
        Sshd.must(words);
        try (Sshd sshd = Sshd.start(folder, "HostCertificate " + host + "-cert.pub")) {
            sshd.accept(user);
            String here = "[127.0.0.1]:" + sshd.port() + " ";
            String trusted = "@cert-authority * " + Sshd.publicKey(authority) + "\n";
            Map<String, String> known = new TreeMap<>(Map.of(
                    "the authority", trusted,
                    "the authority and the key", trusted + here + Sshd.publicKey(host) + "\n",
                    "the authority and another key", trusted + here + Sshd.publicKey(user) + "\n",
                    "the authority and the key, revoked", trusted + "@revoked * " + Sshd.publicKey(host) + "\n",
                    "the key", here + Sshd.publicKey(host) + "\n"));
            for (Map.Entry<String, String> each : known.entrySet()) {
                Files.writeString(folder.resolve("known"), each.getValue());
                Files.writeString(
                        folder.resolve("config"),
                        "UserKnownHostsFile " + folder.resolve("known") + "\nGlobalKnownHostsFile none\nIdentityFile "
                                + user + "\nIdentityAgent none\n");
                assertThat(weConnect(sshd)).as(each.getKey()).isEqualTo(sshConnects(sshd));
            }
        }
    }

    private boolean sshConnects(Sshd sshd) {
        List<String> words = List.of("ssh", "-F", folder.resolve("config").toString(), "-o", "BatchMode=yes", "-p");
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(String.valueOf(sshd.port()), "tester@127.0.0.1", "true"));
        return Lab.run(all).status() == 0;
    }

    private boolean weConnect(Sshd sshd) {
        try {
            new SshConnector(SshSettings.ofHome(folder).withConfig(folder.resolve("config")), SshPrompts.none())
                    .connect(SshTarget.parse("tester@127.0.0.1:" + sshd.port()), new Cancellation())
                    .close();
            return true;
        } catch (Trouble e) {
            assertThat(e.key()).startsWith("host-");
            return false;
        }
    }
}
