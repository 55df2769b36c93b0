package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** What a configuration means: the reader against OpenSSH's own client, which is the judge of what it says. */
@Timeout(120)
class SshConfigTest {

    @TempDir
    Path folder;

    private TwoReaders both;
    private ConfigSource client;
    private ConfigSource reader;

    @BeforeEach
    void find() {
        both = TwoReaders.on("node", folder);
        client = both.client();
        reader = both.reader();
    }

    private SshConfig config(ConfigSource source, String target, String text, String... options) throws Exception {
        return both.config(source, target, text, options);
    }

    /** Each is a configuration for the name "srv". */
    private static Map<String, String> table() {
        Map<String, String> t = new LinkedHashMap<>();
        t.put("nothing", "");
        t.put("simple", "Host srv\n HostName a.example.org\n User me\n Port 2222\n");
        t.put("token in HostName", "Host srv\n HostName %h.example.org\n");
        t.put("percent in HostName", "HostName a%%b\n");
        t.put("name in capitals", "Host srv\n HostName A.Example.ORG\n");
        t.put("equals", "Host=srv\nHostName = a\nUser=me\n");
        t.put("equals and quotes", "Host srv\nHostName=\"a\"\nUser = \"me\"\n");
        t.put("comment behind", "Host srv # mine\n HostName a # note\n Port 22#\n".replace("22#", "22 # p"));
        t.put("comment lines", "# a\n   # b\n\nHost srv\n\t# c\n\tUser me\n");
        t.put("tabs and form feeds", "Host\tsrv\n\tUser\tme\t\n");
        t.put("Windows line ends", "Host srv\r\n  User me\r\n  Port 24\r\n");
        t.put("keywords in any case", "hOST srv\n uSER me\n");
        t.put("first counts", "Host srv\n User a\nHost *\n User b\n Port 23\n");
        t.put("patterns", "Host s?v\n User a\nHost s*\n Port 2\n");
        t.put("negated", "Host * !srv\n User wrong\nHost !other srv\n User right\n");
        t.put("only negated", "Host !other\n User wrong\n");
        t.put("quoted pattern", "Host \"srv\" x\n User q\n");
        t.put("patterns are of the name given", "Host srv\n HostName other\nHost other\n User wrong\n");
        t.put("case of patterns", "Host SRV\n User wrong\n");
        t.put("identity files add up", "IdentityFile ~/a\nHost srv\n IdentityFile ~/b\nHost *\n IdentityFile ~/c\n");
        t.put("identity tokens", "IdentityFile %d/.ssh/%h-%r-%p-%n-%u-%%\n");
        t.put("identity with spaces", "IdentityFile \"~/my keys/id\"\nIdentityFile '~/other keys/id'\n");
        t.put("identity escaped", "IdentityFile ~/my\\ keys/id\n");
        t.put("identity from a variable", "IdentityFile /a/${MXD_VALUE}/x\n");
        t.put("identity of another account", "IdentityFile ~root/.ssh/%h\nCertificateFile ~daemon/a-cert.pub\n");
        t.put("agent of another account", "IdentityAgent ~root/agent\n");
        t.put("known hosts of another account", "UserKnownHostsFile ~root/known ~daemon/known\n");
        t.put("identity twice", "IdentityFile ~/a\nIdentityFile ~/a\n");
        t.put("identities none", "IdentityFile none\n");
        t.put("identities only", "IdentitiesOnly yes\nIdentityFile ~/a\n");
        t.put("certificates", "CertificateFile ~/a-cert.pub\nCertificateFile \"~/b c-cert.pub\"\n");
        t.put("agent none", "IdentityAgent none\n");
        t.put("agent path", "IdentityAgent /run/agent-%r\n");
        t.put("agent variable", "IdentityAgent $SSH_AUTH_SOCK\n");
        t.put("agent by name", "IdentityAgent SSH_AUTH_SOCK\n");
        t.put("known hosts", "UserKnownHostsFile /a /b\nGlobalKnownHostsFile /c /d\n");
        t.put(
                "known hosts with tokens",
                "Host srv\nHostName x\nUserKnownHostsFile /k-%h-%n-%r /l-%k\nHostKeyAlias al\n");
        t.put("known hosts with spaces", "UserKnownHostsFile \"/a b/c d\" /e\n");
        t.put("known hosts none", "UserKnownHostsFile none\nGlobalKnownHostsFile none\n");
        t.put("known hosts, first line counts", "UserKnownHostsFile /a\nUserKnownHostsFile /b\n");
        t.put("alias", "HostKeyAlias Some.Name\nPort 77\n");
        for (String strict : List.of("yes", "no", "off", "ask", "accept-new")) {
            t.put("strict " + strict, "StrictHostKeyChecking " + strict + "\n");
        }
        t.put("hashed", "HashKnownHosts yes\n");
        t.put("times", "ConnectTimeout 1m30s\nServerAliveInterval 2m\nServerAliveCountMax 7\n");
        t.put("times in days", "ConnectTimeout 1d\n");
        t.put("no time", "ConnectTimeout none\n");
        t.put(
                "no time, then one",
                "ConnectTimeout none\nServerAliveInterval none\nConnectTimeout 9\nServerAliveInterval 8\n");
        t.put("no jump, then a command", "ProxyJump none\nProxyJump a\nProxyCommand nc %h %p\n");
        t.put("its own name in a token", "HostName other\nUserKnownHostsFile /l-%k\n");
        t.put("an alias in a token", "HostKeyAlias Some.Name\nUserKnownHostsFile /l-%k\n");
        t.put("jump", "ProxyJump a\n");
        t.put("jumps", "ProxyJump u@a:2222,b,ssh://c@d:24\n");
        t.put("jump to an address", "ProxyJump u@[2001:db8::1]:22\n");
        t.put("jump none", "Host srv\n ProxyJump none\nHost *\n ProxyJump a\n");
        t.put("jump before command", "ProxyJump a\nProxyCommand nc %h %p\n");
        t.put("command before jump", "ProxyCommand nc %h %p\nProxyJump a\n");
        t.put("command none", "Host srv\n ProxyCommand none\nHost *\n ProxyCommand nc %h %p\n");
        t.put("command as it is", "ProxyCommand=sh -c \"nc '%h' %p\" # %% %r@%n\n");
        t.put("set variables", "SetEnv A=1 B=\"two words\" C=x=y\nSetEnv D=4\n");
        t.put("send variables", "SendEnv LANG LC_*\nSendEnv MXD_?ALUE\n");
        t.put("send variables, some taken back", "SendEnv LANG LC_* MXD_*\nSendEnv -LC_*\n");
        t.put("preferred", "PreferredAuthentications password,publickey\n");
        t.put("preferred, one off", "PreferredAuthentications password,publickey\nPasswordAuthentication no\n");
        t.put("ways off", "PubkeyAuthentication no\nKbdInteractiveAuthentication no\n");
        t.put("old name of a way", "ChallengeResponseAuthentication no\n");
        t.put("Kerberos", "GSSAPIAuthentication yes\nGSSAPIDelegateCredentials yes\n");
        t.put("password prompts", "NumberOfPasswordPrompts 1\n");
        t.put("batch", "BatchMode yes\nServerAliveInterval 30\n");
        t.put("families", "AddressFamily inet6\nBindAddress 127.0.0.1\n");
        t.put("interface", "BindInterface lo\n");
        t.put("key sizes", "RequiredRSASize 3072\n");
        t.put("told", "VerifyHostKeyDNS yes\nCheckHostIP yes\nNoHostAuthenticationForLocalhost yes\n");
        t.put("ways that are missing", "PKCS11Provider /x.so\nHostbasedAuthentication yes\n");
        t.put("what does not matter", "ForwardAgent yes\nLocalForward 1 a:2\nControlMaster auto\nVisualHostKey yes\n");
        t.put("include", "Include %s/inc\nHost *\n User late\n");
        t.put("include within a host", "Host srv\n Include %s/plain\nHost *\n Port 99\n");
        t.put("include within another host", "Host other\n Include %s/plain %s/inc\nHost *\n Port 99\n");
        t.put("include of many", "Include %s/many*\n");
        t.put("include of what is not there", "Include %s/none*\nUser me\n");
        t.put("host goes on after an include that changes it", "Host srv\n Include %s/inc\n Port 98\n");
        return t;
    }

