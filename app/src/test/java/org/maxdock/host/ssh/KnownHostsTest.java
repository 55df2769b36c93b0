package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.Cancellation;
import org.maxdock.lab.Lab;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Known hosts, with OpenSSH's client as the judge: on each file, the same decision. */
@Timeout(180)
class KnownHostsTest {

    @TempDir
    static Path folder;

    private static Sshd sshd;
    private static Sshd certified;
    private static String key;
    private static String ecdsa;
    private static String other;
    private static String authority;
    private static String port;

    @BeforeAll
    static void start() throws Exception {
        sshd = Sshd.start(
                folder,
                "HostKey " + folder.resolve("host_ed25519"),
                "HostKey " + folder.resolve("host_ecdsa"),
                "PasswordAuthentication yes");
        port = String.valueOf(sshd.port());
        sshd.accept(Sshd.key(folder.resolve("user"), "ed25519", ""));
        key = Sshd.publicKey(folder.resolve("host_ed25519"));
        ecdsa = Sshd.publicKey(folder.resolve("host_ecdsa"));
        other = Sshd.publicKey(Sshd.key(folder.resolve("other"), "ed25519", ""));
        Path ca = Sshd.key(folder.resolve("ca"), "ed25519", "");
        authority = Sshd.publicKey(ca);
        Sshd.must(List.of(
                "ssh-keygen",
                "-q",
                "-s",
                ca.toString(),
                "-I",
                "h",
                "-h",
                "-n",
                "127.0.0.1,alias",
                folder.resolve("host_ed25519.pub").toString()));
        certified = Sshd.start(
                folder,
                Sshd.freePort(),
                "HostKey " + folder.resolve("host_ed25519"),
                "HostCertificate " + folder.resolve("host_ed25519-cert.pub"));
        sshd.accept(folder.resolve("user"));
    }

    @AfterAll
    static void end() throws Exception {
        for (Sshd each : new Sshd[] {sshd, certified}) {
            if (each != null) {
                each.close();
            }
        }
    }

