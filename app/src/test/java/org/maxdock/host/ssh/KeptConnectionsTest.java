package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.ByteStream;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.host.StreamTrouble;
import org.maxdock.host.Terminal;
import org.maxdock.host.local.LocalHost;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.testfx.util.WaitForAsyncUtils;

/** With OpenSSH's own client and server. */
@Timeout(60)
class KeptConnectionsTest {

    @TempDir
    Path folder;

    private Sshd sshd;
    private KeptConnections kept;
    private SshTarget target;
    private SshSettings settings;

    @BeforeEach
    void start() throws Exception {
        Files.setPosixFilePermissions(
                folder, PosixFilePermissions.fromString("rwxr-xr-x")); // the server becomes tester
        Path key = Sshd.key(folder.resolve("key"), "ed25519", "");
        sshd = Sshd.start(Files.createDirectory(folder.resolve("sshd")));
        sshd.accept(key);
        Path known = Files.writeString(folder.resolve("known"), sshd.known("ed25519") + "\n");
        settings = SshSettings.ofHome(folder)
                .withConfig(Path.of("none"))
                .withIdentity(key)
                .withKnownHosts(known);
        kept = new KeptConnections(folder.resolve("run"), settings, SshMachine.here(folder));
        target = SshTarget.parse("tester@127.0.0.1:" + sshd.port());
    }

    @AfterEach
    void end() throws Exception {
        kept.end(target);
        sshd.close();
    }

    private Optional<Host> find() {
        return kept.find(target, () -> {
            throw new Trouble(TroubleKind.UNEXPECTED, "no connection of our own is wanted");
        });
    }

    private Host keep() throws Trouble {
        kept.keep(target, Duration.ofMinutes(1));
        return find().orElseThrow();
    }

    @Test
    void callsGoOverItWithoutLoggingIn() throws Exception {
        assertThat(find()).isEmpty();
        for (int i = 0; i < 3; i++) {
            try (Host host = i == 0 ? keep() : find().orElseThrow()) {
                Output output = host.run(Command.script("tr a-z A-Z; echo \"$1\" >&2; exit 7", "it's $HOME")
                        .withInput("abc".getBytes(StandardCharsets.UTF_8)));
                assertThat(output.text()).isEqualTo("ABC");
                assertThat(output.errors()).isEqualTo("it's $HOME\n");
                assertThat(output.status()).isEqualTo(7);
                assertThat(host.isOpen()).isTrue();
            }
        }
        assertThat(sshd.log().lines().filter(l -> l.contains("Accepted publickey")))
                .hasSize(1);
    }

    @Test
    void terminalsAndStreamsGoOverItToo() throws Exception {
        Path socket = folder.resolve("sshd/home/echo");
        try (Host host = keep();
                ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            try (Terminal terminal = host.openTerminal(Command.script("tty -s && stty size"), 101, 33)) {
                assertThat(terminal.output().readAllBytes()).asString().contains("33 101");
            }
            server.bind(UnixDomainSocketAddress.of(socket));
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rwxrwxrwx"));
            Thread.ofVirtual().start(() -> echo(server));
            for (int i = 0; i < 2; i++) {
                try (ByteStream stream = host.connectUnix(socket.toString())) {
                    stream.output().write("back\n".getBytes(StandardCharsets.US_ASCII));
                    stream.output().flush();
                    assertThat(stream.input().readNBytes(5)).asString().isEqualTo("back\n");
                }
            }
            try (ByteStream stream = host.connectTcp("127.0.0.1", sshd.port())) {
                assertThat(stream.input().readNBytes(8)).asString().isEqualTo("SSH-2.0-");
            }
        }
    }

    private static void echo(ServerSocketChannel server) {
        while (true) {
            try (SocketChannel channel = server.accept()) {
                ByteBuffer some = ByteBuffer.allocate(100);
                channel.read(some);
                channel.write(some.flip());
            } catch (IOException e) {
                return;
            }
        }
    }

    @Test
    void whatAnEarlierOneLeftIsInNobodysWay() throws Exception {
        for (int i = 0; i < 2; i++) {
            try (Host host = keep();
                    ByteStream stream = host.connectTcp("127.0.0.1", sshd.port())) {
                assertThat(stream.input().readNBytes(8)).asString().isEqualTo("SSH-2.0-");
            }
        }
        killMaster();
        assertThat(find()).isEmpty();
        try (Host host = keep()) {
            assertThat(host.run(Command.of("true")).ok()).isTrue();
        }
    }

