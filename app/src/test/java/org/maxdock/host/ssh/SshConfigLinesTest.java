package org.maxdock.host.ssh;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.text.Trouble;

/** Lines as people have them in their configurations, alone and mixed: the reader against OpenSSH's own client. */
@Timeout(120)
class SshConfigLinesTest {

    private static final List<String> DESTINATIONS =
            List.of("srv", "SRV", "who@srv:4444", "srv.example.org", "192.0.2.7", "[2001:db8::1]:77");

    private static final List<String> HOSTS = List.of(
            "srv", "*", "x", "s*", "!srv *", "* !x", "SRV", "*.org 192.*", "2001:*", "s?v x", "\"srv\"", "srv,x");

    /** Each is one, or some that belong together; \n is the end of a line, @ the folder of the test. */
    private static final List<String> LINES = """
            HostName %h.x.org
            HostName "a.b"
            HostName a # c
            HostName 2001:db8::1
            User a"b c"d
            User 'x y'
            User me#x
            User %r
            User==me
            "User" me
            Port 022
            Port "24"
            Host srv,other\\n User wrong
            Host=srv\\n User eq
            Host "srv other"\\n User q
            ConnectTimeout 0
            ConnectTimeout 1M
            ConnectTimeout 1w
            ServerAliveInterval 0
            ServerAliveCountMax 0
            NumberOfPasswordPrompts 0
            StrictHostKeyChecking TRUE
            StrictHostKeyChecking ACCEPT-NEW
            IdentitiesOnly YES
            PasswordAuthentication No
            PubkeyAuthentication unbound
            PubkeyAuthentication host-bound
            GSSAPIDelegateCredentials True
            PreferredAuthentications gssapi-with-mic,nonsense,password
            PreferredAuthentications none
            AddressFamily INET6
            BindAddress *
            HashKnownHosts true
            IdentityFile /k-%C-%L-%l-%k-%i
            IdentityFile /keys/%r@%h:%p
            IdentityFile id_plain
            IdentityFile ${MXD_VALUE}/x
            IdentityFile $MXD_VALUE/x
            IdentityFile NONE
            IdentityFile "a b"
            IdentityFile %%h
            CertificateFile none
            CertificateFile /c-%h-%n
            IdentityAgent NONE
            IdentityAgent /a-%h-%i
            IdentityAgent ${MXD_VALUE}/a
            IdentityAgent $MXD_VALUE
            IdentityAgent $MXD_NOTHING
            IdentityAgent "a b"
            UserKnownHostsFile ${MXD_VALUE}/k
            UserKnownHostsFile /k-%h /l-%p-%i
            UserKnownHostsFile rel/known
            UserKnownHostsFile NONE
            UserKnownHostsFile2 /x
            GlobalKnownHostsFile /g-%h /h
            HostKeyAlias %h
            HostKeyAlias [a]:22
            ProxyJump NONE
            ProxyJump none,gate
            ProxyJump %h-gw
            ProxyJump ssh://gate/
            ProxyJump u@v@gate
            ProxyJump [2001:db8::1]
            ProxyCommand NONE
            ProxyCommand "/a b/c" %h
            ProxyCommand  ssh -W [%h]:%p gw\\s\\s
            ProxyCommand = sh -c 'exec nc %h %p 2>/dev/null'
            ProxyCommand nc %%
            ProxyCommand nc ${MXD_VALUE}
            SetEnv A=1 A=2
            SetEnv A="x y" 'B=z w' C=
            SetEnv LANG=x
            SetEnv "A=b c" D='e"f'
            SendEnv *
            SendEnv -LANG
            SendEnv L?NG
            SendEnv LANG,LC_ALL
            Protocol 2
            AddKeysToAgent confirm
            AddKeysToAgent 1h
            KeepAlive yes
            DSAAuthentication no
            SkeyAuthentication no
            UsePrivilegedPort no
            ControlMaster auto\\nControlPath ~/.ssh/cm-%r@%h:%p\\nControlPersist 10m
            RemoteCommand tmux new -A -s %n\\nRequestTTY yes
            LocalCommand echo %h\\nPermitLocalCommand yes
            CanonicalizeHostname no
            CanonicalDomains a b
            RevokedHostKeys none
            KnownHostsCommand none
            PKCS11Provider none
            RekeyLimit 1G 1h
            SessionType none
            Include @/inc.d/*.conf
            Include @/inc.d/[12]0.conf
            Include @/inc.d/{10,20}.conf
            Include "@/a b/c"
            Include @/inc.d
            Include @/none @/inc.d/10.conf
            Include=@/inc.d/10.conf
            Host other\\n Include @/inc.d/*.conf\\nHost *\\n ConnectTimeout 3
            Host srv\\n Include @/inc.d/*.conf\\n ConnectTimeout 3
              # comment\\n\\n\\t\\nUser after
            HOSTNAME up\\nUSER up
            """.lines()
            .map(line -> line.replace("\\n", "\n").replace("\\t", "\t").replace("\\s", " "))
            .toList();

