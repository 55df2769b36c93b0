package org.maxdock.host.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Who gets through the port before a display: the display here is a socket that takes anybody. */
@Timeout(60)
class LocalDisplayTest {

    private static final String MIT = "MIT-MAGIC-COOKIE-1";

    private final List<String> came = new CopyOnWriteArrayList<>();
    private final List<Trouble> alarms = new CopyOnWriteArrayList<>();
    private ServerSocketChannel server;
    private LocalDisplay display;

    @TempDir
    Path folder;

    @BeforeEach
    void serve() throws Exception {
        Path path = folder.resolve("org.xquartz:0"); // as XQuartz names it
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path));
        Thread.ofVirtual().start(this::accept);
        display = new LocalDisplay(path.toString(), alarms::add);
    }

    @AfterEach
    void stop() throws IOException {
        display.close();
        server.close();
    }

    private void accept() {
        while (server.isOpen()) {
            try (SocketChannel client = server.accept()) {
                byte[] all = Channels.newInputStream(client).readAllBytes();
                came.add(HexFormat.of().formatHex(all));
                client.write(ByteBuffer.wrap("shown".getBytes(StandardCharsets.US_ASCII)));
            } catch (IOException e) {
                System.getLogger("display").log(System.Logger.Level.DEBUG, "ended", e);
            }
        }
    }

    private static byte[] setup(char order, String protocol, byte[] key, String more) {
        ByteBuffer head = ByteBuffer.allocate(12).order(order == 'B' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        head.put(0, (byte) order).putShort(2, (short) 11);
        head.putShort(6, (short) protocol.length()).putShort(8, (short) key.length);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.array());
        all.writeBytes(protocol.getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(new byte[-protocol.length() & 3]);
        all.writeBytes(key);
        all.writeBytes(new byte[-key.length & 3]);
        all.writeBytes(more.getBytes(StandardCharsets.US_ASCII));
        return all.toByteArray();
    }

    private static String send(int port, byte[] bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {'B', 'l'})
    void aProgramWithTheKeyGetsThroughAndThePortsKeyStaysHere(char order) throws Exception {
        LocalDisplay.Way way = display.way();
        byte[] key = HexFormat.of().parseHex(way.key());
        assertThat(send(way.port(), setup(order, MIT, key, "draw"))).isEqualTo("shown");
        assertThat(came).hasSize(1);
        assertThat(came.getFirst())
                .doesNotContain(way.key())
                .isEqualTo(HexFormat.of().formatHex(setup(order, "", new byte[0], "draw")));
        assertThat(display.way()).isEqualTo(way);
        assertThat(way.toString()).doesNotContain(way.key());
        assertThat(alarms).isEmpty();
    }

    @Test
    void theDisplaysOwnKeyTakesThePortsPlace() throws Exception {
        byte[] wanted = new byte[16];
        byte[] real = HexFormat.of().parseHex("00112233445566778899aabbccddeeff");
        try (var tunnel = new org.maxdock.host.Tunnel(
                () -> new LocalHost()
                        .connectUnix(folder.resolve("org.xquartz:0").toString()),
                new DisplayGate(wanted, java.util.Optional.of(real)),
                who -> {})) {
            assertThat(send(tunnel.localPort(), setup('l', MIT, wanted, "x"))).isEqualTo("shown");
        }
        assertThat(came).containsExactly(HexFormat.of().formatHex(setup('l', MIT, real, "x")));
    }

    @Test
    void whoHasNotTheKeyReachesNothing() throws Exception {
        LocalDisplay.Way way = display.way();
        byte[] key = HexFormat.of().parseHex(way.key());
        byte[] almost = key.clone();
        almost[15] ^= 1;
        for (byte[] sent : List.of(
                new byte[0],
                new byte[12],
                setup('l', "", new byte[0], ""),
                setup('l', MIT, almost, ""),
                setup('l', MIT, new byte[16], ""),
                setup('B', "XDM-AUTHORIZATION-1", key, ""),
                setup('x', MIT, key, ""),
                "GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII))) {
            assertThat(send(way.port(), sent)).isEmpty();
        }
        assertThat(came).isEmpty();
        assertThat(alarms).isNotEmpty().allMatch(t -> t.kind() == TroubleKind.DISPLAY_ASKED);
    }

    /** By /dev/tcp, under an id that nobody has. */
    @Test
    void anotherUserOfTheMachineReachesNothing() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "to become another user");
        int port = display.way().port();
        String hello = "\\x6c\\0\\x0b\\0\\0\\0\\0\\0\\0\\0\\0\\0"; // the set-up of a program without a key
        Process other = new ProcessBuilder(
                        "setpriv",
                        "--reuid=54321",
                        "--regid=54321",
                        "--clear-groups",
                        "bash",
                        "-c",
                        "exec 3<>/dev/tcp/127.0.0.1/" + port + "; printf '" + hello + "' >&3; head -c 5 <&3; id -u")
                .redirectErrorStream(true)
                .start();
        assertThat(new String(other.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                .isEqualTo("54321\n");
        assertThat(came).isEmpty();
        assertThat(alarms).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(TroubleKind.DISPLAY_ASKED);
            assertThat(new Texts(Locale.ENGLISH).what(alarm)).startsWith("uid 54321 asked ");
        });
    }

    @ParameterizedTest
    @CsvSource({
        ":0, AtSocket[path=/tmp/.X11-unix/X0]",
        ":77.0, AtSocket[path=/tmp/.X11-unix/X77]",
        "unix:3, AtSocket[path=/tmp/.X11-unix/X3]",
        "node/unix:3.1, AtSocket[path=/tmp/.X11-unix/X3]",
        "/private/tmp/launchd.x/org.xquartz:0, 'AtSocket[path=/private/tmp/launchd.x/org.xquartz:0]'",
        "localhost:10.0, 'AtPort[machine=localhost, port=6010]'",
        "max-fs-display001:12, 'AtPort[machine=max-fs-display001, port=6012]'"
    })
    void namesOfDisplaysAreReadAsXReadsThem(String name, String where) {
        assertThat(DisplayName.read(name)).hasToString("Optional[" + where + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", ":", ":99999", "a b:0", ":0;id", "host"})
    void whatNamesNoDisplayIsTold(String name) {
        assertThat(catchThrowableOfType(Trouble.class, () -> new LocalDisplay(name, alarms::add).way())
                        .key())
                .isEqualTo("no-display");
    }
}
