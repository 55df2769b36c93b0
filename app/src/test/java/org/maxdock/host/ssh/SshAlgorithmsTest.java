package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.Logger;
import com.jcraft.jsch.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.text.Trouble;

/** Each algorithm that OpenSSH has, wanted alone: it is used, or refused before anything is sent. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SshAlgorithmsTest {

    /** The keyword of a configuration, by the list that `ssh -Q` knows it as. */
    private static final Map<String, String> KEYWORDS =
            Map.of("kex", "KexAlgorithms", "cipher", "Ciphers", "mac", "MACs");

    @TempDir
    static Path folder;

    private Sshd sshd;

    private static List<String> all(String kind) {
        return Sshd.must(List.of("ssh", "-Q", kind)).lines().toList();
    }

    static Stream<String> wanted() {
        return Stream.of("kex", "cipher", "mac")
                .flatMap(kind -> all(kind).stream().map(name -> KEYWORDS.get(kind) + " " + name));
    }

    @BeforeAll
    void start() throws Exception {
        List<String> lines = new ArrayList<>();
        KEYWORDS.forEach((kind, keyword) -> lines.add(keyword + " " + String.join(",", all(kind))));
        Path key = Sshd.key(folder.resolve("id"), "ed25519", "");
        Files.writeString(folder.resolve(Sshd.KEYS), Sshd.publicKey(key) + "\n");
        sshd = Sshd.start(folder, lines.toArray(String[]::new));
        Files.writeString(folder.resolve("known"), sshd.known("ed25519") + "\n");
    }

    @AfterAll
    void end() throws Exception {
        sshd.close();
    }

    private SshSettings wanting(String line) throws Exception {
        String ciphers = line.startsWith("MACs") ? "\nCiphers aes128-ctr" : ""; // others have no use for a MAC
        Path config = folder.resolve("config");
        Files.writeString(
                config,
                "Host *\n" + line + ciphers + "\nIdentityFile " + folder.resolve("id") + "\nUserKnownHostsFile "
                        + folder.resolve("known") + "\nGlobalKnownHostsFile none\nIdentityAgent none\n");
        return SshSettings.ofHome(folder).withConfig(config);
    }

    @ParameterizedTest
    @MethodSource("wanted")
    void itIsUsedOrRefused(String line) throws Exception {
        SshConnector connector = new SshConnector(wanting(line), SshPrompts.none());
        SshTarget target = SshTarget.parse("tester@127.0.0.1:" + sshd.port());
        String name = line.substring(line.indexOf(' ') + 1);
        if (JSch.getConfig(name) == null) {
            assertThatThrownBy(() -> connector.connect(target, new Cancellation()))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining(name);
        } else {
            try (Host host = connector.connect(target, new Cancellation())) {
                assertThat(host.run(Command.of("echo", "there")).text()).isEqualTo("there\n");
            }
        }
    }

    /** So JSch's own look for what this Java lacks, which takes long, is left out. */
    @Test
    void thisJavaHasAllThatJschLooksFor() throws Exception {
        List<String> said = new ArrayList<>();
        JSch jsch = new JSch();
        Session session = jsch.getSession("tester", "127.0.0.1", sshd.port());
        session.setLogger(new Logger() {
            @Override
            public boolean isEnabled(int level) {
                return true;
            }

            @Override
            public void log(int level, String message) {
                said.add(message);
            }
        });
        session.setConfig("StrictHostKeyChecking", "no");
        session.setConfig("PreferredAuthentications", "none");
        assertThatThrownBy(() -> session.connect(20_000)).hasMessageContaining("Auth");
        assertThat(said).anyMatch(m -> m.contains("CheckKexes"));
        assertThat(said).noneMatch(m -> m.contains("is not available"));
    }
}
