package org.maxdock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.maxdock.host.Cancellation;
import org.maxdock.host.local.LocalHost;
import org.maxdock.registry.Proxies;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** What the engine is asked for when it builds; a server here is in its place. */
@Timeout(30)
class BuilderTest {

    private static final String ID = "sha256:" + "1".repeat(64);

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private HttpServer engine;

    @BeforeEach
    void start() throws IOException {
        engine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        engine.createContext("/", this::answer);
        engine.start();
    }

    @AfterEach
    void stop() {
        engine.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8));
        exchange.getRequestBody().readAllBytes();
        byte[] built = ("{\"stream\":\"Successfully built " + ID.substring(7, 19) + "\\n\"}\n")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, built.length);
        exchange.getResponseBody().write(built);
        exchange.close();
    }

    private String build(Builder.ProxySource proxies, Map<String, String> arguments) throws Exception {
        var config = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost("tcp://engine:2375")
                .withDockerTlsVerify(false)
                .withDockerConfig("/nonexistent")
                .build();
        EngineHttpClient http = new EngineHttpClient(new Connector(
                new LocalHost(),
                new Endpoint.Tcp("127.0.0.1", engine.getAddress().getPort())));
        new Builder(DockerClientImpl.getInstance(config, http), proxies)
                .build(
                        new ByteArrayInputStream(new byte[1024]),
                        "Dockerfile",
                        "x:1",
                        BuildOptions.NONE.withArguments(arguments),
                        progress -> said.add(
                                progress.said(new Texts(Locale.ENGLISH)).text()),
                        new Cancellation());
        return asked.remove();
    }

    @Test
    void itBuildsWithTheProxiesOfDockersConfiguration() throws Exception {
        assertThat(build(
                        () -> new Proxies(Map.of("HTTP_PROXY", "http://me:secret@p:1")),
                        Map.of("A", "1", "http_proxy", "given")))
                .contains("\"HTTP_PROXY\":\"http://me:secret@p:1\"", "\"http_proxy\":\"given\"", "\"A\":\"1\"");
        assertThat(String.join("", said)).doesNotContain("secret");
    }

    @Test
    void aConfigurationThatCannotBeReadIsToldAndKeepsNothingFromBeingBuilt() throws Exception {
        assertThat(build(
                        () -> {
                            throw new Trouble(TroubleKind.DOCKER_CONFIG_UNREADABLE, "host", "secret");
                        },
                        Map.of("A", "1")))
                .contains("\"A\":\"1\"")
                .doesNotContain("PROXY");
        assertThat(said).contains("# docker’s configuration cannot be read, so no proxies of it are used\n");
        assertThat(String.join("", said)).doesNotContain("secret");
    }
}