    /** Each is a file of known hosts, or one and further lines of the configuration after a line "---". */
    private static Map<String, String> table() {
        Map<String, String> t = new LinkedHashMap<>();
        String here = "[127.0.0.1]:" + port + " ";
        String name = "127.0.0.1 ";
        t.put("nothing", "");
        t.put("the key", here + key);
        t.put("the other type", here + ecdsa);
        t.put("another key", here + other);
        t.put("another key, then the key", here + other + "\n" + here + key);
        t.put("without the port", name + key);
        t.put("without the port, another key", name + other);
        t.put("with the port another, without it the key", here + other + "\n" + name + key);
        t.put("revoked without the port, known with it", "@revoked " + name + key + "\n" + here + key);
        t.put("revoked without the port, known without it", "@revoked " + name + key + "\n" + name + key);
        t.put("any name", "* " + key);
        t.put("a pattern", "[127.0.0.?]:* " + key);
        t.put("a pattern of the name only", "127.* " + key);
        t.put("all but this", "*,![127.0.0.1]:" + port + " " + key);
        t.put("only not another", "!x " + key);
        t.put("not another and this", "!x,[127.0.0.1]:" + port + " " + key);
        t.put("several names", "a,b,[127.0.0.1]:" + port + ",c " + key);
        t.put("empty names among them", ",,[127.0.0.1]:" + port + ", " + key);
        t.put("revoked", "@revoked " + here + key);
        t.put("known and revoked", here + key + "\n@revoked " + here + key);
        t.put("revoked everywhere", "@revoked * " + key + "\n" + here + key);
        t.put("another one revoked everywhere", "@revoked * " + other + "\n" + here + key);
        t.put("revoked elsewhere", "@revoked x " + key + "\n" + here + key);
        t.put("an unknown marker", "@trusted " + here + key);
        t.put("a marker in capitals", "@REVOKED " + here + key + "\n" + here + key);
        t.put("a marker and a tab", "@revoked\t" + here + key + "\n" + here + key);
        t.put("an authority that is the key", "@cert-authority " + here + key);
        t.put("an authority, and the key", "@cert-authority * " + authority + "\n" + here + key);
        t.put("hashed", KnownHostsLine.hashed("[127.0.0.1]:" + port) + " " + key);
        t.put("hashed without the port", KnownHostsLine.hashed("127.0.0.1") + " " + key);
        t.put("hashed, another key", KnownHostsLine.hashed("[127.0.0.1]:" + port) + " " + other);
        t.put("hashed and revoked", "@revoked " + KnownHostsLine.hashed("[127.0.0.1]:" + port) + " " + key);
        t.put("hash damaged", "|1|AAAA|BBBB " + key);
        t.put("hash of no kind", "|2|" + key);
        t.put("hash and a name", KnownHostsLine.hashed("x") + ",[127.0.0.1]:" + port + " " + key);
        t.put("blanks in front", "   \t" + here + key);
        t.put("tabs between", "[127.0.0.1]:" + port + "\t" + key.replace(' ', '\t'));
        t.put("a comment behind", here + key + " # known since long");
        t.put("commented out", "#" + here + key);
        t.put("Windows line ends", "# x\r\n" + here + key + "\r\n");
        t.put("no end of the last line", "# x\n" + here + key);
        t.put("type wrong", here + key.replace("ssh-ed25519 ", "ssh-rsa "));
        t.put("type unknown", here + "ssh-foo AAAA\n" + here + key);
        t.put("only a type unknown", here + "ssh-foo AAAA");
        t.put("key cut", here + key.substring(0, 50));
        t.put("key with more behind", here + key + "AAAA");
        t.put("key missing", here + "\n" + here + key);
        t.put("bytes that are no text", "\u00ff\u00fe\u0001 x y\n" + here + key);
        t.put("old RSA1", here + "1024 35 1234567");
        t.put("very long line", "x".repeat(300_000) + " " + key + "\n" + here + key);
        t.put("alias", "alias " + key + "\n---\nHostKeyAlias alias");
        t.put("alias in capitals", "alias " + key + "\n---\nHostKeyAlias ALIAS");
        t.put("name in capitals", "ALIAS " + key + "\n---\nHostKeyAlias alias");
        t.put("alias not known, name known", here + key + "\n---\nHostKeyAlias alias");
        t.put("alias with another key", "alias " + other + "\n---\nHostKeyAlias alias");
        t.put("accept new", "\n---\nStrictHostKeyChecking accept-new");
        t.put("accept new, changed", here + other + "\n---\nStrictHostKeyChecking accept-new");
        t.put("accept new, revoked", "@revoked * " + key + "\n---\nStrictHostKeyChecking accept-new");
        t.put("no, new", "\n---\nStrictHostKeyChecking no");
        t.put("no, changed", here + other + "\n---\nStrictHostKeyChecking no");
        t.put("off, revoked", "@revoked * " + key + "\n---\nStrictHostKeyChecking off");
        t.put("yes, new", "\n---\nStrictHostKeyChecking yes");
        t.put("one type only", here + ecdsa + "\n---\nHostKeyAlgorithms ssh-ed25519");
        return t;
    }

    private static Map<String, String> certifiedTable() {
        Map<String, String> t = new LinkedHashMap<>();
        String here = "[127.0.0.1]:" + certified.port() + " ";
        t.put("authority", "@cert-authority " + here + authority);
        t.put("authority without the port", "@cert-authority 127.0.0.1 " + authority);
        t.put("authority for all", "@cert-authority * " + authority);
        t.put("authority for others", "@cert-authority *.desy.de " + authority);
        t.put("authority, but for this", "@cert-authority *,!127.*,![127.*]:* " + authority);
        t.put("another authority", "@cert-authority * " + other);
        t.put("another authority, and the plain key", "@cert-authority * " + other + "\n" + here + key);
        t.put("authority revoked", "@cert-authority * " + authority + "\n@revoked * " + authority);
        t.put("its key revoked", "@cert-authority * " + authority + "\n@revoked * " + key);
        t.put("plain key", here + key);
        t.put("alias that is a principal", "@cert-authority * " + authority + "\n---\nHostKeyAlias alias");
        t.put("alias that is no principal", "@cert-authority * " + authority + "\n---\nHostKeyAlias nobody");
        t.put(
                "plain key by a no",
                "@cert-authority x " + authority + "\n" + here + other + "\n---\nStrictHostKeyChecking accept-new");
        return t;
    }

