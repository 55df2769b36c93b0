package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.FileEntry;
import org.maxdock.host.Host;
import org.maxdock.host.HostFiles;
import org.maxdock.host.LoginEnvironment;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.host.Terminal;
import org.maxdock.lab.Lab;
import org.maxdock.text.Trouble;
import org.testfx.util.WaitForAsyncUtils;

@Tag("lab")
@Timeout(60)
class SshHostTest {

    private static final String ADDRESS = Lab.addresses("max-wgs").getFirst();

    @TempDir
    Path folder;

    private static Host connect(SshSettings settings, SshPrompts prompts, String target) throws Trouble {
        return new SshConnector(settings, prompts).connect(SshTarget.parse(target), new Cancellation());
    }

    private static Host connect() throws Trouble {
        return connect(Lab.ssh(), SshPrompts.none(), "max-wgs");
    }

    /** Settings of somebody who has no configuration: only known hosts and maybe a key. */
    private SshSettings bare(Path knownHosts) {
        return SshSettings.ofHome(folder).withKnownHosts(knownHosts);
    }

    private static Path labKnownHosts() {
        return Lab.sshConfig().resolveSibling("known_hosts");
    }

    private static String keyOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(call);
        assertThat(thrown).isInstanceOf(Trouble.class);
        return ((Trouble) thrown).key();
    }

    @Test
    void commandsAndFilesAreTheSameAsHere() throws Exception {
        try (Host host = connect()) {
            Output output = host.run(Command.script("tr a-z A-Z; echo \"$1\" >&2; exit 7", "it's $HOME")
                    .withInput("abc".getBytes(StandardCharsets.UTF_8)));
            assertThat(output.text()).isEqualTo("ABC");
            assertThat(output.lastError()).isEqualTo("it's $HOME");
            assertThat(output.status()).isEqualTo(7);
            HostFiles files = new HostFiles(host);
            files.write("/tmp/a b'c", new byte[] {0, -1, 10});
            assertThat(files.read("/tmp/a b'c")).containsExactly(0, -1, 10);
            assertThat(files.folders(Lab.DATA, 0, 100).folders())
                    .extracting(FileEntry::name)
                    .contains("c20190101", "c20190202");
        }
    }

    /** By two at once, while it ends by itself: none of them asks anything of it when it is gone. */
    @Test
    void aCommandThatIsClosedAsItEndsTakesNoConnectionWithIt() throws Exception {
        try (Host host = connect()) {
            for (int i = 0; i < 150; i++) {
                Running running = host.start(Command.script(i % 2 == 0 ? "read -r _" : "sleep 5"));
                if (i % 2 == 0) {
                    running.input().close();
                }
                CountDownLatch both = new CountDownLatch(2);
                List<Thread> closing = new ArrayList<>();
                for (int n = 0; n < 2; n++) {
                    closing.add(Thread.ofPlatform().start(() -> {
                        both.countDown();
                        awaited(both);
                        running.close();
                    }));
                }
                for (Thread one : closing) {
                    one.join();
                }
                assertThat(host.isOpen()).as("after %d", i).isTrue();
            }
            assertThat(host.run(Command.of("echo", "there")).text()).isEqualTo("there\n");
        }
    }

    @Test
    void manyCommandsShareTheConnection() throws Exception {
        try (Host host = connect()) {
            var results = java.util.stream.IntStream.range(0, 40)
                    .parallel()
                    .mapToObj(i -> {
                        try {
                            return host.run(Command.of("echo", String.valueOf(i)))
                                    .text()
                                    .strip();
                        } catch (Trouble e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
            assertThat(results).hasSize(40).contains("0", "39");
            assertThat(Lab.must("max-wgs", "pgrep -c -u mxuser sshd").strip()).isEqualTo("1");
        }
    }

    @Test
    @Timeout(120)
    void outputThatNobodyReadsHoldsUpNothingElse() throws Exception {
        try (Host host = connect();
                Running unread = host.start(
                        Command.script("head -c 200000000 /dev/zero; head -c 900000 /dev/zero >&2; echo end"))) {
            WaitForAsyncUtils.waitFor(
                    20, TimeUnit.SECONDS, () -> unread.output().available() >= Inbox.WINDOW - 1_000);
            for (int i = 0; i < 50; i++) { // none of them would be answered before that is read
                assertThat(host.run(Command.of("echo", "still here")).text()).isEqualTo("still here\n");
            }
            assertThat(unread.output().available()).isLessThanOrEqualTo(Inbox.WINDOW);
            unread.output().skipNBytes(200_000_000);
            assertThat(unread.output().readAllBytes()).asString().isEqualTo("end\n");
            assertThat(unread.errors().readAllBytes()).hasSize(900_000);
            assertThat(unread.await()).isZero();
        }
    }

    @Test
    void anAnswerThatIsTooLongIsATroubleAndNoShortOne() throws Exception {
        try (Host host = connect()) {
            assertThat(keyOf(() -> host.run(Command.of("head", "-c", "70000000", "/dev/zero"))))
                    .isEqualTo("answer-too-long");
            assertThat(keyOf(() -> host.run(Command.script("exec head -c 70000000 /dev/zero >&2"))))
                    .isEqualTo("answer-too-long");
            assertThat(host.run(Command.of("head", "-c", "60000000", "/dev/zero"))
                            .bytes())
                    .hasSize(60_000_000);
        }
    }

    @Test
    void cancellingEndsTheCommandOnTheServer() throws Exception {
        try (Host host = connect()) {
            Running running = host.start(Command.script("exec -a cancelled-here sleep 301"));
            awaitProcesses("sleep 301", 1);
            running.close();
            awaitProcesses("sleep 301", 0);
        }
    }

    @Test
    void aKilledConnectionIsToldAndLeavesNothingRunning() throws Exception {
        try (Host host = connect()) {
            CountDownLatch told = new CountDownLatch(1);
            host.onLost(told::countDown);
            Running running = host.start(Command.script("sleep 302").withLifeline());
            awaitProcesses("sleep 302", 1);
            Lab.must("max-wgs", "pkill -KILL -u mxuser sshd");
            assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(running.await()).isEqualTo(255);
            assertThat(keyOf(() -> host.run(Command.of("true")))).isEqualTo("connection-lost");
            awaitProcesses("sleep 302", 0);
        }
    }

    private static void awaitProcesses(String what, int wanted) throws Exception {
        WaitForAsyncUtils.waitFor(
                15,
                TimeUnit.SECONDS,
                () -> Lab.sh("max-wgs", "pgrep -cxf '" + what + "|cancelled-here 301'")
                        .out()
                        .strip()
                        .equals(String.valueOf(wanted)));
        assertThat(Lab.sh("max-wgs", "pgrep -cxf '" + what + "|cancelled-here 301'")
                        .out()
                        .strip())
                .isEqualTo(String.valueOf(wanted));
    }

    @Test
    void aTerminalOfTheServerHasItsSizeAndIsHungUp() throws Exception {
        try (Host host = connect();
                Terminal terminal = host.openTerminal(Command.script("stty size; sleep 303"), 97, 31)) {
            assertThat(terminal.output().readNBytes(5)).asString().isEqualTo("31 97");
            terminal.close();
            WaitForAsyncUtils.waitFor(
                    10,
                    TimeUnit.SECONDS,
                    () -> Lab.sh("max-wgs", "pgrep -cxf 'sleep 303'")
                            .out()
                            .strip()
                            .equals("0"));
            assertThat(Lab.sh("max-wgs", "pgrep -cxf 'sleep 303'").out().strip())
                    .isEqualTo("0");
        }
    }

    @Test
    void resizingAndClosingATerminalThatHasEndedLeavesTheConnectionAlone() throws Exception {
        try (Host host = connect()) {
            for (int i = 0; i < 20; i++) {
                Terminal terminal = host.openTerminal(Command.script("exit 3"), 80, 24);
                assertThat(terminal.await()).isEqualTo(3);
                terminal.resize(100, 30);
                terminal.close();
            }
            assertThat(host.run(Command.of("echo", "alive")).text()).isEqualTo("alive\n");
        }
    }

    @Test
    void aPasswordIsAskedForWhereNoKeyFits() throws Exception {
        SshPrompts person = Person.answering("maxwell");
        try (Host host = connect(bare(labKnownHosts()), person, "mxother@" + ADDRESS)) {
            assertThat(LoginEnvironment.of(host).user()).isEqualTo("mxother");
        }
    }

    @Test
    void aWrongKeyIsToldWithoutAnyQuestion() {
        assertThat(keyOf(() -> connect(
                        bare(labKnownHosts()).withIdentity(Lab.key("mxother")),
                        SshPrompts.none(),
                        "mxuser@" + ADDRESS)))
                .isEqualTo("auth-failed");
    }

    @Test
    void anUnknownServerIsRefusedWithItsFingerprintUnlessTrusted() throws Exception {
        Path none = folder.resolve("known");
        Files.createFile(none);
        assertThatThrownBy(() ->
                        connect(bare(none).withIdentity(Lab.key("mxuser")), SshPrompts.none(), "mxuser@" + ADDRESS))
                .isInstanceOfSatisfying(Trouble.class, t -> {
                    assertThat(t.key()).isEqualTo("host-key-unknown");
                    assertThat(t.arguments().get(1)).isEqualTo(fingerprint());
                });
        SshPrompts trusting = Person.trusting(fingerprint());
        connect(bare(none).withIdentity(Lab.key("mxuser")), trusting, "mxuser@" + ADDRESS)
                .close();
        assertThat(none).content().contains(ADDRESS);
        connect(bare(none).withIdentity(Lab.key("mxuser")), SshPrompts.none(), "mxuser@" + ADDRESS)
                .close();
    }

    private static String fingerprint() {
        String said = Lab.run(java.util.List.of(
                        "ssh-keygen", "-l", "-f", labKnownHosts().toString()))
                .out();
        return said.lines()
                .filter(l -> l.contains("max-wgs"))
                .findFirst()
                .orElseThrow()
                .split(" ")[1];
    }

    @Test
    void aChangedHostKeyIsRefused() throws Exception {
        Path wrong = folder.resolve("known");
        String other = Files.readAllLines(labKnownHosts()).get(1).split(" ", 2)[1];
        Files.writeString(wrong, ADDRESS + " " + other + "\n");
        assertThat(keyOf(() ->
                        connect(bare(wrong).withIdentity(Lab.key("mxuser")), SshPrompts.none(), "mxuser@" + ADDRESS)))
                .isEqualTo("host-key-changed");
    }

    @Test
    void unknownAndSilentHostsAreToldApart() {
        assertThat(keyOf(() -> connect(bare(labKnownHosts()), SshPrompts.none(), "x@no-such-host.invalid")))
                .isEqualTo("host-unknown");
        assertThat(keyOf(() -> connect(bare(labKnownHosts()), SshPrompts.none(), "x@" + ADDRESS + ":1")))
                .isEqualTo("host-unreachable");
        assertThat(keyOf(() -> SshTarget.parse("a b"))).isEqualTo("bad-target");
        assertThat(keyOf(() -> SshTarget.parse("u@h:99999"))).isEqualTo("bad-target");
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
