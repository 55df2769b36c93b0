package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
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
import org.testfx.util.WaitForAsyncUtils;

/** Ways to a server over others, each of them a real one. */
@Timeout(60)
class SshRouteTest {

    @TempDir
    Path folder;

    private Sshd bastion;
    private Sshd middle;
    private Sshd server;
    private Path key;

    @BeforeEach
    void start() throws Exception {
        bastion = Sshd.start(folder, "PasswordAuthentication yes", "PermitTTY no", "ForceCommand /bin/false");
        middle = Sshd.start(folder, Sshd.freePort());
        server = Sshd.start(folder, Sshd.freePort());
        key = Sshd.key(folder.resolve("user"), "ed25519", "");
        server.accept(key);
        Files.writeString(
                folder.resolve("known"),
                bastion.known("ed25519") + "\n" + middle.known("ed25519") + "\n" + server.known("ed25519") + "\n");
    }

    @AfterEach
    void end() throws Exception {
        for (Sshd each : new Sshd[] {bastion, middle, server}) {
            if (each != null) {
                each.close();
            }
        }
    }

    private SshSettings settings(String... lines) throws Exception {
        Path config = folder.resolve("config");
        Files.writeString(
                config,
                "Host bastion\n HostName 127.0.0.1\n Port " + bastion.port()
                        + "\nHost middle\n HostName 127.0.0.1\n Port "
                        + middle.port() + "\nHost server\n HostName 127.0.0.1\n Port " + server.port() + "\n"
                        + String.join("\n", lines)
                        + "\nHost *\n User tester\n IdentityAgent none\n IdentityFile " + key
                        + "\n GlobalKnownHostsFile none\n UserKnownHostsFile " + folder.resolve("known")
                        + "\n ConnectTimeout 20\n");
        return SshSettings.ofHome(folder).withConfig(config);
    }

    private static Host connect(SshSettings settings, SshPrompts prompts, String to) throws Trouble {
        return new SshConnector(settings, prompts).connect(SshTarget.parse(to), new Cancellation());
    }

    private static Trouble refused(SshSettings settings, SshPrompts prompts, String to) {
        return catchThrowableOfType(
                Trouble.class, () -> connect(settings, prompts, to).close());
    }

    private static void works(Host host) throws Exception {
        try (host) {
            assertThat(host.run(Command.script("echo $SSH_CONNECTION | wc -w")).text())
                    .isEqualTo("4\n");
            byte[] much = new byte[3_000_000];
            new java.util.Random(7).nextBytes(much);
            assertThat(host.run(Command.of("cat").withInput(much)).bytes()).isEqualTo(much);
        }
    }

    @Test
    void overTwoJumpHosts() throws Exception {
        works(connect(settings("Host server", " ProxyJump bastion,middle"), SshPrompts.none(), "server"));
        assertThat(bastion.log()).contains("Accepted publickey for tester");
        assertThat(middle.log()).contains("Accepted publickey for tester");
        works(connect(
                settings("Host server", " ProxyJump middle", "Host middle", " ProxyJump bastion"),
                SshPrompts.none(),
                "server"));
        works(connect(settings().withJump("tester@bastion,ssh://tester@middle"), SshPrompts.none(), "server"));
    }

    /** Those that ssh_config(5) names for ProxyJump, in each source of the configuration. */
    @Test
    void tokensInJumps() throws Exception {
        SshSettings settings = settings(
                "Host tester", " HostName 127.0.0.1", " Port " + middle.port(), "Host server", " ProxyJump %r");
        for (ConfigSource source : sources()) {
            works(new SshConnector(settings, SshPrompts.none(), SshMachine.here(folder), source)
                    .connect(SshTarget.parse("server"), new Cancellation()));
        }
        assertThat(middle.log()).contains("Accepted publickey for tester");
    }

    @Test
    void noTimeIsNoLimit() throws Exception {
        works(connect(settings().withOptions(List.of("ConnectTimeout=0")), SshPrompts.none(), "server"));
    }

    @Test
    void knownHostsBelowTheHomeFolder() throws Exception {
        Files.move(folder.resolve("known"), folder.resolve("elsewhere"));
        SshSettings settings = settings("Host server", " GlobalKnownHostsFile ~/elsewhere");
        for (ConfigSource source : sources()) {
            works(new SshConnector(settings, SshPrompts.none(), SshMachine.here(folder), source)
                    .connect(SshTarget.parse("server"), new Cancellation()));
        }
    }

