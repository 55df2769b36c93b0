package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.text.Message;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Each way to log in, at a real server. */
@Timeout(60)
class SshLoginTest {

    @TempDir
    Path folder;

    private Sshd sshd;
    private SshAgent agent;

    @AfterEach
    void end() throws Exception {
        if (sshd != null) {
            sshd.close();
        }
        if (agent != null) {
            agent.close();
        }
    }

    private void start(String... config) throws Exception {
        sshd = Sshd.start(folder, config);
    }

    /** A configuration that knows the server and names nothing that it would find on this machine. */
    private SshSettings settings(String... lines) throws Exception {
        Path known = folder.resolve("known");
        Files.writeString(known, sshd.known("ed25519") + "\n");
        Path config = folder.resolve("config");
        Files.writeString(
                config,
                String.join("\n", lines) + "\nIdentityAgent none\nIdentityFile none\nUserKnownHostsFile " + known
                        + "\nGlobalKnownHostsFile none\n");
        return SshSettings.ofHome(folder).withConfig(config);
    }

    private Host connect(SshSettings settings, SshPrompts prompts, String user) throws Trouble {
        return new SshConnector(settings, prompts)
                .connect(SshTarget.parse(user + "@127.0.0.1:" + sshd.port()), new Cancellation());
    }

    private void letsIn(SshSettings settings, SshPrompts prompts, String user) throws Exception {
        try (Host host = connect(settings, prompts, user)) {
            assertThat(host.run(Command.of("id", "-un")).text().strip()).isEqualTo(user);
        }
    }

    private Trouble refused(SshSettings settings, SshPrompts prompts) {
        return catchThrowableOfType(
                Trouble.class, () -> connect(settings, prompts, "tester").close());
    }

    private Path agent() throws Exception {
        agent = agent == null ? SshAgent.start(folder) : agent;
        return agent.socket();
    }

    @Test
    void keysOfEachKind() throws Exception {
        start();
        for (String type : List.of("ed25519", "ecdsa", "rsa")) {
            Path key = Sshd.key(folder.resolve("k_" + type), type, "");
            sshd.accept(key);
            letsIn(settings("IdentityFile " + key), SshPrompts.none(), "tester");
        }
    }

    @Test
    void aKeyThatOnlyTheAgentHas() throws Exception {
        start();
        Path socket = agent();
        for (String type : List.of("ed25519", "ecdsa", "rsa")) {
            Path key = Sshd.key(folder.resolve("a_" + type), type, "");
            sshd.accept(key);
            agent.add(key);
            Files.delete(key);
            SshSettings only =
                    settings("IdentityFile " + key + ".pub", "IdentitiesOnly yes", "IdentityAgent " + socket);
            letsIn(only, SshPrompts.none(), "tester");
        }
        letsIn(settings("IdentityAgent " + socket), SshPrompts.none(), "tester");
        Path other = Sshd.key(folder.resolve("other"), "ed25519", "");
        Trouble none = refused(
                settings("IdentityFile " + other, "IdentitiesOnly yes", "IdentityAgent " + socket), SshPrompts.none());
        assertThat(none.kind()).isEqualTo(TroubleKind.AUTH_FAILED);
    }

    @Test
    void anAgentThatIsGoneLockedOrSilentIsToldAndTheOthersAreTried() throws Exception {
        start();
        Path key = Sshd.key(folder.resolve("k"), "ed25519", "");
        Path gone = folder.resolve("gone");
        assertThat(keysOf(refused(settings("IdentityAgent " + gone), SshPrompts.none())))
                .contains("ssh.agent.gone");
        Path socket = agent();
        assertThat(keysOf(refused(settings("IdentityAgent " + socket), SshPrompts.none())))
                .contains("ssh.agent.empty");
        sshd.accept(key);
        letsIn(settings("IdentityAgent " + gone, "IdentityFile " + key), SshPrompts.none(), "tester");
        try (var silent = java.nio.channels.ServerSocketChannel.open(java.net.StandardProtocolFamily.UNIX)) {
            silent.bind(java.net.UnixDomainSocketAddress.of(folder.resolve("silent")));
            letsIn(
                    settings("IdentityAgent " + folder.resolve("silent"), "IdentityFile " + key),
                    SshPrompts.none(),
                    "tester");
        }
    }

    private static List<String> keysOf(Trouble trouble) {
        assertThat(trouble.kind()).isEqualTo(TroubleKind.AUTH_FAILED);
        return trouble.details().stream().map(Message::key).toList();
    }

