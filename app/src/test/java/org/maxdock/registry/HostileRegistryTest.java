package org.maxdock.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.Output;
import org.maxdock.host.local.LocalHost;
import org.maxdock.text.Trouble;
import org.testfx.util.WaitForAsyncUtils;

/** A registry that means ill, and another server that hopes for what is not its own; the real curl asks them. */
@Timeout(120)
class HostileRegistryTest {

    private static final String SECRET =
            Base64.getEncoder().encodeToString("user:secret".getBytes(StandardCharsets.UTF_8));

    /** What the tests' HOME is for: docker's own file is where docker looks for it. */
    private final Path config = Path.of(System.getenv("HOME"), ".docker", "config.json");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> stranger = new CopyOnWriteArrayList<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private HttpServer server;
    private HttpServer other;
    private String registry;
    private String elsewhere;
    private String challenge = "Basic realm=\"r\"";
    private String link = "";
    private int sent = 200;
    private String body = "{\"tags\":[]}";

    @BeforeEach
    void serve() throws Exception {
        server = serve(asked, this::answer);
        other = serve(stranger, e -> say(e, 200, "{\"token\":\"t0k\",\"tags\":[\"stolen\"]}"));
        registry = "localhost:" + server.getAddress().getPort();
        elsewhere = "127.0.0.1:" + other.getAddress().getPort();
        assertThat(config.getParent())
                .as("not the developer's own")
                .hasParentRaw(Path.of("target").toAbsolutePath());
        Files.createDirectories(config.getParent());
        Files.writeString(config, "{\"auths\":{\"" + registry + "\":{\"auth\":\"" + SECRET + "\"}}}");
    }