    private ProcessHandle master() {
        return ProcessHandle.allProcesses()
                .filter(p -> p.info().commandLine().orElse("").contains("ControlPath=" + folder)
                        || p.info().commandLine().orElse("").contains(folder + "/run/"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoKeepsItAndDoesNotAnswerIsNotWaitedFor() throws Exception {
        keep().close();
        ProcessHandle stuck = master();
        try {
            assertThat(new LocalHost()
                            .run(Command.of("kill", "-STOP", String.valueOf(stuck.pid())))
                            .ok())
                    .isTrue();
            assertThat(find()).isEmpty();
            assertThat(kept.end(target)).isFalse();
            try (Host host = keep()) {
                assertThat(host.run(Command.of("true")).ok()).isTrue();
            }
        } finally {
            stuck.destroyForcibly();
        }
    }

    private void killMaster() throws Exception {
        ProcessHandle master = master();
        master.destroyForcibly();
        master.onExit().get(20, TimeUnit.SECONDS);
    }

    /** Neither another one in its place nor its end ends what runs over it. */
    @Test
    void whatRunsOverItGoesOnToItsOwnEnd() throws Exception {
        try (Host host = keep();
                Running running = host.start(Command.script("echo begun; read -r word; echo \"$word\"; exit 7"))) {
            assertThat(running.output().readNBytes(6)).asString().isEqualTo("begun\n");
            kept.keep(target, Duration.ofMinutes(2));
            assertThat(kept.end(target)).isTrue();
            assertThat(find()).isEmpty();
            running.input().write("on\n".getBytes(StandardCharsets.US_ASCII));
            running.input().flush();
            assertThat(running.output().readAllBytes()).asString().isEqualTo("on\n");
            assertThat(running.await()).isEqualTo(7);
        }
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> sshd.processes().size() == 1);
    }

    /** What the user has for their own use of ssh was heeded when it was made, and is not done again. */
    @Test
    void theUsersConfigurationCountsOnce() throws Exception {
        int busy = Sshd.freePort();
        Path config = Files.writeString(
                folder.resolve("config"),
                "Host 127.0.0.1\n RemoteCommand tmux\n StdinNull yes\n LocalForward " + busy + " 127.0.0.1:1\n");
        kept = new KeptConnections(folder.resolve("run"), settings.withConfig(config), SshMachine.here(folder));
        try (ServerSocket taken = new ServerSocket(busy, 1, InetAddress.getLoopbackAddress());
                Host host = keep()) {
            assertThat(host.run(Command.script("cat").withInput(new byte[] {'a'}))
                            .text())
                    .isEqualTo("a");
            try (ByteStream stream = host.connectTcp("127.0.0.1", sshd.port())) {
                assertThat(stream.input().readNBytes(8)).asString().isEqualTo("SSH-2.0-");
            }
            taken.setSoTimeout(1);
            assertThatThrownBy(taken::accept).as("nobody came by it").isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void noKeyIsTheClientsOwn() throws Exception {
        try (Host host = keep();
                Terminal terminal =
                        host.openTerminal(Command.script("stty -echo; echo go; read -r x; echo \"<$x>\""), 80, 24)) {
            assertThat(terminal.output().readNBytes(2)).asString().isEqualTo("go");
            terminal.input().write("~.\n".getBytes(StandardCharsets.US_ASCII));
            terminal.input().flush();
            assertThat(terminal.output().readAllBytes()).asString().contains("<~.>");
        }
    }

    @Test
    void whyASocketIsNotReachedIsTold() throws Exception {
        Path closed = folder.resolve("sshd/home/closed");
        try (Host host = keep();
                ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(closed));
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
            assertThat(catchThrowableOfType(Trouble.class, () -> host.connectUnix("/no/such.sock"))
                            .kind())
                    .isEqualTo(TroubleKind.NO_ENGINE);
            assertThat(catchThrowableOfType(Trouble.class, () -> host.connectUnix(closed.toString()))
                            .kind())
                    .isEqualTo(TroubleKind.SOCKET_DENIED);
        }
    }

    /** The client goes on listening for the server's side of a stream, whoever is behind it. */
    @Test
    void whoIsNotBehindAStreamAnyMoreIsToldAsOneWhoNeverWas() throws Exception {
        Path socket = folder.resolve("sshd/home/engine");
        try (Host host = keep()) {
            try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                server.bind(UnixDomainSocketAddress.of(socket));
                Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rwxrwxrwx"));
                Thread.ofVirtual().start(() -> echo(server));
                assertThat(talk(host.connectUnix(socket.toString()))).isEqualTo("back\n");
            }
            Files.delete(socket);
            int port = Sshd.freePort();
            for (int i = 0; i < 2; i++) {
                IOException ended =
                        catchThrowableOfType(IOException.class, () -> talk(host.connectUnix(socket.toString())));
                assertThat(StreamTrouble.in(ended).orElseThrow().kind()).isEqualTo(TroubleKind.NO_ENGINE);
                assertThat(StreamTrouble.in(ended).orElseThrow().arguments())
                        .containsExactly(socket.toString(), "no such socket");
                ended = catchThrowableOfType(IOException.class, () -> talk(host.connectTcp("127.0.0.1", port)));
                assertThat(StreamTrouble.in(ended).orElseThrow().arguments())
                        .containsExactly("127.0.0.1:" + port, "connection refused");
            }
        }
    }

    private static String talk(ByteStream connected) throws IOException {
        try (ByteStream stream = connected) {
            stream.output().write("back\n".getBytes(StandardCharsets.US_ASCII));
            stream.output().flush();
            return new String(stream.input().readNBytes(5), StandardCharsets.US_ASCII);
        }
    }

    /** Nor is one asked for a password for what is not wanted any more. */
    @Test
    void whatIsCancelledIsNotBegunElsewhere() throws Exception {
        Cancellation cancellation = new Cancellation();
        try (Host host = keep()) {
            Files.writeString(folder.resolve("sshd/home/.bash_profile"), "touch ~/reading; sleep 300\n");
            Files.setPosixFilePermissions(folder.resolve("sshd/home"), PosixFilePermissions.fromString("rwxrwxrwx"));
            CompletableFuture<Trouble> ended = new CompletableFuture<>();
            Thread.ofVirtual()
                    .start(() -> ended.complete(
                            catchThrowableOfType(Trouble.class, () -> host.start(Command.of("true"), cancellation))));
            WaitForAsyncUtils.waitFor(
                    20, TimeUnit.SECONDS, () -> Files.exists(folder.resolve("sshd/home/reading")) || ended.isDone());
            cancellation.cancel();
            assertThat(ended.get(20, TimeUnit.SECONDS).kind()).isEqualTo(TroubleKind.CANCELLED);
        }
    }

    /** Start-up files are not left out for it, and nobody is told of another command. */
    @Test
    void withoutRoomForOneMoreSessionItIsOneOfOurOwn() throws Exception {
        sshd.close();
        sshd = Sshd.start(folder.resolve("sshd"), "MaxSessions 1");
        target = SshTarget.parse("tester@127.0.0.1:" + sshd.port());
        Files.writeString(folder.resolve("known"), sshd.known("ed25519") + "\n");
        AtomicInteger own = new AtomicInteger();
        kept.keep(target, Duration.ofMinutes(1));
        try (Host host = kept.find(target, () -> {
                            own.incrementAndGet();
                            return new LocalHost();
                        })
                        .orElseThrow();
                Running first = host.start(Command.script("echo begun; cat"))) {
            assertThat(first.output().readNBytes(6)).asString().isEqualTo("begun\n");
            assertThat(own).hasValue(0);
            assertThat(host.run(Command.script("echo there")).text()).isEqualTo("there\n");
            assertThat(own).hasValue(1);
        }
    }

    @Test
    void nobodyElseCanUseItOrPutOneInItsPlace() throws Exception {
        keep().close();
        Path run = folder.resolve("run");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run)))
                .isEqualTo("rwx------");
        try (var sockets = Files.list(run)) {
            assertThat(sockets)
                    .isNotEmpty()
                    .allSatisfy(s -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(s)))
                            .isEqualTo("rw-------"));
        }
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(find()).isEmpty();
        assertThat(catchThrowableOfType(Trouble.class, () -> kept.keep(target, Duration.ofMinutes(1)))
                        .kind())
                .isEqualTo(TroubleKind.FILE_UNWRITABLE);
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void itEndsWhenAskedToAndByItself() throws Exception {
        keep().close();
        assertThat(kept.end(target)).isTrue();
        assertThat(find()).isEmpty();
        assertThat(kept.end(target)).isFalse();
        kept.keep(target, Duration.ofSeconds(1));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> sshd.processes().size() == 1);
        assertThat(find()).isEmpty();
    }

    @Test
    void itsLossIsToldAndTheNextCallConnectsByItself() throws Exception {
        CountDownLatch lost = new CountDownLatch(1);
        try (Host host = keep();
                Running running = host.start(Command.script("echo begun; cat"))) {
            host.onLost(lost::countDown);
            assertThat(running.output().readNBytes(6)).asString().isEqualTo("begun\n");
            killMaster();
            assertThat(lost.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(running.await()).isEqualTo(Running.BROKEN);
            assertThat(host.isOpen()).isFalse();
            assertThat(catchThrowableOfType(Trouble.class, () -> host.run(Command.of("true"), new Cancellation()))
                            .kind())
                    .isEqualTo(TroubleKind.CONNECTION_LOST);
        }
        assertThat(find()).isEmpty();
    }

    @Test
    void whoIsNotLetInKeepsNothing() throws Exception {
        SshTarget other = SshTarget.parse("blank@127.0.0.1:" + sshd.port());
        Files.writeString(folder.resolve("sshd/" + Sshd.KEYS), "");
        Trouble trouble = catchThrowableOfType(Trouble.class, () -> kept.keep(other, Duration.ofMinutes(1)));
        assertThat(trouble.kind()).isEqualTo(TroubleKind.NOT_KEPT);
        assertThat(kept.find(other, () -> null)).isEmpty();
        assertThat(trouble.arguments()).containsExactly(other.toString());
    }
}