    /** None of these is written as it must be. */
    private static final List<String> WRONG = """
            HostName %n.org
            HostName fe80::1%lo
            HostName a b
            User me extra
            Port 0
            Port 65536
            Port 22x
            Port 22 23
            ConnectTimeout 5 6
            BatchMode 1
            KbdInteractiveAuthentication off
            AddressFamily inet4
            PreferredAuthentications password, publickey
            IdentityFile a b
            IdentityAgent $MXD_VALUE/x
            UserKnownHostsFile /a none
            UserKnownHostsFile none /a
            SetEnv A
            SendEnv A=b
            NumberOfPasswordPrompts -1
            ServerAliveCountMax x
            """.lines().toList();

    @TempDir
    Path folder;

    private TwoReaders both;
    private ConfigSource client;
    private ConfigSource reader;

    @BeforeEach
    void find() throws Exception {
        both = TwoReaders.on(java.net.InetAddress.getLocalHost().getHostName(), folder);
        client = both.client();
        reader = both.reader();
        Files.createDirectories(folder.resolve("inc.d"));
        Files.createDirectories(folder.resolve("a b"));
        Files.writeString(folder.resolve("inc.d/10.conf"), "User ten\n");
        Files.writeString(folder.resolve("inc.d/20.conf"), "Port 20\nHost srv\n HostName twenty\n");
        Files.writeString(folder.resolve("inc.d/.hidden.conf"), "User hidden\n");
        Files.writeString(folder.resolve("a b/c"), "User blank\n");
    }

    private String said(ConfigSource source, String destination, String text) throws Exception {
        try {
            SshConfig config = both.config(source, destination, text.replace("@/", folder + "/"));
            if (config.route() instanceof Route.Jumps jumps
                    && isItself(jumps.hosts().getLast(), config)) {
                return "refused"; // as SSH_JUMP_LOOP, when it connects
            }
            return TwoReaders.withoutAlgorithms(config);
        } catch (Trouble refused) {
            return "refused";
        }
    }

    private static boolean isItself(SshTarget jump, SshConfig server) {
        return jump.host().equals(server.host())
                && (jump.port() == 0 ? 22 : jump.port()) == server.port()
                && (jump.user() == null || jump.user().equals(server.user()));
    }

    @Test
    void eachSaysWhatItSaysToSsh() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (String line : LINES) {
            for (String destination : DESTINATIONS.subList(0, 3)) {
                all.assertThat(said(reader, destination, line + "\n"))
                        .as(destination + ": " + line)
                        .isEqualTo(said(client, destination, line + "\n"));
            }
        }
        for (String line : WRONG) {
            for (ConfigSource source : List.of(reader, client)) {
                all.assertThat(said(source, "srv", line + "\n")).as(line).isEqualTo("refused");
            }
        }
        all.assertAll();
    }

    @Test
    void soDoesAnyMixtureOfThem() throws Exception {
        long seed = Long.getLong("maxdock.seed", System.nanoTime());
        Random random = new Random(seed);
        SoftAssertions all = new SoftAssertions();
        List<String> lines = new ArrayList<>(LINES);
        for (int i = 0; i < Integer.getInteger("maxdock.mixtures", 100); i++) {
            StringBuilder text = new StringBuilder();
            for (int n = 1 + random.nextInt(6); n > 0; n--) {
                text.append(random.nextInt(3) > 0 ? "" : "Host " + HOSTS.get(random.nextInt(HOSTS.size())) + "\n")
                        .append(lines.get(random.nextInt(lines.size())))
                        .append('\n');
            }
            String destination = DESTINATIONS.get(random.nextInt(DESTINATIONS.size()));
            all.assertThat(said(reader, destination, text.toString()))
                    .as("seed " + seed + ", " + destination + ":\n" + text)
                    .isEqualTo(said(client, destination, text.toString()));
        }
        all.assertAll();
    }
}
