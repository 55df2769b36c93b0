package org.maxdock.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.host.local.LocalHost;
import org.maxdock.text.Trouble;

/**
 * A registry that wants a token from another server first, as Docker Hub does and the lab's do not; the real curl asks
 * it.
 */
class RegistryApiTest {

    private HttpServer server;
    private String registry;
    private String realm;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry = "localhost:" + server.getAddress().getPort();
        realm = "http://" + registry + "/token";
        server.createContext(
                "/token",
                e -> answer(
                        e,
                        e.getRequestURI().getQuery().equals("service=it's&scope=repository:a/b:pull") ? 200 : 400,
                        "{\"token\":\"t0k\"}"));
        server.createContext("/v2/a/b/tags/list", this::tags);
        server.createContext("/v2/_catalog", e -> answer(e, 404, "not JSON"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void tags(HttpExchange exchange) throws IOException {
        if (!"Bearer t0k".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.getResponseHeaders()
                    .add(
                            "WWW-Authenticate",
                            "Bearer realm=\"" + realm + "\",service=\"it's\",scope=\"repository:a/b:pull\"");
            answer(exchange, 401, "{}");
        } else if (exchange.getRequestURI().getQuery().contains("last")) {
            answer(exchange, 200, "{\"tags\":[\"1.10\"]}");
        } else {
            exchange.getResponseHeaders().add("Link", "</v2/a/b/tags/list?n=2&last=x>; rel=\"next\"");
            answer(exchange, 200, "{\"tags\":[\"1.9\",\"latest\"]}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private RegistryApi api(boolean insecure) {
        return new RegistryApi(new LocalHost(), registry, insecure);
    }

    @Test
    void aTokenIsFetchedAndAllPagesAreRead() throws Exception {
        var pages = api(true).pages("/v2/a/b/tags/list?n=2");
        assertThat(pages).hasSize(2).last().hasToString("{\"tags\":[\"1.10\"]}");
    }

    @Test
    void whatFailsIsNamed() {
        assertThat(keyOf(() -> api(true).pages("/v2/_catalog?n=1"))).isEqualTo("registry-tells-nothing");
        realm = "ftp://elsewhere/token";
        assertThat(keyOf(() -> api(true).pages("/v2/a/b/tags/list")))
                .as("to no strange place")
                .isEqualTo("registry-failed");
        server.stop(0);
        assertThat(keyOf(() -> api(true).pages("/v2/"))).isEqualTo("registry-failed");
    }

    @Test
    void withoutTlsOnlyWhereTheEngineWouldDoSo() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            List<String> asked = new CopyOnWriteArrayList<>();
            Thread.ofVirtual().start(() -> refuse(plain, asked));
            registry = "localhost:" + plain.getLocalPort();
            assertThat(keyOf(() -> api(false).pages("/v2/"))).isEqualTo("registry-failed");
            assertThat(asked).isNotEmpty().noneMatch(a -> a.startsWith("GET "));
            assertThat(keyOf(() -> api(true).pages("/v2/"))).isEqualTo("registry-failed");
            assertThat(asked).anyMatch(a -> a.startsWith("GET "));
        }
    }

    @Test
    void anyCertificateWillDoOnlyWhereTheEngineWouldTakeIt(@TempDir Path folder) throws Exception {
        HttpsServer own = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        own.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder.resolve("keys"))));
        own.createContext("/v2/", e -> answer(e, 200, "{\"tags\":[\"1\"]}"));
        own.start();
        try {
            registry = "localhost:" + own.getAddress().getPort();
            assertThat(api(true).pages("/v2/a/tags/list")).singleElement().hasToString("{\"tags\":[\"1\"]}");
            assertThat(keyOf(() -> api(false).pages("/v2/a/tags/list"))).isEqualTo("registry-failed");
        } finally {
            own.stop(0);
        }
    }

    /** What answers by TLS and is slow afterwards is waited for, and is told nothing in clear. */
    @Test
    void whatHasAnsweredByTlsIsNotAskedWithout(@TempDir Path folder) throws Exception {
        HttpsServer own = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        own.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder.resolve("keys"))));
        CountDownLatch never = new CountDownLatch(1);
        own.createContext("/v2/quick", e -> answer(e, 200, "{}"));
        own.createContext("/v2/slow", e -> {
            try {
                answer(e, 200, never.await(4, TimeUnit.SECONDS) ? "{}" : "{\"tags\":[]}");
            } catch (InterruptedException ended) {
                throw new IOException(ended);
            }
        });
        own.start();
        try {
            registry = "localhost:" + own.getAddress().getPort();
            RegistryApi api = api(true);
            assertThat(api.pages("/v2/quick")).hasSize(1);
            assertThat(api.pages("/v2/slow")).singleElement().hasToString("{\"tags\":[]}");
        } finally {
            own.stop(0);
        }
    }

    private static SSLContext selfSigned(Path keys) throws Exception {
        assertThat(new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=somebody",
                                "-storepass",
                                "secret",
                                "-keystore",
                                keys.toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
        KeyStore store = KeyStore.getInstance(keys.toFile(), "secret".toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, "secret".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void refuse(ServerSocket server, List<String> asked) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                byte[] first = new byte[4];
                asked.add(new String(
                        first, 0, Math.max(0, socket.getInputStream().read(first)), StandardCharsets.ISO_8859_1));
                socket.getOutputStream()
                        .write("HTTP/1.1 400 no\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                asked.add("closed");
            }
        }
    }

    private static String keyOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Trouble.class, call).key();
    }

    @ParameterizedTest
    @CsvSource({"1.9,1.10", "7,8", "bookworm,trixie", "v2.0-rc1,v2.0-rc2", "12,12.1"})
    void versionsAreOrderedByTheirNumbers(String earlier, String later) {
        assertThat(RegistryCatalog.byVersion(earlier, later)).isNegative();
        assertThat(List.of(later, earlier).stream()
                        .sorted(RegistryCatalog::byVersion)
                        .toList())
                .containsExactly(earlier, later);
    }

    /** Without a contradiction, whatever others call their tags. */
    @Test
    void anyTagsHaveAnOrder() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> pieces = List.of("9", "10", "1000000000000000000000", "01", "1", "0", ".", "-", "rc", "a", "_");
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            StringBuilder tag = new StringBuilder();
            for (int j = 0; j < 1 + random.nextInt(4); j++) {
                tag.append(pieces.get(random.nextInt(pieces.size())));
            }
            tags.add(tag.toString());
        }
        List<String> sorted =
                tags.stream().distinct().sorted(RegistryCatalog::byVersion).toList();
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < sorted.size(); j++) {
                assertThat(RegistryCatalog.byVersion(sorted.get(i), sorted.get(j)))
                        .as("%s before %s, seed %d", sorted.get(i), sorted.get(j), seed)
                        .isNegative();
                assertThat(RegistryCatalog.byVersion(sorted.get(j), sorted.get(i)))
                        .isPositive();
            }
        }
    }
}
