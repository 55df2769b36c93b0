package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.Cancellation;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Connecting ends within a second when it is cancelled, and within its limits when it is not, wherever it stands. */
@Timeout(60)
class SshCancelTest {

    /** What a server that speaks no SSH does with a connection. */
    private interface Manner {
        void treat(Socket socket) throws Exception;
    }

    @TempDir
    Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final CountDownLatch met = new CountDownLatch(1);
    private final CompletableFuture<Boolean> leftAlone = new CompletableFuture<>();

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    /** A server; when its client goes, that is noted. */
    private int server(Manner manner) throws IOException {
        ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        open.add(listening);
        Thread.ofVirtual().start(() -> {
            try (Socket socket = listening.accept()) {
                met.countDown();
                manner.treat(socket);
                socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
                leftAlone.complete(true);
            } catch (Exception e) {
                leftAlone.complete(true);
            }
        });
        return listening.getLocalPort();
    }

    private static void trickle(Socket socket) throws Exception {
        while (true) {
            socket.getOutputStream().write("no SSH, but words\r\n".getBytes(StandardCharsets.US_ASCII));
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, 50, TimeUnit.MILLISECONDS)
                    .get();
        }
    }

    private static void greet(Socket socket) throws Exception {
        socket.getOutputStream().write("SSH-2.0-Slow\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private SshSettings settings(String... lines) throws IOException {
        Path config = folder.resolve("config");
        Files.writeString(
                config,
                String.join("\n", lines) + "\nIdentityAgent none\nIdentityFile none\nGlobalKnownHostsFile none\n"
                        + "UserKnownHostsFile " + folder.resolve("known") + "\n");
        return SshSettings.ofHome(folder).withConfig(config);
    }

    private Trouble attempt(SshSettings settings, SshPrompts prompts, String target, Cancellation cancellation) {
        try {
            new SshConnector(settings, prompts)
                    .connect(SshTarget.parse(target), cancellation)
                    .close();
            return null;
        } catch (Trouble e) {
            return e;
        }
    }

    /** Cancels once something has happened; it must then end within a second. */
    private void cancels(SshSettings settings, SshPrompts prompts, String target, CountDownLatch when)
            throws Exception {
        Cancellation cancellation = new Cancellation();
        CompletableFuture<Trouble> result = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> result.complete(attempt(settings, prompts, target, cancellation)));
        assertThat(when.await(20, TimeUnit.SECONDS)).isTrue();
        long start = System.nanoTime();
        cancellation.cancel();
        assertThat(result.get(20, TimeUnit.SECONDS).kind()).isEqualTo(TroubleKind.CANCELLED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aServerThatIsSilent() throws Exception {
        cancels(settings(), SshPrompts.none(), "u@127.0.0.1:" + server(s -> {}), met);
        assertThat(leftAlone.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aServerWhoseGreetingTrickles() throws Exception {
        cancels(settings(), SshPrompts.none(), "u@127.0.0.1:" + server(SshCancelTest::trickle), met);
        assertThat(leftAlone.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aServerThatGreetsAndStops() throws Exception {
        cancels(settings(), SshPrompts.none(), "u@127.0.0.1:" + server(SshCancelTest::greet), met);
        assertThat(leftAlone.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void eachHasALimitOfTime() throws Exception {
        for (Manner manner : List.<Manner>of(s -> {}, SshCancelTest::trickle, SshCancelTest::greet)) {
            long start = System.nanoTime();
            Trouble late = attempt(
                    settings("ConnectTimeout 1"),
                    SshPrompts.none(),
                    "u@127.0.0.1:" + server(manner),
                    new Cancellation());
            assertThat(late.kind()).isEqualTo(TroubleKind.HOST_SILENT);
            assertThat(late.arguments()).contains("u@127.0.0.1");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void whatSpeaksNoSshIsToldSo() throws Exception {
        Trouble closed =
                attempt(settings(), SshPrompts.none(), "u@127.0.0.1:" + server(Socket::close), new Cancellation());
        assertThat(closed.kind()).isEqualTo(TroubleKind.NO_SSH_SERVER);
    }

    @Test
    void aNetworkThatSwallowsEverything() throws Exception {
        ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        open.add(full);
        for (int i = 0; i < 3; i++) { // nobody accepts: the queue is full, and who knocks then gets no answer
            Socket waiting = new Socket();
            open.add(waiting);
            Thread.ofVirtual().start(() -> {
                try {
                    waiting.connect(full.getLocalSocketAddress());
                } catch (IOException e) {
                    leftAlone.complete(false);
                }
            });
        }
        CountDownLatch soon = new CountDownLatch(1);
        CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS).execute(soon::countDown);
        cancels(settings(), SshPrompts.none(), "u@127.0.0.1:" + full.getLocalPort(), soon);
        long start = System.nanoTime();
        Trouble late = attempt(
                settings("ConnectTimeout 2"),
                SshPrompts.none(),
                "u@127.0.0.1:" + full.getLocalPort(),
                new Cancellation());
        assertThat(late.kind()).isEqualTo(TroubleKind.HOST_UNREACHABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void aCommandThatLeadsNowhere() throws Exception {
        Path mark = folder.resolve("mark");
        CountDownLatch running = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            while (!Files.exists(mark)) {
                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
            }
            running.countDown();
        });
        cancels(
                settings("ProxyCommand sh -c 'echo $$ > " + mark + ".new; mv " + mark + ".new " + mark
                        + "; exec sleep 1234'"),
                SshPrompts.none(),
                "u@h",
                running);
        long pid = Long.parseLong(Files.readString(mark).strip());
        org.testfx.util.WaitForAsyncUtils.waitFor(
                5,
                TimeUnit.SECONDS,
                () -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    /** Somebody who does not answer until the question is taken away. */
    private static final class Silent implements SshPrompts {

        final CountDownLatch asked = new CountDownLatch(1);
        final CountDownLatch takenAway = new CountDownLatch(1);

        private void wait(CountDownLatch never) {
            asked.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                takenAway.countDown();
            }
        }

        @Override
        public Optional<String> answer(SshQuestion question) {
            wait(new CountDownLatch(1));
            return Optional.empty();
        }

        @Override
        public boolean trust(TrustQuestion question) {
            wait(new CountDownLatch(1));
            return false;
        }
    }

    @Test
    void aQuestionThatStandsOpen() throws Exception {
        Sshd sshd = Sshd.start(folder, "PasswordAuthentication yes");
        open.add(sshd);
        String target = "tester@127.0.0.1:" + sshd.port();
        Silent first = new Silent();
        cancels(settings(), first, target, first.asked);
        assertThat(first.takenAway.await(5, TimeUnit.SECONDS))
                .as("who is asked is told")
                .isTrue();
        Files.writeString(folder.resolve("known"), sshd.known("ed25519") + "\n");
        Silent second = new Silent();
        cancels(settings("ConnectTimeout 1"), second, target, second.asked);
        assertThat(second.takenAway.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aServerThatIsSilentBehindAJumpHost() throws Exception {
        Sshd sshd = Sshd.start(folder, "PasswordAuthentication yes");
        open.add(sshd);
        Files.writeString(folder.resolve("known"), sshd.known("ed25519") + "\n");
        SshSettings settings = settings(
                "Host behind",
                " ProxyJump tester@127.0.0.1:" + sshd.port(),
                " HostName 127.0.0.1",
                " Port " + server(s -> {}),
                "Host *");
        cancels(settings, Person.answering("right"), "u@behind", met);
        assertThat(leftAlone.get(5, TimeUnit.SECONDS)).isTrue();
        org.testfx.util.WaitForAsyncUtils.waitFor(
                5,
                TimeUnit.SECONDS,
                () -> sshd.log().contains("Connection closed by")
                        || sshd.log().contains("Disconnected from user tester"));
        assertThat(sshd.log()).containsAnyOf("Connection closed by", "Disconnected from user tester");
    }

    @Test
    void beforeItBegins() throws Exception {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        assertThat(attempt(settings(), SshPrompts.none(), "u@127.0.0.1:" + server(s -> {}), cancelled)
                        .kind())
                .isEqualTo(TroubleKind.CANCELLED);
    }
}