    @Test
    void theReaderSaysWhatSshSays() throws Exception {
        Files.writeString(folder.resolve("inc"), "Host srv\n  User inc\n  HostName inc.example.org\nHost x\n User x\n");
        Files.writeString(folder.resolve("plain"), "User plain\nIdentityFile ~/plain\n");
        Files.writeString(folder.resolve("many2"), "User second\nPort 2\n");
        Files.writeString(folder.resolve("many1"), "User first\n");
        SoftAssertions all = new SoftAssertions();
        for (Map.Entry<String, String> each : table().entrySet()) {
            String text = each.getValue().replace("%s", folder.toString());
            all.assertThat(TwoReaders.withoutAlgorithms(config(reader, "srv", text)))
                    .as(each.getKey())
                    .isEqualTo(TwoReaders.withoutAlgorithms(config(client, "srv", text)));
            all.assertThat(TwoReaders.withoutAlgorithms(config(reader, "who@srv:4444", text, "ConnectTimeout=8")))
                    .as(each.getKey() + ", with a user, a port and an option")
                    .isEqualTo(TwoReaders.withoutAlgorithms(config(client, "who@srv:4444", text, "ConnectTimeout=8")));
        }
        all.assertAll();
    }

    @Test
    void theReaderSaysWhatSshSaysOfAnyMixture() throws Exception {
        long seed = Long.getLong("maxdock.seed", System.nanoTime());
        Random random = new Random(seed);
        List<String> blocks = new ArrayList<>(table().values());
        blocks.removeIf(text -> text.contains("%s"));
        SoftAssertions all = new SoftAssertions();
        for (int i = 0; i < Integer.getInteger("maxdock.mixtures", 60); i++) {
            StringBuilder text = new StringBuilder();
            for (int n = 1 + random.nextInt(6); n > 0; n--) {
                text.append(
                                random.nextBoolean()
                                        ? ""
                                        : "Host "
                                                + List.of("srv", "*", "x", "s*", "!srv", "* !x")
                                                        .get(random.nextInt(6)) + "\n")
                        .append(blocks.get(random.nextInt(blocks.size())));
            }
            String theirs;
            try {
                theirs = TwoReaders.withoutAlgorithms(config(client, "srv", text.toString()));
            } catch (Trouble loop) { // told when connecting by us, and by ssh already here
                all.assertThat(loop.arguments()).as(text.toString()).allMatch(a -> a.startsWith("jumphost loop"));
                continue;
            }
            all.assertThat(TwoReaders.withoutAlgorithms(config(reader, "srv", text.toString())))
                    .as("seed " + seed + ", configuration " + i + ":\n" + text)
                    .isEqualTo(theirs);
        }
        all.assertAll();
    }

