package org.maxdock.image.context;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.text.Trouble;

/**
 * Random trees with random .dockerignore files: what we send is what `docker build` sends. The judge is Docker's own
 * client: a server here, in the engine's place, reads what it sends. It is one of before Docker 23, which read some
 * patterns in ways of its own: +, {}, () as regular expressions do; {@code **} before plain letters as whole folders;
 * and of the folders above a file only the one as deep as the pattern, which shows where a pattern with {@code **}
 * meets an exception. Those are not among the patterns here; {@link IgnoreRulesTest} has them.
 */
@Tag("lab")
@Tag("modern")
@Tag("once")
@Timeout(900)
class IgnoreLabTest {

    private static final int TREES = Integer.getInteger("maxdock.ignore", 60);
    private static final long SEED = Long.getLong("maxdock.seed", 20261124L);
    private final RandomTrees trees = new RandomTrees(new Random(SEED));
    private final AtomicReference<Set<String>> sent = new AtomicReference<>();
    private HttpServer engine;

    @TempDir
    Path here;

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
        boolean build = exchange.getRequestURI().getPath().endsWith("/build");
        if (build) {
            sent.set(entries(exchange.getRequestBody()));
        }
        exchange.getResponseHeaders().set("API-Version", "1.41");
        exchange.getResponseHeaders().set("OSType", "linux");
        exchange.sendResponseHeaders(build ? 500 : 200, -1);
        exchange.close();
    }

    @Test
    void whatIsSentIsWhatDockerBuildSends() throws Exception {
        int refused = 0;
        int left = 0;
        List<String> disagreements = new ArrayList<>();
        for (int i = 0; i < TREES; i++) {
            Path folder = trees.tree(here.resolve("tree" + i));
            Optional<Set<String>> judge = judge(folder);
            Optional<Set<String>> ours = ours(folder);
            refused += judge.isEmpty() ? 1 : 0;
            left += judge.isPresent() && judge.get().size() < all(folder) ? 1 : 0;
            if (!ours.equals(judge) && !(ours.isEmpty() && hasFaultThatOldClientsPassOver(folder))) {
                disagreements.add(
                        folder + ":\n" + Files.readString(folder.resolve(".dockerignore"), StandardCharsets.ISO_8859_1)
                                + "\nours:   " + ours + "\nDocker: " + judge);
            }
        }
        System.out.println(TREES + " trees, of which Docker refuses " + refused + " and sends a part of " + left
                + "; seed " + SEED);
        assertThat(disagreements).isEmpty();
        assertThat(left).as("trees of which something is left out").isGreaterThan(TREES / 4);
    }

    /**
     * A class may not be empty, as in {@code []a]}, and nothing may end in a backslash. A client built with Go before
     * 1.16 looks at a pattern only as far as it matches, and so takes what today's clients refuse (go.dev/doc/go1.16,
     * path/filepath).
     */
    private static boolean hasFaultThatOldClientsPassOver(Path folder) throws IOException {
        return Files.readString(folder.resolve(".dockerignore"), StandardCharsets.ISO_8859_1)
                .lines()
                .anyMatch(l -> l.contains("[]") || l.endsWith("\\"));
    }

    private static long all(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            return walk.count() - 1;
        }
    }

    private Optional<Set<String>> judge(Path folder) throws Exception {
        sent.set(null);
        ProcessBuilder docker = new ProcessBuilder("/usr/bin/docker", "build", "--quiet", ".")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        docker.environment()
                .put("DOCKER_HOST", "tcp://127.0.0.1:" + engine.getAddress().getPort());
        docker.environment().put("DOCKER_BUILDKIT", "0");
        Process process = docker.start();
        process.getInputStream().readAllBytes();
        process.waitFor();
        return Optional.ofNullable(sent.get());
    }

    private static Optional<Set<String>> ours(Path folder) throws IOException {
        try (InputStream stream = BuildContext.of(folder, "Dockerfile").open()) {
            return Optional.of(entries(stream));
        } catch (Trouble e) {
            assertThat(e.key()).isEqualTo("dockerignore-pattern");
            return Optional.empty();
        }
    }

    /**
     * Each as what it is, by GNU tar, which reads all ways of writing a name: kind, permissions, owner, size, time,
     * name, target.
     */
    private static Set<String> entries(InputStream stream) throws IOException {
        ProcessBuilder list = new ProcessBuilder(
                        "tar", "-tv", "--quoting-style=escape", "--numeric-owner", "--full-time")
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        list.environment().put("LC_ALL", "C.UTF-8");
        Process tar = list.start();
        Thread.ofVirtual().start(() -> {
            try (OutputStream to = tar.getOutputStream()) {
                stream.transferTo(to);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        return new TreeSet<>(new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList());
    }
}
