package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.lab.Lab;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** People have many keys, some of them locked, and servers count how often they are asked (MaxAuthTries). */
@Timeout(60)
class SshManyKeysTest {

    @TempDir
    Path folder;

    private Sshd sshd;

    @AfterEach
    void end() throws Exception {
        if (sshd != null) {
            sshd.close();
        }
    }

    private SshSettings settings(List<String> lines) throws Exception {
        Path known = folder.resolve("known");
        Files.writeString(known, sshd.known("ed25519") + "\n");
        Path config = folder.resolve("config");
        Files.writeString(
                config,
                "Host *\n" + String.join("\n", lines) + "\nIdentityFile none\nUserKnownHostsFile " + known
                        + "\nGlobalKnownHostsFile none\nIdentityAgent none\n");
        return SshSettings.ofHome(folder).withConfig(config);
    }

    private Host connect(SshSettings settings, SshPrompts prompts, Optional<Path> identity) throws Trouble {
        return new SshConnector(settings, prompts)
                .connect(SshTarget.parse("tester@127.0.0.1:" + sshd.port()), identity, new Cancellation());
    }

    private void letsIn(SshSettings settings, SshPrompts prompts, Optional<Path> identity) throws Exception {
        try (Host host = connect(settings, prompts, identity)) {
            assertThat(host.run(Command.of("id", "-un")).text()).isEqualTo("tester\n");
        }
    }

    private Trouble refused(SshSettings settings, SshPrompts prompts) {
        return catchThrowableOfType(
                Trouble.class,
                () -> connect(settings, prompts, Optional.empty()).close());
    }

    /** What OpenSSH's own client does with the same configuration. */
    private boolean sshIsLetIn() {
        return Lab.run(List.of(
                                "ssh",
                                "-F",
                                folder.resolve("config").toString(),
                                "-o",
                                "BatchMode=yes",
                                "-p",
                                String.valueOf(sshd.port()),
                                "tester@127.0.0.1",
                                "true"))
                        .status()
                == 0;
    }

    private List<String> strangers(String type, int count) {
        return Stream.iterate(1, i -> i + 1)
                .limit(count)
                .map(i -> "IdentityFile " + Sshd.key(folder.resolve("stranger_" + type + i), type, ""))
                .toList();
    }

    @Test
    void anRsaKeyCostsOneTry() throws Exception {
        sshd = Sshd.start(folder, "MaxAuthTries 6");
        Path right = Sshd.key(folder.resolve("right"), "rsa", "");
        sshd.accept(right);
        List<String> lines = new ArrayList<>(strangers("rsa", 4));
        lines.add("IdentityFile " + right);
        SshSettings settings = settings(lines);
        assertThat(sshIsLetIn()).isTrue();
        letsIn(settings, SshPrompts.none(), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"rsa-sha2-512", "'rsa-sha2-256,rsa-sha2-512'", "'ssh-rsa,rsa-sha2-512'"})
    void itIsSignedAsTheServerWantsIt(String algorithms) throws Exception {
        sshd = Sshd.start(folder, "PubkeyAcceptedAlgorithms " + algorithms);
        Path key = Sshd.key(folder.resolve("key"), "rsa", "");
        sshd.accept(key);
        SshSettings settings = settings(List.of("IdentityFile " + key));
        assertThat(sshIsLetIn()).isTrue();
        letsIn(settings, SshPrompts.none(), Optional.empty());
    }

    @Test
    void whoIsTurnedAwayForTooManyKeysReadsThat() throws Exception {
        sshd = Sshd.start(folder, "MaxAuthTries 3");
        Trouble refused = refused(settings(strangers("ed25519", 5)), SshPrompts.none());
        assertThat(refused.kind()).isEqualTo(TroubleKind.AUTH_FAILED);
        assertThat(refused.details())
                .extracting(Message::key)
                .contains("ssh.tried.ended", "ssh.tried.ways", "ssh.tried.keys");
    }

    @Test
    void theKeyThatIsChosenComesBeforeThoseOfTheAgent() throws Exception {
        sshd = Sshd.start(folder, "MaxAuthTries 3");
        try (SshAgent agent = SshAgent.start(folder)) {
            strangers("ed25519", 5).forEach(line -> agent.add(Path.of(line.split(" ")[1])));
            Path right = Sshd.key(folder.resolve("right"), "ed25519", "");
            sshd.accept(right);
            letsIn(settings(List.of("IdentityAgent " + agent.socket())), SshPrompts.none(), Optional.of(right));
        }
    }

    /** The next key is tried, as ssh does, and nobody is said to have turned back. */
    @Test
    void aLockedKeyIsPassedOverWhereNobodyCanBeAsked() throws Exception {
        sshd = Sshd.start(folder);
        Path locked = Sshd.key(folder.resolve("locked"), "ed25519", "secret");
        Path right = Sshd.key(folder.resolve("right"), "ed25519", "");
        sshd.accept(locked);
        Trouble refused = refused(settings(List.of("IdentityFile " + locked)), SshPrompts.none());
        assertThat(refused.kind()).isEqualTo(TroubleKind.AUTH_FAILED);
        assertThat(refused.details()).extracting(Message::key).contains("ssh.key.locked");
        assertThat(refused(settings(List.of("BatchMode yes", "IdentityFile " + locked)), Person.answering("secret"))
                        .kind())
                .isEqualTo(TroubleKind.AUTH_FAILED);
        sshd.accept(right);
        SshSettings both = settings(List.of("IdentityFile " + locked, "IdentityFile " + right));
        assertThat(sshIsLetIn()).isTrue();
        letsIn(both, SshPrompts.none(), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 2"})
    void aPasswordIsAskedForAsOftenAsTheConfigurationSays(int prompts, int asked) throws Exception {
        sshd = Sshd.start(folder, "PasswordAuthentication yes");
        Person person = Person.answering("wrong", "wrong", "wrong", "wrong", "wrong", "wrong", "wrong");
        Trouble refused = refused(settings(List.of("NumberOfPasswordPrompts " + prompts)), person);
        assertThat(refused.kind()).isEqualTo(TroubleKind.AUTH_FAILED);
        assertThat(person.asked).hasSize(asked);
    }

    @Test
    void soAreAServersOwnQuestionsAndThatTheAnswerWasWrongIsSaid() throws Exception {
        sshd = Sshd.start(folder, "KbdInteractiveAuthentication yes", "UsePAM yes");
        Person person = Person.answering("wrong", "wrong", "wrong", "wrong", "wrong", "wrong", "wrong");
        Trouble refused = refused(settings(List.of("NumberOfPasswordPrompts 2")), person);
        assertThat(refused.kind()).isEqualTo(TroubleKind.AUTH_FAILED);
        assertThat(person.asked).extracting(SshQuestion::again).containsExactly(false, true);
    }

    @Test
    void withoutAnyAttemptNothingIsAsked() throws Exception {
        sshd = Sshd.start(folder, "KbdInteractiveAuthentication yes", "UsePAM yes");
        Person person = Person.answering("right");
        assertThat(refused(settings(List.of("NumberOfPasswordPrompts 0")), person)
                        .kind())
                .isEqualTo(TroubleKind.AUTH_FAILED);
        assertThat(person.asked).isEmpty();
        assertThat(sshIsLetIn()).isFalse();
    }
}
