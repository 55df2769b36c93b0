package org.maxdock.host.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.ByteStream;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Command;
import org.maxdock.host.FileEntry;
import org.maxdock.host.Host;
import org.maxdock.host.HostFiles;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.host.Terminal;
import org.maxdock.text.Trouble;

@Timeout(30)
class LocalHostTest {

    @TempDir
    Path folder;

    private final Host host = new LocalHost();

    @Test
    void aCommandGetsItsInputAndGivesItsOutputErrorsAndStatus() throws Exception {
        Output output = host.run(
                Command.script("tr a-z A-Z; echo no >&2; exit 7").withInput("abc".getBytes(StandardCharsets.UTF_8)));
        assertThat(output.text()).isEqualTo("ABC");
        assertThat(output.lastError()).isEqualTo("no");
        assertThat(output.status()).isEqualTo(7);
    }

    @Test
    void muchOutputOnBothStreamsDoesNotStandStill() throws Exception {
        Output output = host.run(Command.script("head -c 3000000 /dev/zero; head -c 3000000 /dev/zero >&2"));
        assertThat(output.bytes()).hasSize(3_000_000);
        assertThat(output.errorBytes()).hasSize(3_000_000);
    }

    @Test
    void cancellingEndsTheCommandAndItsChildren() throws Exception {
        Path pid = folder.resolve("pid");
        try (Running running = host.start(Command.script("sleep 300 & echo $! > \"$1\"; wait", pid.toString()))) {
            await(() -> size(pid) > 0);
        }
        long child = Long.parseLong(Files.readString(pid).strip());
        await(() -> ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
        assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void aLifelineEndsTheCommandWhenItsInputCloses() throws Exception {
        Running running =
                host.start(Command.script("echo started; sleep 300; echo never").withLifeline());
        InputStream output = running.output();
        assertThat(output.readNBytes(8)).asString().isEqualTo("started\n");
        running.input().close();
        assertThat(running.await()).isNotZero();
        assertThat(output.readAllBytes()).isEmpty();
    }

    @Test
    void aLifelineKeepsTheStatusAndSaysNothingOfItsOwn() throws Exception {
        try (Running running = host.start(Command.script("echo out; exit 5").withLifeline())) {
            Output output = CancellableOutput.collect(running);
            assertThat(output.status()).isEqualTo(5);
            assertThat(output.text()).isEqualTo("out\n");
            assertThat(output.errors()).isEmpty();
        }
    }

    /** As a salloc does at times, which waits for itself for ever when its job and its command end at once. */
    @Test
    void whatALifelinesCommandLeavesBehindIsEndedThoughItHearsNothing() throws Exception {
        try (Running running = host.start(
                Command.script("(trap '' TERM HUP; exec sleep 303) </dev/null >/dev/null 2>&1 & echo $!; kill -STOP $!")
                        .withLifeline())) {
            long left = Long.parseLong(CancellableOutput.collect(running).text().strip());
            ProcessHandle process = ProcessHandle.of(left).orElseThrow();
            process.onExit().get(20, TimeUnit.SECONDS);
            assertThat(process.isAlive()).isFalse();
        }
    }

    @Test
    void aTerminalIsOneAndTellsItsSize() throws Exception {
        try (Terminal terminal = host.openTerminal(Command.script("test -t 0 && stty size"), 101, 33)) {
            assertThat(readToEnd(terminal.output())).contains("33 101");
            assertThat(terminal.await()).isZero();
        }
    }

    /** A pseudo terminal ends with an error instead of an end when its last process does. */
    private static String readToEnd(InputStream in) {
        StringBuilder text = new StringBuilder();
        try {
            for (int b; (b = in.read()) >= 0; ) {
                text.append((char) b);
            }
        } catch (IOException end) {
            assertThat(text).isNotEmpty();
        }
        return text.toString();
    }

    @Test
    void aStreamReachesAUnixSocketBothWaysAtOnce() throws Exception {
        Path path = folder.resolve("s");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path));
            Thread.ofVirtual().start(() -> echo(server));
            try (ByteStream stream = host.connectUnix(path.toString())) {
                stream.output().write("hello".getBytes(StandardCharsets.US_ASCII));
                assertThat(stream.input().readNBytes(5)).asString().isEqualTo("hello");
            }
        }
    }

    private static void echo(ServerSocketChannel server) {
        try (SocketChannel client = server.accept()) {
            ByteBuffer buffer = ByteBuffer.allocate(64);
            while (client.read(buffer) >= 0) {
                client.write(buffer.flip());
                buffer.clear();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aMissingSocketIsToldAsAMissingEngine() {
        assertThatThrownBy(() -> host.connectUnix("/nowhere/docker.sock"))
                .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.key()).isEqualTo("no-engine"));
    }

    @Test
    void filesAreWrittenWholeAndReadBack() throws Exception {
        HostFiles files = new HostFiles(host);
        String path = folder.resolve("it's a 'file'\n.bin").toString();
        byte[] bytes = {0, 1, 2, (byte) 0xff, '\n'};
        files.write(path, bytes);
        assertThat(files.read(path)).isEqualTo(bytes);
        try (var all = Files.list(folder)) {
            assertThat(all).containsExactly(Path.of(path));
        }
        assertThatThrownBy(() -> files.write(folder.resolve("no/such/folder/x").toString(), bytes))
                .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.key()).isEqualTo("file-unwritable"));
    }

    @Test
    void aFolderOfManyIsReadInParts() throws Exception {
        HostFiles files = new HostFiles(host);
        Path many = Files.createDirectory(folder.resolve("many"));
        for (int i = 0; i < 2500; i++) {
            Files.createDirectory(many.resolve("d%05d".formatted(i)));
        }
        Files.createFile(many.resolve("a file"));
        Files.createSymbolicLink(many.resolve("a link"), folder);
        HostFiles.Page first = files.folders(many.toString(), 0, 1000);
        assertThat(first.folders())
                .hasSize(1000)
                .first()
                .extracting(FileEntry::name)
                .isEqualTo("a link");
        assertThat(first.more()).isEqualTo(1501);
        HostFiles.Page last = files.folders(many.toString(), 2000, 1000);
        assertThat(last.folders())
                .hasSize(501)
                .last()
                .extracting(FileEntry::name)
                .isEqualTo("d02499");
        assertThat(last.more()).isZero();
        assertThat(files.folders(many.resolve("d00000").toString(), 0, 10).folders())
                .isEmpty();
        assertThatThrownBy(() -> files.folders("/none", 0, 10))
                .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.key()).isEqualTo("folder-unreadable"));
        assertThat(files.places(java.util.List.of("/", "/none")))
                .singleElement()
                .satisfies(p -> assertThat(p.free()).isPositive());
        assertThat(files.readableFolders(java.util.List.of(many + "/d0249*", "/none/*"), 5))
                .hasSize(5);
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static void await(BooleanSupplier condition) {
        try {
            org.testfx.util.WaitForAsyncUtils.waitFor(
                    Duration.ofSeconds(10).toMillis(),
                    java.util.concurrent.TimeUnit.MILLISECONDS,
                    condition::getAsBoolean);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("did not come true", e);
        }
    }
}