    /** A server that is silent, and a way to it that is. */
    @Test
    void aDeadLinkIsNoticedWithinFifteenSeconds() throws Exception {
        String way = "ssh -F " + folder.resolve("config") + " -o BatchMode=yes -W %h:%p %r@bastion";
        SshSettings settings = settings("Host middle", " ProxyCommand " + way, " ServerAliveInterval 60");
        middle.accept(key);
        try (Host direct = connect(settings, SshPrompts.none(), "server");
                Host through = connect(settings, SshPrompts.none(), "middle")) {
            assertThat(through.run(Command.of("echo", "there")).text()).isEqualTo("there\n");
            List<ProcessHandle> stopped = new ArrayList<>(server.processes());
            ProcessHandle.current()
                    .descendants()
                    .filter(p -> p.info().commandLine().orElse("").contains(" -W "))
                    .forEach(stopped::add);
            long since = System.nanoTime();
            signal("STOP", stopped);
            try {
                WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !direct.isOpen() && !through.isOpen());
            } finally {
                signal("CONT", stopped);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(15));
        }
    }

    private static void signal(String name, List<ProcessHandle> processes) {
        for (ProcessHandle process : processes) {
            try {
                Sshd.must(List.of("kill", "-" + name, String.valueOf(process.pid())));
            } catch (IllegalStateException e) {
                if (process.isAlive()) { // others have ended with what they served
                    throw e;
                }
            }
        }
    }

    /** sshd answers to it when the session is there already (RFC 4254, 6.3.1). */
    @Test
    @Tag("lab") // where there is a display
    @Tag("once")
    void aServerThatForwardsNoDisplayIsToldAsSuch() throws Exception {
        Command program = Command.of("true").withDisplay();
        try (Host host = connect(settings(), SshPrompts.none(), "server")) {
            assertThat(catchThrowableOfType(Trouble.class, () -> host.run(program))
                            .kind())
                    .isEqualTo(TroubleKind.X11_REFUSED);
            assertThat(catchThrowableOfType(Trouble.class, () -> host.openTerminal(program, 80, 24))
                            .kind())
                    .isEqualTo(TroubleKind.X11_REFUSED);
            assertThat(host.run(Command.of("true")).ok()).isTrue();
        }
    }

    @Test
    void closingItClosesTheWay() throws Exception {
        connect(settings("Host server", " ProxyJump bastion,middle"), SshPrompts.none(), "server")
                .close();
        for (Sshd each : List.of(bastion, middle, server)) {
            org.testfx.util.WaitForAsyncUtils.waitFor(
                    10,
                    java.util.concurrent.TimeUnit.SECONDS,
                    () -> each.log().contains("Disconnected from user tester")
                            || each.log().contains("Connection closed by"));
            assertThat(each.log()).containsAnyOf("Disconnected from user tester", "Connection closed by");
        }
    }

    @Test
    void eachHopHasItsOwnLoginAndSaysWhoAsks() throws Exception {
        Person person = Person.answering("right");
        works(connect(
                settings("Host server", " ProxyJump bastion", "Host bastion", " PubkeyAuthentication no"),
                person,
                "server"));
        assertThat(person.asked).hasSize(1);
        assertThat(person.asked.getFirst().asker().name()).isEqualTo("tester@bastion");
        assertThat(person.asked.getFirst().asker().onTheWayTo()).contains("server");
        assertThat(new Texts(Locale.ENGLISH).get(person.asked.getFirst().message()))
                .isEqualTo("Password for tester@bastion, on the way to server");
        Trouble refused = refused(
                settings("Host server", " ProxyJump bastion", "Host bastion", " PubkeyAuthentication no"),
                SshPrompts.none(),
                "server");
        assertThat(refused.kind()).isEqualTo(TroubleKind.AUTH_FAILED);
        assertThat(refused.arguments()).containsExactly("tester@bastion");
    }

    @Test
    void aHopIsJudgedByItsOwnKey() throws Exception {
        Path other = Sshd.key(folder.resolve("other"), "ed25519", "");
        Files.writeString(
                folder.resolve("known"),
                "[127.0.0.1]:" + middle.port() + " " + Sshd.publicKey(other) + "\n" + bastion.known("ed25519") + "\n"
                        + server.known("ed25519") + "\n");
        SshSettings settings = settings("Host server", " ProxyJump bastion,middle");
        Trouble changed = refused(settings, SshPrompts.none(), "server");
        assertThat(changed.kind()).isEqualTo(TroubleKind.HOST_KEY_CHANGED);
        assertThat(changed.arguments()).contains("[127.0.0.1]:" + middle.port());
        Files.writeString(folder.resolve("known"), "");
        Person person = Person.answering();
        works(connect(settings, person, "server"));
        assertThat(person.met)
                .extracting(q -> q.asker().name())
                .containsExactly("tester@bastion", "tester@middle", "tester@server");
    }

    @Test
    void aJumpHostThatDoesNotLeadOnIsNamed() throws Exception {
        bastion.close();
        bastion = Sshd.start(folder, bastion.port(), "AllowTcpForwarding no");
        Trouble refused = refused(settings("Host server", " ProxyJump bastion"), SshPrompts.none(), "server");
        assertThat(refused.kind()).isEqualTo(TroubleKind.JUMP_REFUSED);
        assertThat(refused.arguments()).startsWith("tester@bastion", "127.0.0.1", String.valueOf(server.port()));
        bastion.close();
        assertThat(refused(settings("Host server", " ProxyJump bastion"), SshPrompts.none(), "server"))
                .satisfies(t -> assertThat(t.kind()).isEqualTo(TroubleKind.HOST_UNREACHABLE))
                .satisfies(t -> assertThat(t.arguments().get(2)).doesNotContain("java."));
    }

    @Test
    void jumpsInACircleEnd() throws Exception {
        for (ConfigSource source : sources()) {
            for (String[] circle : new String[][] {
                {
                    "Host server",
                    " ProxyJump bastion",
                    "Host bastion",
                    " ProxyJump middle",
                    "Host middle",
                    " ProxyJump server"
                },
                {"Host *", " ProxyJump bastion"},
                {"Host server", " ProxyJump server"}
            }) {
                SshSettings settings = settings(circle);
                Trouble refused = catchThrowableOfType(
                        Trouble.class,
                        () -> new SshConnector(settings, SshPrompts.none(), SshMachine.here(folder), source)
                                .connect(SshTarget.parse("server"), new Cancellation())
                                .close());
                assertThat(refused.kind()).isIn(TroubleKind.SSH_JUMP_LOOP, TroubleKind.SSH_CONFIG_BAD);
            }
        }
    }

    private List<ConfigSource> sources() {
        SshMachine machine = SshMachine.here(folder);
        return List.of(ConfigSource.of(machine), new ConfigReader(machine, folder.resolve("none")));
    }

    @Test
    void throughACommand() throws Exception {
        settings();
        String way = "ssh -F " + folder.resolve("config") + " -o BatchMode=yes -W %h:%p %r@bastion";
        works(connect(settings("Host server", " ProxyCommand " + way), SshPrompts.none(), "server"));
        Trouble failed = refused(
                settings("Host server", " ProxyCommand echo no way for %r@%h >&2; exit 3"),
                SshPrompts.none(),
                "server");
        assertThat(failed.kind()).isEqualTo(TroubleKind.PROXY_COMMAND_FAILED);
        assertThat(failed.arguments().getLast()).isEqualTo("no way for tester@127.0.0.1");
    }

    @Test
    void theReaderLeadsOverTheSameWay() throws Exception {
        SshMachine machine = SshMachine.here(folder);
        SshSettings settings = settings("Host server", " ProxyJump bastion,middle");
        works(new SshConnector(settings, SshPrompts.none(), machine, new ConfigReader(machine, folder.resolve("none")))
                .connect(SshTarget.parse("server"), new Cancellation()));
    }

    @Test
    void onlyAlgorithmsThatBothKnow() throws Exception {
        bastion.close();
        bastion = Sshd.start(folder, bastion.port(), "Ciphers aes256-gcm@openssh.com");
        Trouble none = refused(settings("Host bastion", " Ciphers aes128-ctr"), SshPrompts.none(), "bastion");
        assertThat(none.kind()).isEqualTo(TroubleKind.NO_COMMON_ALGORITHM);
        assertThat(none.arguments()).contains("tester@bastion", "aes256-gcm@openssh.com");
    }

    /** Behind a jump host, localhost is another machine. */
    @Test
    void anAddressThatComesTwiceIsNoCircle() throws Exception {
        String[] same = {" HostName 127.0.0.1", " Port " + server.port()};
        works(connect(
                settings("Host outer", same[0], same[1], "Host inner", same[0], same[1], " ProxyJump outer"),
                SshPrompts.none(),
                "inner"));
    }

    /** Some wait for a browser, and say for which page. */
    @Test
    void whatACommandSaysMeanwhileIsTold() throws Exception {
        settings();
        String way = "ssh -F " + folder.resolve("config") + " -o BatchMode=yes -W %h:%p %r@bastion";
        Person person = Person.answering();
        works(connect(
                settings(
                        "Host server",
                        " ProxyCommand sh -c 'echo please open the page >&2; sleep 0.3; exec " + way + "'"),
                person,
                "server"));
        assertThat(person.notes).contains(Message.of("ssh.note.proxy-says", "please open the page"));
    }

    @Test
    void whatIsNotFollowedIsTold() throws Exception {
        Person person = Person.answering();
        works(connect(settings("Host server", " VerifyHostKeyDNS yes"), person, "server"));
        assertThat(person.notes).contains(Message.of("ssh.note.unfollowed", "VerifyHostKeyDNS", "yes"));
    }

    /** A bastion's banner comes first, and its refusal last. */
    @Test
    void theLastWordsOfACommandCountHoweverMuchItSaidBefore() throws Exception {
        ProxyProcess process = ProxyProcess.start(
                "sh -c 'i=0; while [ $i -lt 2000 ]; do echo a line of a banner $i; i=$((i+1)); done >&2; "
                        + "echo Permission denied. >&2; echo >&2; exit 255'",
                SshMachine.here(folder));
        assertThat(process.failed(null).arguments().getLast()).isEqualTo("Permission denied.");
    }
}