    @Test
    void aFileOfAnotherAccountIsInItsHome() throws Exception {
        String root = Lab.run(List.of("sh", "-c", "echo ~root")).out().strip();
        for (ConfigSource source : List.of(client, reader)) {
            SshConfig config = config(source, "srv", "IdentityFile ~root/.ssh/%h\nUserKnownHostsFile ~root/known\n");
            assertThat(config.login().keys()).containsExactly(Path.of(root, ".ssh", "srv"));
            assertThat(config.trust().files()).contains(Path.of(root, "known"));
        }
        Trouble unknown =
                catchThrowableOfType(Trouble.class, () -> config(reader, "srv", "IdentityFile ~no-such-account/key\n"));
        assertThat(unknown.arguments()).containsExactly("IdentityFile", "~no-such-account/key");
    }

    @Test
    void bothRefuseWhatIsWrong() throws Exception {
        for (String text : List.of(
                "Host srv\n User \"me\n",
                "Port x\n",
                "StrictHostKeyChecking perhaps\n",
                "ConnectTimeout soon\n",
                "IdentityFile %z\n",
                "IdentityFile ~no-such-account/.ssh/key\n",
                "CertificateFile ~no-such-account\n",
                "IdentityFile ~0/key\n",
                "UserKnownHostsFile ~/known ~no-such-account/known\n",
                "Host\n")) {
            for (ConfigSource source : List.of(client, reader)) {
                assertThat(catchThrowableOfType(Trouble.class, () -> config(source, "srv", text))
                                .kind())
                        .as(text + " by " + source.getClass().getSimpleName())
                        .isIn(TroubleKind.SSH_CONFIG_BAD, TroubleKind.SSH_OPTION_BAD);
            }
        }
    }