    private static boolean sshDecides(SshSettings settings, int at) {
        return Lab.run(List.of(
                                "ssh",
                                "-F",
                                settings.config().orElseThrow().toString(),
                                "-o",
                                "BatchMode=yes",
                                "-p",
                                String.valueOf(at),
                                "tester@127.0.0.1",
                                "true"))
                        .status()
                == 0;
    }

    private static boolean weDecide(SshSettings settings, int at) throws Trouble {
        try {
            new SshConnector(settings, SshPrompts.none())
                    .connect(SshTarget.parse("tester@127.0.0.1:" + at), new Cancellation())
                    .close();
            return true;
        } catch (Trouble e) {
            if (!e.key().startsWith("host-")) {
                throw new AssertionError(new Texts(Locale.ENGLISH).explain(e), e);
            }
            return false;
        }
    }

    private static SshSettings settings(String entry) throws IOException {
        String[] parts = entry.split("\n---\n", 2);
        Path known = folder.resolve("known");
        Files.write(known, parts[0].getBytes(StandardCharsets.ISO_8859_1));
        Path config = folder.resolve("config");
        Files.writeString(
                config,
                (parts.length > 1 ? parts[1] : "") + "\nUserKnownHostsFile " + known
                        + "\nGlobalKnownHostsFile none\nIdentityFile " + folder.resolve("user")
                        + "\nIdentityAgent none\n");
        return SshSettings.ofHome(folder).withConfig(config);
    }

    @Test
    @Tag("whole")
    void eachFileIsDecidedAsSshDecides() throws Exception {
        SoftAssertions all = new SoftAssertions();
        List<String> let = new ArrayList<>();
        for (Map.Entry<String, String> each : table().entrySet()) {
            boolean theirs = sshDecides(settings(each.getValue()), sshd.port());
            boolean ours = weDecide(settings(each.getValue()), sshd.port());
            all.assertThat(ours).as(each.getKey() + " (ssh: " + theirs + ")").isEqualTo(theirs);
            if (theirs) {
                let.add(each.getKey());
            }
        }
        for (Map.Entry<String, String> each : certifiedTable().entrySet()) {
            boolean theirs = sshDecides(settings(each.getValue()), certified.port());
            boolean ours = weDecide(settings(each.getValue()), certified.port());
            all.assertThat(ours)
                    .as("certified: " + each.getKey() + " (ssh: " + theirs + ")")
                    .isEqualTo(theirs);
            if (theirs) {
                let.add(each.getKey());
            }
        }
        all.assertAll();
        assertThat(let).contains("the key", "authority").doesNotContain("revoked", "another key");
    }

    private static Trouble refused(SshSettings settings, SshPrompts prompts) {
        return catchThrowableOfType(
                Trouble.class,
                () -> new SshConnector(settings, prompts)
                        .connect(SshTarget.parse("tester@127.0.0.1:" + port), new Cancellation())
                        .close());
    }

    @Test
    void theGlobalFileCountsToo() throws Exception {
        Path global = folder.resolve("global");
        Files.writeString(global, sshd.known("ed25519") + "\n");
        Path second = folder.resolve("second");
        Files.writeString(second, "@revoked * " + other + "\n");
        Path config = folder.resolve("config-global");
        String rest = "IdentityFile " + folder.resolve("user") + "\nUserKnownHostsFile /nonexistent " + second + "\n";
        Files.writeString(config, rest + "GlobalKnownHostsFile " + global + "\n");
        SshSettings settings = SshSettings.ofHome(folder).withConfig(config);
        assertThat(weDecide(settings, sshd.port())).isTrue();
        Files.writeString(second, "@revoked * " + key + "\n");
        assertThat(refused(settings, SshPrompts.none()).kind()).isEqualTo(TroubleKind.HOST_KEY_REVOKED);
    }