    private interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    private static HttpServer serve(List<String> log, Reply reply) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", e -> {
            log.add(e.getRequestMethod() + " " + e.getRequestURI() + " "
                    + Optional.ofNullable(e.getRequestHeaders().getFirst("Authorization"))
                            .orElse("nobody"));
            reply.to(e);
        });
        server.start();
        return server;
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/hang")) {
            hang(exchange);
        } else if (exchange.getRequestURI().getPath().equals("/drip")) {
            drip(exchange);
        } else if (exchange.getRequestHeaders().getFirst("Authorization") == null && !challenge.isEmpty()) {
            exchange.getResponseHeaders().add("WWW-Authenticate", challenge);
            say(exchange, 401, "{}");
        } else {
            if (!link.isEmpty()) {
                exchange.getResponseHeaders().add("Link", link);
            }
            if (sent != 200) {
                exchange.getResponseHeaders().add("Location", "http://" + elsewhere + "/v2/a/tags/list");
            }
            say(exchange, sent, body);
        }
    }

    private void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try {
            while (!done.await(200, TimeUnit.MILLISECONDS)) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hang(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @AfterEach
    void stop() throws IOException {
        done.countDown();
        server.stop(0);
        other.stop(0);
        Files.deleteIfExists(config);
    }

    private RegistryApi api() {
        return new RegistryApi(new LocalHost(), registry, true);
    }

    private static String keyOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Trouble.class, call).key();
    }

    @Test
    void theRegistryItselfIsShownItsAccount() throws Exception {
        assertThat(api().pages("/v2/a/tags/list")).hasSize(1);
        assertThat(asked).containsExactly("GET /v2/a/tags/list nobody", "GET /v2/a/tags/list Basic " + SECRET);
    }

    /** Each of these was once asked, or asked with the account. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<http://ELSEWHERE/v2/a/tags/list>; rel=\"next\"",
                "<//ELSEWHERE/v2/a/tags/list>; rel=\"next\"",
                "<@ELSEWHERE/v2/>; rel=\"next\"",
                "<http://REGISTRY@ELSEWHERE/>; rel=\"next\"",
                "<file:///etc/passwd>; rel=\"next\"",
                "<\\\\\\\\ELSEWHERE/x>; rel=\"next\"",
                "<http://[>; rel=\"next\""
            })
    void aLinkToAnotherHostIsNotFollowed(String said) throws Exception {
        link = said.replace("ELSEWHERE", elsewhere).replace("REGISTRY", registry);
        assertThat(api().pages("/v2/a/tags/list")).hasSize(1);
        assertThat(stranger).isEmpty();
    }

    @Test
    void whoGivesTokensElsewhereIsAskedAsAnybodyWould() throws Exception {
        challenge = "Bearer realm=\"http://" + elsewhere + "/token\",service=\"s\",scope=\"x\"";
        api().pages("/v2/a/tags/list");
        assertThat(stranger).containsExactly("GET /token?service=s&scope=x nobody");
        assertThat(asked).last().isEqualTo("GET /v2/a/tags/list Bearer t0k");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://ELSEWHERE/",
                "http://user@ELSEWHERE/token",
                "",
                "https://",
                "http://ELSEWHERE/[1-100000000]",
                "http://ELSEWHERE/{a,b,c}",
                "http://ELSEWHERE/ a"
            })
    void aRealmThatIsNoPlainAddressIsNotAsked(String realm) {
        challenge = "Bearer realm=\"" + realm.replace("ELSEWHERE", elsewhere) + "\"";
        assertThat(keyOf(() -> api().pages("/v2/a/tags/list"))).isEqualTo("registry-failed");
        assertThat(stranger).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void whoIsSentElsewhereIsToldAndDoesNotGo(int status) {
        sent = status;
        assertThat(keyOf(() -> api().pages("/v2/a/tags/list"))).isEqualTo("registry-failed");
        assertThat(stranger).isEmpty();
        assertThat(asked).hasSize(2);
    }

    /** Less than was promised, or more, or drop by drop: there is a trouble, and soon. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"tags\":[]}",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{\"tags\":[]}",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n{\"tags\":[]}",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n{\"tags\":[]}",
                "HTTP/1.1 999999 OK\r\n\r\n{}",
                "SSH-2.0-OpenSSH_9.6\r\n",
                "\0\0\0"
            })
    void whatIsNoWholeAnswerIsTold(String answer) throws Exception {
        try (ServerSocket liar = new ServerSocket(0, 20, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> lie(liar, answer));
            RegistryApi api = new RegistryApi(new LocalHost(), "localhost:" + liar.getLocalPort(), true);
            assertThat(keyOf(() -> api.pages("/v2/a/tags/list"))).isEqualTo("registry-failed");
        }
    }

    private static void lie(ServerSocket liar, String answer) {
        while (!liar.isClosed()) {
            try (Socket client = liar.accept()) {
                client.getInputStream().read();
                client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                System.getLogger("liar").log(System.Logger.Level.DEBUG, "gone", e);
            }
        }
    }

    @Test
    void dropByDropIsNoAnswer() throws Exception {
        String url = "http://" + registry + "/drip";
        long begun = System.nanoTime();
        Output said =
                new HostCurl(new LocalHost(), registry, CertificatePlaces.DOCKERS).ask(url, "", Duration.ofSeconds(2));
        assertThat(said.status()).isEqualTo(28); // curl(1): the time is over
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void pagesWithoutAnEndEnd() throws Exception {
        link = "</v2/a/tags/list?again>; rel=\"next\"";
        assertThat(api().pages("/v2/a/tags/list")).hasSize(50);
    }

    @Test
    void anAnswerWithoutAnEndEnds() {
        body = "[" + "1,".repeat(HostCurl.MOST) + "1]";
        assertThat(keyOf(() -> api().pages("/v2/a/tags/list"))).isEqualTo("registry-failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[[[", "{\"a\":1,\"a\":2}", "{} {}", "<html>", ""})
    void whatIsNoJsonIsTold(String said) {
        body = said.equals("[[[[") ? "[".repeat(100_000) : said;
        String key = said.isEmpty() ? "" : keyOf(() -> api().pages("/v2/a/tags/list"));
        assertThat(key).isIn("", "registry-failed");
    }

    /** A MaxDock of its own, which asks a registry. */
    static final class Asker {
        public static void main(String[] registry) throws Trouble {
            new RegistryApi(new LocalHost(), registry[0], true).pages("/hang");
        }
    }

    @Test
    void curlEndsWithTheMaxDockThatAsked() throws Exception {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process maxdock = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        path,
                        Asker.class.getName(),
                        registry)
                .redirectErrorStream(true)
                .start();
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> asked.contains("GET /hang nobody"));
        List<ProcessHandle> curls = ProcessHandle.allProcesses()
                .filter(p -> p.info().command().filter(c -> c.endsWith("/curl")).isPresent())
                .filter(p -> ancestors(p).contains(maxdock.toHandle()))
                .toList();
        assertThat(curls).isNotEmpty();
        maxdock.destroyForcibly();
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> curls.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static List<ProcessHandle> ancestors(ProcessHandle process) {
        return java.util.stream.Stream.iterate(
                        process.parent(), Optional::isPresent, p -> p.flatMap(ProcessHandle::parent))
                .map(Optional::get)
                .toList();
    }

    @Test
    void noSecretIsInAnArgument() throws Exception {
        AtomicReference<Throwable> refused = new AtomicReference<>();
        Thread asks = Thread.ofVirtual().start(() -> refused.set(catchThrowable(() -> api().pages("/hang"))));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> asked.contains("GET /hang nobody"));
        String arguments = new String(
                new ProcessBuilder("ps", "-eo", "args").start().getInputStream().readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(arguments).contains("--globoff").doesNotContain(SECRET).doesNotContain("/hang");
        done.countDown();
        asks.join();
    }

    @ParameterizedTest
    @CsvSource({
        "https://reg.example.org, https://reg.example.org/token, true",
        "https://reg.example.org:5050, https://reg.example.org/jwt/auth, true",
        "https://reg.example.org:5050, https://reg.example.org:5050/jwt, true",
        "https://registry.example.org, https://example.org/jwt/auth, true",
        "https://registry-1.docker.io, https://auth.docker.io/token, true",
        "https://reg.example.org:5050, https://reg.example.org:6060/jwt, false",
        "https://reg.example.org, http://reg.example.org:8080/t, false",
        "https://reg.example.org, https://evil.org/token, false",
        "https://reg.example.org, https://evilexample.org/token, false",
        "https://reg.example.org, https://org/token, false",
        "https://reg.example.org, https://other.example.org/token, false",
        "https://registry.example.org, https://example.org:8443/token, false",
        "https://reg.example.org, https://auth.docker.io/token, false"
    })
    void anAccountIsForItsRegistryAlone(String at, String realm, boolean shown) {
        assertThat(Challenge.of("Bearer realm=\"" + realm + "\"").concerns(URI.create(at)))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "reg.example.org:5000/a/b, reg.example.org:5000, a/b",
        "docker.io/you/x, docker.io, you/x",
        "docker.io/x, docker.io, library/x",
        "index.docker.io/you/x, docker.io, you/x",
        "you/x, docker.io, you/x",
        "debian, docker.io, library/debian",
        "localhost/x, localhost, x",
        "Upper/x, Upper, x",
        "a.b/c, a.b, c",
        "a:1/c, a:1, c"
    })
    void namesAreReadAsDockerReadsThem(String name, String at, String path) {
        assertThat(RepositoryName.of(name)).isEqualTo(new RepositoryName(at, path));
    }

    /** Written by docker login, by podman login, by hand; with what names the same registry. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'auths':{'https://index.docker.io/v1/':{'auth':'AUTH'}}}; docker.io/you/x; user/secret/",
                "{'auths':{'https://index.docker.io/v1/':{'auth':'AUTH'}}}; debian; user/secret/",
                "{'auths':{'docker.io':{'auth':'AUTH'}}}; you/x; user/secret/",
                "{'auths':{'reg:5000':{'auth':'AUTH'}}}; reg:5000/x; user/secret/",
                "{'auths':{'https://reg:5000':{'auth':'AUTH'}}}; reg:5000/x; user/secret/",
                "{'auths':{'http://reg:5000/v2/':{'auth':'AUTH'}}}; reg:5000/x; user/secret/",
                "{'auths':{'reg:5001':{'auth':'AUTH'}}}; reg:5000/x; //",
                "{'auths':{'reg:5000':{'auth':'AUTH','identitytoken':'tok'}}}; reg:5000/x; user//tok",
                "{'auths':{'reg:5000':{'username':'u','password':'p:w'}}}; reg:5000/x; u/p:w/",
                "{'auths':{'reg:5000':{}}}; reg:5000/x; //",
                "{'auths':[]}; reg:5000/x; //",
                "{}; reg:5000/x; //"
            })
    void accountsAreFoundAsDockerFindsThem(String file, String image, String found) throws Exception {
        Files.writeString(config, file.replace('\'', '"').replace("AUTH", SECRET));
        Credentials credentials = new Registries(new LocalHost()).credentialsFor(image);
        assertThat(credentials.user() + "/" + credentials.secret() + "/" + credentials.identityToken())
                .isEqualTo(found);
        assertThat(credentials.toString()).doesNotContain("secret").doesNotContain("tok");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{'auths':{'reg:5000':{'auth':'%%%\u00e4'}}}", "[[[[["})
    void aConfigurationThatCannotBeReadIsTold(String file) throws Exception {
        Files.writeString(config, file.replace('\'', '"'));
        assertThat(keyOf(() -> new Registries(new LocalHost()).credentialsFor("reg:5000/x")))
                .isEqualTo("docker-config-unreadable");
    }
}
