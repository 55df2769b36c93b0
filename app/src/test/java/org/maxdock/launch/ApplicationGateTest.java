package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.local.LocalHost;
import org.maxdock.lab.Lab;
import org.testfx.util.WaitForAsyncUtils;

/** Who may ask an opened application: whoever asks by its own name, for its own pages, and is no other user. */
@Timeout(120)
class ApplicationGateTest {

    private static final List<String> OF_OWN_PAGES = List.of("", "same-origin", "none");
    private static final int READ_MS = 10_000;

    private final List<String> alarms = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private OpenApplication application;
    private URI own;

    @BeforeEach
    void serve(@TempDir Path folder) throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        int port = server.getAddress().getPort();
        application = new OpenApplication(
                () -> new LocalHost().connectTcp("127.0.0.1", port),
                new ServedPort("node", port, "t0ken-of-the-user"),
                trouble -> alarms.add(trouble.key()),
                folder);
        own = URI.create(application.address());
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod());
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    @AfterEach
    void stop() {
        application.close();
        server.stop(0);
    }

    private String request(String method, String fields) {
        return (method + " /api HTTP/1.1\r\n" + fields + "Connection: close\r\n\r\n")
                .replace("OWN", own.getHost())
                .replace("PORT", String.valueOf(own.getPort()));
    }

    private String ask(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), own.getPort())) {
            return ask(socket, request);
        }
    }

    private static String ask(Socket socket, String request) throws IOException {
        socket.setSoTimeout(READ_MS);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Each method, with each origin, name and site that a browser or a program may tell. */
    @Test
    void whateverIsAskedIsAskedByItsOwnNameAndPages() throws Exception {
        List<List<String>> origins = List.of(
                List.of(),
                List.of("http://OWN:PORT"),
                List.of("http://OWN"),
                List.of("https://OWN:PORT"),
                List.of("http://evil.example.org"),
                List.of(""),
                List.of("http://OWN:PORT", "http://OWN:PORT"),
                List.of("http://OWN:PORT", "http://evil.example.org"));
        for (String method : List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")) {
            for (List<String> origin : origins) {
                for (String site : List.of("", "same-origin", "none", "same-site", "cross-site")) {
                    boolean own = origin.isEmpty() ? OF_OWN_PAGES.contains(site) : origin.equals(origins.get(1));
                    assertAnswers(own ? 204 : 403, method, "OWN:PORT", origin, site);
                }
            }
            for (String host : List.of("OWN", "localhost:PORT", "")) {
                assertAnswers(403, method, host, List.of(), "same-origin");
                assertAnswers(403, method, host, origins.get(1), "");
            }
        }
    }

    private void assertAnswers(int status, String method, String host, List<String> origin, String site)
            throws IOException {
        String fields = field("Host", host)
                + String.join(
                        "", origin.stream().map(o -> "Origin: " + o + "\r\n").toList())
                + field("Sec-Fetch-Site", site);
        asked.clear();
        assertThat(ask(request(method, fields))).as(method + " " + fields).startsWith("HTTP/1.1 " + status);
        assertThat(asked).hasSize(status == 204 ? 1 : 0);
    }

    private static String field(String name, String value) {
        return value.isEmpty() ? "" : name + ": " + value + "\r\n";
    }

    /** A page that has learnt the name, from the Referer of what it showed in one of the application's. */
    @ParameterizedTest
    @CsvSource({
        "GET, cross-site, navigate, document, , 204", // the file that leads the browser on is of elsewhere, too
        "GET, cross-site, navigate, document, https://evil.example.org/, 204",
        "GET, cross-site, navigate, iframe, https://evil.example.org/, 403",
        "GET, cross-site, no-cors, image, https://evil.example.org/, 403",
        "GET, cross-site, no-cors, script, , 403",
        "GET, same-site, no-cors, image, http://OWN:1/, 403", // another port of the same name
        "GET, cross-site, no-cors, image, http://OWN:PORT.evil.example.org/, 403",
        "GET, cross-site, no-cors, image, http://OWN:PORT/, 204", // a page of its own in a sandbox
        "HEAD, cross-site, navigate, document, , 403",
        "POST, cross-site, navigate, document, , 403",
        "GET, same-origin, no-cors, image, http://OWN:PORT/, 204",
        "GET, none, navigate, document, , 204",
    })
    void apartFromBeingOpenedNothingIsAskedForAnotherPage(
            String method, String site, String mode, String kind, String referer, int status) throws Exception {
        String fields = "Host: OWN:PORT\r\nSec-Fetch-Site: " + site + "\r\nSec-Fetch-Mode: " + mode
                + "\r\nSec-Fetch-Dest: " + kind + "\r\n"
                + field("Referer", referer == null ? "" : referer);
        assertThat(ask(request(method, fields))).startsWith("HTTP/1.1 " + status);
        assertThat(asked).hasSize(status == 204 ? 1 : 0);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> alarms.size() == (status == 204 ? 0 : 1));
    }

    /**
     * From another address of this machine, at a port that the user's own browser has at the usual one; and though they
     * know all that the browser knows.
     */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2"})
    void anotherUserOfTheMachineReachesNothing(String from) throws Exception {
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "needs root to be another user");
        String request = request("GET", "Host: OWN:PORT\r\n");
        try (Socket mine = new Socket(InetAddress.getLoopbackAddress(), own.getPort())) {
            String port = from.equals("127.0.0.1") ? "0" : String.valueOf(mine.getLocalPort());
            Lab.Said said = Lab.run(List.of(
                    "setpriv",
                    "--reuid=54321",
                    "--regid=54321",
                    "--clear-groups",
                    "perl",
                    "-MSocket",
                    "-e",
                    ASKS,
                    from,
                    port,
                    String.valueOf(own.getPort()),
                    request));
            assertThat(said.err()).isEmpty();
            assertThat(said.out()).isEqualTo("asked\n");
            assertThat(asked).isEmpty();
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !alarms.isEmpty());
            assertThat(ask(mine, request)).startsWith("HTTP/1.1 204");
        }
    }

    private static final String ASKS = """
            my ($from, $port, $to, $request) = @ARGV;
            socket(my $s, PF_INET, SOCK_STREAM, 0) or die $!;
            bind($s, sockaddr_in($port, inet_aton($from))) or die $!;
            connect($s, sockaddr_in($to, inet_aton("127.0.0.1"))) or die $!;
            $SIG{PIPE} = "IGNORE";
            syswrite($s, $request);
            my ($said, $piece) = ("", "");
            $said .= $piece while sysread($s, $piece, 1000);
            print "asked$said\n";
            """;
}