    @Test
    void whatIsRefusedIsCalledByItsName() throws Exception {
        String here = "[127.0.0.1]:" + port + " ";
        assertThat(refused(settings(here + other), SshPrompts.none()).kind()).isEqualTo(TroubleKind.HOST_KEY_CHANGED);
        assertThat(refused(settings(here + Sshd.publicKey(folder.resolve("host_rsa"))), SshPrompts.none()))
                .satisfies(t -> assertThat(t.kind()).isEqualTo(TroubleKind.HOST_KEY_OTHER_TYPE))
                .satisfies(t -> assertThat(t.arguments()).contains("ssh-ed25519", "ssh-rsa"));
        assertThat(refused(settings("@revoked * " + key), SshPrompts.none()).kind())
                .isEqualTo(TroubleKind.HOST_KEY_REVOKED);
        assertThat(refused(settings(""), SshPrompts.none()).arguments())
                .contains(
                        "[127.0.0.1]:" + port,
                        KeyBlob.of("ssh-ed25519", key.split(" ")[1])
                                .orElseThrow()
                                .fingerprint());
    }

    @Test
    void oneQuestionOnceAndCancelEndsIt() throws Exception {
        Person nobody = Person.whoTrustsNobody();
        assertThat(refused(settings(""), nobody).kind()).isEqualTo(TroubleKind.CANCELLED);
        assertThat(nobody.met).hasSize(1);
        assertThat(folder.resolve("known")).isEmptyFile();
        Person trusting = Person.answering();
        SshSettings settings = settings("");
        Files.delete(folder.resolve("known"));
        SshTarget target = SshTarget.parse("tester@127.0.0.1:" + port);
        new SshConnector(settings, trusting).connect(target, new Cancellation()).close();
        assertThat(trusting.met).hasSize(1);
        assertThat(Files.getPosixFilePermissions(folder.resolve("known")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(weDecide(settings, sshd.port())).isTrue();
        assertThat(sshDecides(settings, sshd.port())).isTrue();
    }

    @Test
    void aServerWithAWrongKeyIsToldNoPassword() throws Exception {
        SshSettings settings = settings(
                "[127.0.0.1]:" + port + " " + other + "\n---\nStrictHostKeyChecking no\nPubkeyAuthentication no");
        Person person = Person.answering("right");
        assertThat(refused(settings, person).kind()).isEqualTo(TroubleKind.AUTH_FAILED);
        assertThat(person.asked).isEmpty();
        assertThat(person.notes).extracting(n -> n.key()).contains("ssh.note.changed");
    }

    @Test
    void theFileIsOnlyAppendedTo() throws Exception {
        String before = "# mine\u00e4\n*.x " + other;
        SshSettings settings = settings(before + "\n---\nStrictHostKeyChecking accept-new\nHashKnownHosts yes");
        assertThat(weDecide(settings, sshd.port())).isTrue();
        String after = Files.readString(folder.resolve("known"), StandardCharsets.ISO_8859_1);
        assertThat(after).startsWith(before + "\n|1|").endsWith(key.split(" ")[1] + "\n");
        assertThat(after.lines()).hasSize(3);
        assertThat(sshDecides(settings, sshd.port())).isTrue();
    }

    @Test
    void aFullDiskLosesNothingAndIsTold() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("full"));
        Sshd.must(List.of("mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", disk.toString()));
        try {
            Path known = disk.resolve("known");
            String before = "x " + other + "\n";
            Files.writeString(known, before + "#" + "-".repeat(4094 - before.length()) + "\n");
            Files.write(disk.resolve("rest"), new byte[4096]);
            byte[] whole = Files.readAllBytes(known);
            Path config = folder.resolve("config-full");
            Files.writeString(
                    config,
                    "UserKnownHostsFile " + known + "\nIdentityFile " + folder.resolve("user")
                            + "\nGlobalKnownHostsFile none\n");
            Person person = Person.answering();
            new SshConnector(SshSettings.ofHome(folder).withConfig(config), person)
                    .connect(SshTarget.parse("tester@127.0.0.1:" + port), new Cancellation())
                    .close();
            assertThat(person.notes).extracting(n -> n.key()).containsExactly("ssh.note.not-remembered");
            assertThat(Files.readAllBytes(known)).isEqualTo(whole);
        } finally {
            Sshd.must(List.of("umount", disk.toString()));
        }
    }
}