    @Test
    void anEncryptedKeyIsAskedForOnceAndOnlyWhenTheServerWantsIt() throws Exception {
        start();
        List<Path> keys = List.of(
                Sshd.key(folder.resolve("e_ed25519"), "ed25519", "secret"),
                Sshd.key(folder.resolve("e_pem"), "rsa", "secret", "-m", "PEM"),
                Sshd.key(folder.resolve("e_pkcs8"), "ecdsa", "secret", "-m", "PKCS8"));
        Path unwanted = Sshd.key(folder.resolve("unwanted"), "ed25519", "other");
        for (Path key : keys) {
            sshd.accept(key);
            Person person = Person.answering("wrong", "secret");
            SshConnector connector =
                    new SshConnector(settings("IdentityFile " + unwanted, "IdentityFile " + key), person);
            SshTarget target = SshTarget.parse("tester@127.0.0.1:" + sshd.port());
            connector.connect(target, new Cancellation()).close();
            connector.connect(target, new Cancellation()).close();
            assertThat(person.asked)
                    .extracting(SshQuestion::kind, SshQuestion::text, SshQuestion::again)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(SshQuestion.Kind.PASSPHRASE, key.toString(), false),
                            org.assertj.core.groups.Tuple.tuple(SshQuestion.Kind.PASSPHRASE, key.toString(), true));
            Files.delete(folder.resolve(Sshd.KEYS));
            Files.writeString(folder.resolve(Sshd.KEYS), "");
        }
    }

    @Test
    void aLockedKeyWithoutItsPublicPartIsStillOfUse() throws Exception {
        start();
        Path key = Sshd.key(folder.resolve("e_pem"), "rsa", "secret", "-m", "PEM");
        sshd.accept(key);
        Files.delete(folder.resolve("e_pem.pub"));
        letsIn(settings("IdentityFile " + key), Person.answering("secret"), "tester");
        Trouble blank = refused(settings("IdentityFile " + key), Person.answering(""));
        assertThat(keysOf(blank)).contains("ssh.key.locked");
        assertThat(refused(settings("IdentityFile " + key), Person.answering()).kind())
                .as("who turns back ends the connection")
                .isEqualTo(TroubleKind.CANCELLED);
    }

    @Test
    void unusableKeysArePassedOverWithANote() throws Exception {
        start();
        Path good = Sshd.key(folder.resolve("good"), "ed25519", "");
        Path damaged = folder.resolve("damaged");
        Files.writeString(damaged, Files.readString(good).substring(0, 120));
        Path empty = Files.createFile(folder.resolve("empty"));
        Path open = Sshd.key(folder.resolve("open"), "ed25519", "");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        Path token = folder.resolve("token");
        Files.writeString(
                token,
                "-----BEGIN OPENSSH PRIVATE KEY-----\n"
                        + java.util.Base64.getMimeEncoder()
                                .encodeToString("openssh-key-v1\0\0\0\0\u001ask-ssh-ed25519@openssh.com"
                                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
                        + "\n-----END OPENSSH PRIVATE KEY-----\n");
        for (Path file : List.of(damaged, empty, token)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        String[] lines = {
            "IdentityFile " + damaged,
            "IdentityFile " + empty,
            "IdentityFile " + open,
            "IdentityFile " + token,
            "IdentityFile " + folder.resolve("good.pub"),
            "IdentityFile " + folder.resolve("missing"),
            "IdentityFile " + good
        };
        Trouble refused = refused(settings(lines), SshPrompts.none());
        assertThat(keysOf(refused))
                .as(new Texts(Locale.ENGLISH).explain(refused))
                .contains(
                        "ssh.key.damaged",
                        "ssh.key.missing",
                        "ssh.key.open",
                        "ssh.key.hardware",
                        "ssh.key.public",
                        "ssh.tried.keys",
                        "ssh.tried.accepted");
        String told = new Texts(Locale.ENGLISH).explain(refused);
        assertThat(told).contains(good.toString(), "SHA256:", "publickey", "hardware token");
        sshd.accept(good);
        letsIn(settings(lines), SshPrompts.none(), "tester");
    }

    @Test
    void aCertificateLetsInUntilItExpires() throws Exception {
        Path authority = Sshd.key(folder.resolve("authority"), "ed25519", "");
        start("TrustedUserCAKeys " + folder.resolve("authority.pub"));
        for (String type : List.of("ed25519", "rsa", "ecdsa")) {
            Path key = Sshd.key(folder.resolve("c_" + type), type, "");
            sign(authority, key, "+1h");
            letsIn(settings("IdentityFile " + key), SshPrompts.none(), "tester");
            Path moved = folder.resolve("elsewhere-" + type);
            Files.move(folder.resolve("c_" + type + "-cert.pub"), moved);
            letsIn(settings("IdentityFile " + key, "CertificateFile " + moved), SshPrompts.none(), "tester");
            Path socket = agent();
            agent.add(key);
            Files.delete(key);
            letsIn(
                    settings("IdentityAgent " + socket, "CertificateFile " + moved, "IdentityFile " + key),
                    SshPrompts.none(),
                    "tester");
        }
        Path key = Sshd.key(folder.resolve("late"), "ed25519", "");
        sign(authority, key, "20200101:20200102");
        assertThat(keysOf(refused(settings("IdentityFile " + key), SshPrompts.none())))
                .contains("ssh.certificate.expired");
    }

    private static void sign(Path authority, Path key, String validity) {
        Sshd.must(List.of(
                "ssh-keygen",
                "-q",
                "-s",
                authority.toString(),
                "-I",
                "id",
                "-n",
                "tester",
                "-V",
                validity,
                key + ".pub"));
    }

    @Test
    void aPasswordIsAskedForAgainWhenItIsWrongAndNotForEver() throws Exception {
        start("PasswordAuthentication yes");
        Person person = Person.answering("wrong", "right");
        letsIn(settings(), person, "tester");
        assertThat(person.asked).extracting(SshQuestion::again).containsExactly(false, true);
        assertThat(person.asked.getFirst().asker().name()).isEqualTo("tester@127.0.0.1");
        Person stubborn = Person.answering("a", "b", "c", "d");
        assertThat(keysOf(refused(settings("NumberOfPasswordPrompts 2"), stubborn)))
                .contains("ssh.tried.ways");
        assertThat(stubborn.asked).hasSize(2);
        assertThat(refused(settings(), SshPrompts.none()).kind()).isEqualTo(TroubleKind.AUTH_FAILED);
        Person silent = Person.answering("right");
        assertThat(refused(settings("BatchMode yes"), silent).kind()).isEqualTo(TroubleKind.AUTH_FAILED);
        assertThat(silent.asked).isEmpty();
        assertThat(refused(settings(), Person.answering()).kind()).isEqualTo(TroubleKind.CANCELLED);
    }

    @Test
    void aServerThatHangsUpBeforeItHasDecidedIsNotSaidToHaveRefused() throws Exception {
        start("PasswordAuthentication yes", "LoginGraceTime 1");
        SshPrompts late = new SshPrompts() {
            @Override
            public Optional<String> answer(SshQuestion question) {
                org.testfx.util.WaitForAsyncUtils.waitForAsync(
                        10_000,
                        () -> java.util.concurrent.CompletableFuture.supplyAsync(
                                        () -> "",
                                        java.util.concurrent.CompletableFuture.delayedExecutor(
                                                3, java.util.concurrent.TimeUnit.SECONDS))
                                .get());
                return Optional.of("right");
            }

            @Override
            public boolean trust(TrustQuestion question) {
                return false;
            }
        };
        Trouble refused = refused(settings(), late);
        assertThat(refused.kind()).isEqualTo(TroubleKind.CONNECT_FAILED);
        assertThat(refused.arguments()).startsWith("tester@127.0.0.1");
    }

    @Test
    void theServersOwnQuestionsMayHaveABlankAnswer() throws Exception {
        start("UsePAM yes", "KbdInteractiveAuthentication yes", "PermitEmptyPasswords yes");
        Person person = Person.answering("right");
        letsIn(settings("PreferredAuthentications keyboard-interactive"), person, "tester");
        assertThat(person.asked).extracting(SshQuestion::kind).containsExactly(SshQuestion.Kind.SERVER);
        assertThat(person.asked.getFirst().text()).contains("Password:");
        assertThat(person.asked.getFirst().echo()).isFalse();
        letsIn(settings("PreferredAuthentications keyboard-interactive"), Person.answering(""), "blank");
    }

    @Test
    void aKeyAndThenAPassword() throws Exception {
        start("PasswordAuthentication yes", "AuthenticationMethods publickey,password");
        Path key = Sshd.key(folder.resolve("k"), "ed25519", "");
        sshd.accept(key);
        letsIn(settings("IdentityFile " + key), Person.answering("right"), "tester");
        assertThat(keysOf(refused(settings("IdentityFile " + key), SshPrompts.none())))
                .contains("ssh.tried.accepted");
    }

    @Test
    void theServersOwnWordsAreToldAsItsOwn() throws Exception {
        Path banner = folder.resolve("banner");
        Files.writeString(banner, "Only for\u001b[31m members\n");
        start("Banner " + banner);
        assertThat(new Texts(Locale.ENGLISH).explain(refused(settings(), SshPrompts.none())))
                .contains("The server says: Only for\\u001b[31m members");
    }

    @Test
    void aKeyThatIsChosenComesFirst() throws Exception {
        start();
        Path key = Sshd.key(folder.resolve("chosen"), "ed25519", "");
        sshd.accept(key);
        SshTarget target = SshTarget.parse("tester@127.0.0.1:" + sshd.port());
        new SshConnector(settings(), SshPrompts.none())
                .connect(target, Optional.of(key), new Cancellation())
                .close();
        Trouble missing = catchThrowableOfType(
                Trouble.class,
                () -> new SshConnector(settings(), SshPrompts.none())
                        .connect(target, Optional.of(folder.resolve("none")), new Cancellation())
                        .close());
        assertThat(missing.kind()).isEqualTo(TroubleKind.FILE_UNREADABLE);
    }

    @Test
    void variablesAreHandedOver() throws Exception {
        start("AcceptEnv MXD_*");
        Path key = Sshd.key(folder.resolve("k"), "ed25519", "");
        sshd.accept(key);
        try (Host host =
                connect(settings("IdentityFile " + key, "SetEnv MXD_A=\"a b\" MXD_B=c"), SshPrompts.none(), "tester")) {
            assertThat(host.run(Command.script("echo \"$MXD_A:$MXD_B\"")).text())
                    .isEqualTo("a b:c\n");
        }
    }
}
