package org.maxdock.cli.standby;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.ssh.KeptFolder;
import org.testfx.util.WaitForAsyncUtils;

/** With the sockets there are; the program is one of the test's own. */
@Timeout(60)
class StandbyTest {

    private static final List<String> WHERE = List.of("--on", "x");
    private static final String HERE = Path.of("").toAbsolutePath().toString();

    @TempDir
    Path folder;

    private Path socket;
    private Path kept;
    private Thread serving;
    private Standby.Program program = (out, errors, words) -> {
        out.println("an image, " + String.join("|", words));
        errors.println("a note: é €");
        return 0;
    };

    @BeforeEach
    void aFolderOfMyOwn() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        socket = folder.resolve(Standby.PREFIX + "1");
        kept = Files.createFile(folder.resolve("kept"));
    }

    @AfterEach
    void end() throws Exception {
        if (serving != null) {
            StandbyClient.ask(socket, Standby.END);
            assertThat(serving.join(Duration.ofSeconds(30))).isTrue();
            assertThat(socket).doesNotExist();
        }
    }

    private void standBy(List<String> where, Duration idle) throws Exception {
        Standby standby = new Standby(
                socket, kept, "world", HERE, new Listing(where), idle, (o, e, words) -> program.run(o, e, words));
        serving = Thread.ofPlatform().start(() -> {
            try {
                standby.serve();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, this::listens);
    }

    private boolean listens() {
        try (SocketChannel caller = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return caller.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<String> ask(String world, String... words) {
        return new StandbyClient(new KeptFolder(folder), world)
                .ask(List.of(words))
                .map(answer -> {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    answer.print(new PrintStream(out), new PrintStream(out));
                    return out.toString(StandardCharsets.UTF_8);
                });
    }

    @Test
    void itDoesWhatIsCalledAsOftenAsItIs() throws Exception {
        standBy(WHERE, Duration.ofMinutes(1));
        for (int i = 0; i < 20; i++) {
            assertThat(ask("world", "images", "--on", "x")).contains("a note: é €\nan image, images|--on|x\n");
        }
    }

    @Test
    void whatIsNotItsAffairTheCallDoes() throws Exception {
        standBy(WHERE, Duration.ofMinutes(1));
        assertThat(ask("another", "images", "--on", "x")).isEmpty();
        assertThat(ask("world", "images", "--on", "y")).isEmpty();
        assertThat(ask("world", "remove", "images", "--on", "x")).isEmpty();
        assertThat(ask("world", "images", "--on", "x", "a".repeat(70_000))).isEmpty();
        assertThat(StandbyClient.ask(socket, new Call("world", "/other", List.of("--on", "x", "jobs"))))
                .isPresent();
    }

    @Test
    void ofAnotherFolderFilesAreOthers() throws Exception {
        standBy(List.of("-F", "config"), Duration.ofMinutes(1));
        assertThat(StandbyClient.ask(socket, new Call("world", "/other", List.of("-F", "config", "jobs"))))
                .isEmpty();
        assertThat(ask("world", "-F", "config", "jobs")).isPresent();
    }

    @Test
    void whatWentWrongOrIsTooMuchTheCallDoesAgain() throws Exception {
        standBy(WHERE, Duration.ofMinutes(1));
        program = (out, errors, words) -> 1;
        assertThat(ask("world", "images", "--on", "x")).isEmpty();
        program = (out, errors, words) -> {
            out.print("x".repeat(Answer.MOST + 1));
            return 0;
        };
        assertThat(ask("world", "images", "--on", "x")).isEmpty();
        program = (out, errors, words) -> {
            throw new IllegalStateException("nobody expected it");
        };
        assertThat(ask("world", "images", "--on", "x")).isEmpty();
        program = (out, errors, words) -> 0;
        assertThat(ask("world", "images", "--on", "x")).contains("");
    }

    @Test
    void nobodyWaitsForAnother() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        program = (out, errors, words) -> {
            begun.countDown();
            try {
                return goOn.await(30, TimeUnit.SECONDS) ? 0 : 1;
            } catch (InterruptedException e) {
                return 1;
            }
        };
        standBy(WHERE, Duration.ofMinutes(1));
        var first = java.util.concurrent.CompletableFuture.supplyAsync(() -> ask("world", "images", "--on", "x"));
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(ask("world", "images", "--on", "x")).isEmpty();
        goOn.countDown();
        assertThat(first.get(30, TimeUnit.SECONDS)).isPresent();
    }

    @Test
    void itEndsWhenNobodyCallsAndWhenNothingIsKept() throws Exception {
        standBy(WHERE, Duration.ofMillis(200));
        assertThat(serving.join(Duration.ofSeconds(30))).isTrue();
        assertThat(socket).doesNotExist();
        standBy(WHERE, Duration.ofMinutes(1));
        Files.delete(kept);
        assertThat(ask("world", "images", "--on", "x")).isEmpty();
        assertThat(serving.join(Duration.ofSeconds(30))).isTrue();
        assertThat(socket).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 500})
    void whoSendsNonsenseDisturbsNobody(int length) throws Exception {
        standBy(WHERE, Duration.ofMinutes(1));
        try (SocketChannel silent = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                SocketChannel nonsense = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            byte[] bytes = new byte[length];
            java.util.Arrays.fill(bytes, (byte) 0xff);
            nonsense.write(ByteBuffer.wrap(bytes));
            nonsense.shutdownOutput();
            assertThat(ask("world", "images", "--on", "x")).isPresent();
            assertThat(silent.isOpen()).isTrue();
        }
    }

    @Test
    void inAFolderOfOthersNobodyIsAsked() throws Exception {
        standBy(WHERE, Duration.ofMinutes(1));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(ask("world", "images", "--on", "x")).isEmpty();
    }

    /** As of one that was stopped, ended half-way, or is no standby at all. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "\1", "\1\1", "\1\1\0\0\0\7abc", "\1\1\177\177\177\177abc"})
    void whoeverListensThere(String says) throws Exception {
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Thread.ofVirtual().start(() -> {
                try (SocketChannel caller = server.accept()) {
                    Call.read(new java.io.DataInputStream(Channels.newInputStream(caller)));
                    DataOutputStream to = new DataOutputStream(Channels.newOutputStream(caller));
                    to.write(says.getBytes(StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            assertThat(ask("world", "images", "--on", "x")).isEmpty();
        }
    }

    @Test
    void oneThatDoesNotAnswerIsNotWaitedFor() throws Exception {
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket)); // as of a process that is stopped
            assertThat(ask("world", "images", "--on", "x")).isEmpty();
        }
    }

    @Test
    void whatIsLookedAtMakesAnotherWorld() {
        String world = World.of(Map.of("HOME", "/h", "LANG", "de_DE.UTF-8", "SSH_TTY", "/dev/pts/1"));
        assertThat(World.of(Map.of("HOME", "/h", "LANG", "de_DE.UTF-8", "SHLVL", "3", "SSH_TTY", "/dev/pts/2")))
                .isEqualTo(world);
        assertThat(World.of(Map.of("HOME", "/h", "LANG", "C.UTF-8"))).isNotEqualTo(world);
        assertThat(World.of(Map.of("HOME", "/h", "LANG", "de_DE.UTF-8", "SSH_AUTH_SOCK", "/a")))
                .isNotEqualTo(world);
    }
}
