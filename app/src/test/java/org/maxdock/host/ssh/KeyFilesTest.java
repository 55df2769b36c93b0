package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/** Key files as people have them, at a real server. */
@Timeout(60)
class KeyFilesTest {

    @TempDir
    Path folder;

    private Sshd sshd;
    private Path authority;

    @BeforeEach
    void start() throws Exception {
        authority = Sshd.key(folder.resolve("authority"), "ed25519", "");
        sshd = Sshd.start(folder, "TrustedUserCAKeys " + folder.resolve("authority.pub"));
    }

    @AfterEach
    void end() throws Exception {
        sshd.close();
    }

    private Host connect(Path key, SshPrompts prompts) throws Exception {
        Path known = Files.writeString(folder.resolve("known"), sshd.known("ed25519") + "\n");
        Path config = Files.writeString(
                folder.resolve("config"),
                "IdentityAgent none\nIdentityFile " + key + "\nUserKnownHostsFile " + known + "\n");
        return new SshConnector(SshSettings.ofHome(folder).withConfig(config), prompts)
                .connect(SshTarget.parse("tester@127.0.0.1:" + sshd.port()), new Cancellation());
    }

    private Person letsIn(Path key) throws Exception {
        Person person = Person.answering("secret");
        try (Host host = connect(key, person)) {
            assertThat(host.run(Command.of("id", "-un")).text()).isEqualTo("tester\n");
        }
        return person;
    }

    private void sign(Path key) {
        Sshd.must(List.of(
                "ssh-keygen", "-q", "-s", authority.toString(), "-I", "id", "-n", "tester", "-V", "+1h", key + ".pub"));
    }

    /** OpenSSH's client passes over what is no key (authfile.c, sshkey_try_load_public). */
    @ParameterizedTest
    @ValueSource(strings = {"%s", "# a comment\n%s", "\n\n%s", "#\n\n  \t\nwords\n \t%s", "%s\n# a comment", "\r\n%s"})
    void thePublicPartIsTheFirstLineThatHoldsAKey(String text) throws Exception {
        Path key = Sshd.key(folder.resolve("key"), "ed25519", "");
        sign(key);
        Path certificate = KeyFiles.beside(key, "-cert.pub");
        Files.writeString(
                certificate, text.replace("%s", Files.readString(certificate).strip()) + "\n");
        assertThat(letsIn(key).asked).isEmpty();
        Files.delete(certificate);

        Path locked = Sshd.key(folder.resolve("pem"), "rsa", "secret", "-m", "PEM");
        Path other = Sshd.key(folder.resolve("other"), "ed25519", "");
        Path beside = KeyFiles.beside(locked, ".pub");
        Files.writeString(beside, text.replace("%s", Files.readString(beside).strip()) + "\n");
        Person person = Person.answering("secret");
        Trouble refused = catchThrowableOfType(Trouble.class, () -> connect(locked, person));
        assertThat(refused.details()).extracting(Message::key).contains("ssh.tried.keys");
        assertThat(person.asked)
                .as("the server is shown the public part, and does not want it")
                .isEmpty();

        Path named = KeyFiles.beside(other, ".pub");
        Files.writeString(named, text.replace("%s", Files.readString(named).strip()) + "\n");
        Files.setPosixFilePermissions(named, PosixFilePermissions.fromString("rw-------"));
        assertThat(catchThrowableOfType(Trouble.class, () -> connect(named, person))
                        .details())
                .extracting(Message::key)
                .contains("ssh.key.public");
    }

    @Test
    void aFileWithoutACertificateIsSaidToBeNone() throws Exception {
        Path key = Sshd.key(folder.resolve("key"), "ed25519", "");
        Files.writeString(KeyFiles.beside(key, "-cert.pub"), "# a comment\n" + Sshd.publicKey(key) + "\n");
        assertThat(catchThrowableOfType(Trouble.class, () -> connect(key, SshPrompts.none()))
                        .details())
                .extracting(Message::key)
                .contains("ssh.certificate.damaged");
    }

    /** While it is locked, such a key does not show which one it is. */
    @ParameterizedTest
    @ValueSource(strings = {"rsa", "ecdsa"})
    void aCertificateBesideALockedKeyIsUsed(String type) throws Exception {
        Path key = Sshd.key(folder.resolve("key"), type, "secret", "-m", "PEM");
        sign(key);
        Files.delete(KeyFiles.beside(key, ".pub"));
        assertThat(letsIn(key).asked).hasSize(1);
    }

    /** Somebody has made a new key, and left the certificate of the old one. */
    @Test
    void aLockedKeyBesideTheCertificateOfAnotherIsStillOfUse() throws Exception {
        Path old = Sshd.key(folder.resolve("old"), "rsa", "");
        sign(old);
        Path key = Sshd.key(folder.resolve("key"), "rsa", "secret", "-m", "PEM");
        sshd.accept(key);
        Files.delete(KeyFiles.beside(key, ".pub"));
        Files.move(KeyFiles.beside(old, "-cert.pub"), KeyFiles.beside(key, "-cert.pub"));
        assertThat(letsIn(key).asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-v2 aes-256-cbc",
                "-v2 aes-128-cbc -v2prf hmacWithSHA512",
                "-v2 des3",
                "-v2 des3 -v2prf hmacWithSHA1",
                "-v2 camellia-256-cbc",
                "-v1 PBE-SHA1-3DES",
                "-v1 PBE-SHA1-2DES",
                "-scrypt",
            })
    void aPassphraseUnlocksPkcs8WithAnyCipher(String cipher) throws Exception {
        for (String type : List.of("rsa", "ecdsa")) {
            Path plain = Sshd.key(folder.resolve(type), type, "", "-m", "PEM");
            sshd.accept(plain);
            Path key = folder.resolve(type + "_p8");
            List<String> words = new ArrayList<>(List.of("openssl", "pkcs8", "-topk8", "-in", plain.toString()));
            words.addAll(List.of(cipher.split(" ")));
            words.addAll(List.of("-out", key.toString(), "-passout", "pass:secret"));
            Sshd.must(words);
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            assertThat(letsIn(key).asked).hasSize(1);
            Person wrong = Person.answering("wrong", "", "wrong");
            Trouble refused = catchThrowableOfType(Trouble.class, () -> connect(key, wrong));
            assertThat(refused.details()).extracting(Message::key).contains("ssh.key.locked");
            assertThat(wrong.asked).extracting(SshQuestion::again).containsExactly(false, true);
        }
    }
}
