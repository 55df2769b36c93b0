package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.local.LocalHost;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.testfx.util.WaitForAsyncUtils;

/** What a browser, another program and another page get of an opened application; the server is a real one. */
@Timeout(60)
class OpenApplicationTest {

    private static final String TOKEN = "t0ken-of-the-user";

    private final List<String> alarms = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private OpenApplication application;

    @TempDir
    Path folder;

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        application = open(TOKEN, server.getAddress().getPort());
    }

    private OpenApplication open(String token, int port) throws Trouble {
        return new OpenApplication(
                () -> new LocalHost().connectTcp("127.0.0.1", port),
                new ServedPort("node", port, token),
                t -> alarms.add(t.key()),
                folder.resolve("links"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Host") + " "
                + exchange.getRequestHeaders().getFirst("Origin") + " " + body.length);
        byte[] page = "welcome".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    @AfterEach
    void stop() {
        application.close();
        server.stop(0);
    }

    private static HttpResponse<String> get(String address) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void theBrowserIsLedOnByAFileThatIsItsUsersAloneAndOnlyOnce() throws Exception {
        String file = application.link();
        assertThat(file).startsWith("file:///").doesNotContain(TOKEN);
        Path page = Path.of(URI.create(file));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page.getParent())))
                .isEqualTo("rwx------");
        assertThat(Files.readString(page)).doesNotContain(TOKEN);
        String link = LinkFile.leadsTo(file);
        HttpResponse<String> led = get(link);
        assertThat(led.body()).isEqualTo("welcome");
        assertThat(led.uri().getQuery()).isEqualTo("token=" + TOKEN);
        assertThat(page).doesNotExist();
        assertThat(alarms).isEmpty();
        assertThat(get(link).statusCode()).isEqualTo(410);
        assertThat(alarms).containsExactly(TroubleKind.LINK_ASKED_TWICE.key());
        application.link();
        application.close();
        try (var left = Files.list(page.getParent())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void jupyterIsAskedAsLocalhostAndOthersByTheirOwnName() throws Exception {
        String base = application.address().replaceFirst("/\\?.*", "");
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int length : List.of(0, 7, 100_000)) {
                var request = HttpRequest.newBuilder(URI.create(base + "/api"))
                        .header("Origin", base)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[length]))
                        .build();
                assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(200);
            }
            var chunks = HttpRequest.newBuilder(URI.create(base + "/chunks"))
                    .PUT(HttpRequest.BodyPublishers.ofInputStream(
                            () -> new java.io.ByteArrayInputStream(new byte[50_000])))
                    .build();
            assertThat(client.send(chunks, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
        int port = URI.create(base).getPort();
        String as = "localhost:" + port + " http://localhost:" + port;
        assertThat(asked)
                .containsExactly(
                        "POST /api " + as + " 0",
                        "POST /api " + as + " 7",
                        "POST /api " + as + " 100000",
                        "PUT /chunks localhost:" + port + " null 50000");
        try (OpenApplication plain = open("", server.getAddress().getPort())) {
            assertThat(get(plain.address()).body()).isEqualTo("welcome");
            assertThat(asked.getLast()).contains(URI.create(plain.address()).getAuthority());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, , 403, true",
        "127.0.0.1, null, 403, true",
        "localhost, , 403, true",
        "evil.example.org, , 403, true",
        "evil.example.org, null, 403, true",
        "OWN.evil.org, , 403, true",
        "OWN., , 403, true",
        "evil@OWN, , 403, true",
        "[::1], , 403, true",
        "OWN, http://evil.example.org, 403, true",
        "OWN, null, 403, false", // a page of its own in a sandbox, for nobody else knows that name
        "OWN, http://127.0.0.1:PORT, 403, true",
        "OWN, http://OWN:PORT, 200, false",
        "OWN, , 200, false",
    })
    void onlyItsOwnPagesGetThroughAndStrangersAreTold(String host, String origin, int status, boolean isStranger)
            throws Exception {
        URI own = URI.create(application.address());
        String said =
                raw(request(own, "Host: " + host + ":PORT\r\n" + (origin == null ? "" : "Origin: " + origin + "\r\n")));
        assertThat(said).startsWith("HTTP/1.1 " + status);
        assertThat(said.contains("Open it from MaxDock")).isEqualTo(status == 403);
        assertThat(asked).hasSize(status == 200 ? 1 : 0);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> alarms.size() == (isStranger ? 1 : 0));
        raw(request(own, "Host: localhost:PORT\r\n"));
        raw(request(own, "Host: localhost:PORT\r\n"));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !alarms.isEmpty());
        assertThat(alarms).as("of each account, once").containsExactly(TroubleKind.APPLICATION_ASKED.key());
    }

    /** RFC 9110, 12.5.4: as browsers of either language ask, and what is no list of languages. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "none;Open it from MaxDock",
                "de;ffnen Sie sie in MaxDock",
                "de-DE,de;q=0.9,en;q=0.8;ffnen Sie sie in MaxDock",
                "fr-CH, fr;q=0.9, de;q=0.8, *;q=0.5;ffnen Sie sie in MaxDock",
                "en-US,en;q=0.5;Open it from MaxDock",
                "ja;Open it from MaxDock",
                "*;Open it from MaxDock",
                "d?;;q=,;Open it from MaxDock",
            })
    void strangersAreToldInTheLanguageOfTheirBrowser(String row) throws Exception {
        String languages = row.substring(0, row.lastIndexOf(';'));
        String said = raw(request(
                URI.create(application.address()),
                "Host: elsewhere\r\n" + (languages.equals("none") ? "" : "Accept-Language: " + languages + "\r\n")));
        assertThat(said).startsWith("HTTP/1.1 403").contains(row.substring(row.lastIndexOf(';') + 1));
    }

    private static String request(URI own, String fields) {
        return ("GET /api HTTP/1.1\r\n" + fields + "Connection: close\r\n\r\n")
                .replace("OWN", own.getHost())
                .replace("PORT", String.valueOf(own.getPort()));
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(),
                URI.create(application.address()).getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput(); // who has nothing more to say still gets the answer
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** None of them may reach the application: what two servers read differently is no request. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET http://OWN:PORT/ HTTP/1.1\r\nHost: OWN:PORT\r\n\r\n",
                "CONNECT OWN:PORT HTTP/1.1\r\nHost: OWN:PORT\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: OWN:PORT\r\nHost: evil\r\n\r\n",
                "GET / HTTP/1.1\nHost: OWN:PORT\n\n",
                "GET / HTTP/1.1\r\nHost: OWN:PORT\r\n folded\r\n\r\n",
                "GET / HTTP/1.1\r\nHost : OWN:PORT\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: OWN:PORT\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "POST / HTTP/1.1\r\nHost: OWN:PORT\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: OWN:PORT\r\nContent-Length: -1\r\n\r\n",
                "\u0000\u0001\u0002",
                "\u0016\u0003\u0001\u0002\u0000"
            })
    void whatIsNoPlainRequestReachesNothing(String request) throws Exception {
        URI own = URI.create(application.address());
        String sent = request.replace("OWN", own.getHost()).replace("PORT", String.valueOf(own.getPort()));
        assertThat(raw(sent)).doesNotContain("welcome");
        assertThat(asked).isEmpty();
    }

    @Test
    void aSecondRequestOnTheSameConnectionIsLookedAtToo() throws Exception {
        URI own = URI.create(application.address());
        String good = "GET /one HTTP/1.1\r\nHost: OWN:PORT\r\n\r\n";
        String bad = "GET /two HTTP/1.1\r\nHost: evil\r\n\r\n";
        String sent = (good + bad).replace("OWN", own.getHost()).replace("PORT", String.valueOf(own.getPort()));
        raw(sent);
        assertThat(asked).allMatch(a -> a.startsWith("GET /one"));
    }

    @Test
    void anotherProtocolOnTheConnectionFlowsBothWaysAndEndsWithTheTab() throws Exception {
        try (ServerSocket echo = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CountDownLatch ended = new CountDownLatch(1);
            Thread.ofVirtual().start(() -> echo(echo, ended));
            OpenApplication sockets = open(TOKEN, echo.getLocalPort());
            URI own = URI.create(sockets.address());
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), own.getPort())) {
                socket.setSoTimeout(10_000);
                String upgrade = "GET /socket HTTP/1.1\r\nHost: " + own.getAuthority()
                        + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
                socket.getOutputStream().write(upgrade.getBytes(StandardCharsets.ISO_8859_1));
                assertThat(until(socket.getInputStream(), "\r\n\r\n")).contains("upgrade: websocket");
                for (String piece : List.of("one", "\u0000\u0001two", "three")) {
                    socket.getOutputStream().write((piece + ";").getBytes(StandardCharsets.ISO_8859_1));
                    assertThat(until(socket.getInputStream(), ";")).isEqualTo(piece + ";");
                }
                sockets.close();
                assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
                assertThat(ends(socket)).isTrue();
            }
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !listens(own.getPort()));
        }
    }

    private static boolean ends(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static void echo(ServerSocket server, CountDownLatch ended) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException e) {
            System.getLogger("echo").log(System.Logger.Level.DEBUG, "ended", e);
        }
        ended.countDown();
    }

    private static String until(InputStream in, String end) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (!all.toString(StandardCharsets.ISO_8859_1).endsWith(end)) {
            int b = in.read();
            if (b < 0) {
                return "ended after " + all;
            }
            all.write(b);
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }
}