    @Test
    void whatCannotBeFollowedIsRefusedByItsName() throws Exception {
        for (String option : List.of(
                "RevokedHostKeys /tmp/revoked",
                "KnownHostsCommand /bin/true",
                "ProxyUseFdpass yes",
                "Ciphers 3des-foo")) {
            for (ConfigSource source : List.of(client, reader)) {
                if (source == client && option.startsWith("Ciphers")) {
                    continue; // ssh itself knows no such cipher
                }
                Trouble refused = catchThrowableOfType(Trouble.class, () -> config(source, "srv", option + "\n"));
                assertThat(refused.kind()).as(option).isEqualTo(TroubleKind.SSH_OPTION_REFUSED);
                assertThat(refused.arguments()).isEqualTo(List.of(option.split(" ")));
            }
        }
        assertThat(config(client, "srv", "VerifyHostKeyDNS ask\n").notes())
                .contains(Message.of("ssh.note.unfollowed", "VerifyHostKeyDNS", "ask"));
    }

    @Test
    void matchIsEvaluatedBySshAndPassedOverAndNamedByTheReader() throws Exception {
        String text = "Host srv\n User right\nMatch host srv\n Port 77\nMatch exec true\n ProxyJump evil\nHost *\n"
                + " ConnectTimeout 5\n";
        SshConfig evaluated = config(client, "srv", text);
        assertThat(evaluated.port()).isEqualTo(77);
        SshConfig read = config(reader, "srv", text);
        assertThat(read.port()).isEqualTo(22);
        assertThat(read.user()).isEqualTo("right");
        assertThat(read.route()).isInstanceOf(Route.Direct.class);
        assertThat(read.connectTimeout()).contains(Duration.ofSeconds(5));
        assertThat(read.notes()).extracting(Message::key).containsExactly("ssh.note.match", "ssh.note.match");
    }

    @Test
    void algorithmsAreThoseThatBothHave() throws Exception {
        for (ConfigSource source : List.of(client, reader)) {
            assertThat(config(source, "srv", "Ciphers aes256-ctr,aes128-ctr\n")
                            .algorithms()
                            .ciphers())
                    .containsExactly("aes256-ctr", "aes128-ctr");
            assertThat(config(source, "srv", "KexAlgorithms ^ecdh-sha2-nistp384\n")
                            .algorithms()
                            .keyExchange())
                    .startsWith("ecdh-sha2-nistp384")
                    .contains("curve25519-sha256");
            assertThat(config(source, "srv", "HostKeyAlgorithms -ecdsa*\n")
                            .algorithms()
                            .hostKey())
                    .contains("ssh-ed25519")
                    .noneMatch(a -> a.startsWith("ecdsa"));
            assertThat(config(source, "srv", "HostKeyAlgorithms +ssh-rsa\n")
                            .algorithms()
                            .hostKey())
                    .endsWith("ssh-rsa");
            assertThat(config(source, "srv", "Compression yes\n").algorithms().compression())
                    .isTrue();
        }
    }

    @Test
    void aHomeFolderThatIsNotTheAccountsHasItsOwnFiles() throws Exception {
        SshSettings settings = SshSettings.ofHome(folder);
        Files.createDirectories(folder.resolve(".ssh"));
        Files.writeString(folder.resolve(".ssh/config"), "Host srv\n Port 4711\n");
        SshTarget target = SshTarget.parse("srv");
        for (ConfigSource source : List.of(client, reader)) {
            SshConfig config = both.config(source, "srv", settings);
            assertThat(config.port()).isEqualTo(4711);
            assertThat(config.trust().files()).startsWith(folder.resolve(".ssh/known_hosts"));
            assertThat(config.login().keys()).contains(folder.resolve(".ssh/id_ed25519"));
        }
        Files.setPosixFilePermissions(
                folder.resolve(".ssh/config"), java.nio.file.attribute.PosixFilePermissions.fromString("rw-rw-rw-"));
        assertThat(catchThrowableOfType(Trouble.class, () -> reader.of(target, settings))
                        .kind())
                .isEqualTo(TroubleKind.SSH_CONFIG_BAD);
    }

    @Test
    void includesThatGoInACircleEnd() throws Exception {
        Files.writeString(folder.resolve("circle"), "Include " + folder.resolve("circle") + "\n");
        for (ConfigSource source : List.of(client, reader)) {
            assertThat(catchThrowableOfType(
                                    Trouble.class,
                                    () -> config(source, "srv", "Include " + folder.resolve("circle") + "\n"))
                            .kind())
                    .isEqualTo(TroubleKind.SSH_CONFIG_BAD);
        }
    }
}
