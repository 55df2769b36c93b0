package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;
import org.maxdock.lab.LocalEngine;

/**
 * The whole main job with the engine of this machine, by commands: an image is built here, pushed or sent, and runs
 * there, with no engine of the server's in between.
 */
@Tag("lab")
@Tag("modern")
@Tag("once")
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineHereLabTest {

    private static final String FILE = "/beegfs/desy/user/mxuser/sent from here.tgz";

    @TempDir
    Path folder;

    private LocalEngine engine;
    private String image;

    @BeforeAll
    void start() throws Exception {
        engine = new LocalEngine();
        assertThat(engine.docker("pull", Lab.BASE).status()).isZero();
    }

    @AfterAll
    void stop() throws Exception {
        engine.close();
        Lab.must("mxuser@max-wgs", "rm -f '" + FILE + "'");
    }

    @BeforeEach
    void project() throws Exception {
        image = "max-registry:5000/test/here:" + Long.toHexString(System.nanoTime());
        Files.writeString(folder.resolve("made"), image);
        Files.writeString(
                folder.resolve("Dockerfile"),
                "FROM " + Lab.BASE + "\nCOPY made /made\nRUN cat /made > /built\nLABEL of=" + image + "\n");
    }

    @AfterEach
    void giveBack() {
        Lab.giveBack("mxuser");
    }

    /** A process of its own: where the engine is it learns from its environment, as docker does. */
    private Lab.Said maxdock(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-Duser.home=" + System.getProperty("user.home"),
                "-cp",
                System.getProperty("java.class.path"),
                "org.maxdock.Main",
                "--project",
                folder.toString(),
                "-F",
                Lab.sshConfig().toString(),
                "--on",
                "mxuser@max-wgs"));
        all.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(all).redirectInput(new File("/dev/null"));
        builder.environment().put("DOCKER_HOST", engine.address());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        CompletableFuture<String> err = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                err.complete(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
            } catch (java.io.IOException e) {
                err.completeExceptionally(e);
            }
        });
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Lab.Said(process.waitFor(), out, err.join());
    }

    private String must(String... words) throws Exception {
        Lab.Said said = maxdock(words);
        assertThat(said.status()).as(said.out() + said.err()).isZero();
        return said.out();
    }

    private void runs(String node) throws Exception {
        must("provide", image, "--node", node);
        assertThat(must("digest", "verify", image, "--node", node)).contains(node);
        assertThat(must("launch", "--nodelist", node, image, "cat", "/built")).isEqualTo(image);
    }

    @Test
    void whatIsBuiltHereIsPushedVerifiedThereAndRun() throws Exception {
        assertThat(must("--engine", "here", "build", "-t", image)).contains("sha256:");
        assertThat(must("--engine", "here", "images")).contains(image);
        must("--engine", "here", "digest", "record", image);
        must("--engine", "here", "push", image);
        runs("max-wn001");
        assertThat(engine.docker("image", "inspect", image).status()).isZero();
    }

    @Test
    void whatIsBuiltHereIsSentToStorageThatTheNodesSeeAndRun() throws Exception {
        must("--engine", "here", "build", "-t", image);
        must("--engine", "here", "digest", "record", image);
        String saved = must("--engine", "here", "save", image, FILE);
        assertThat(Lab.must("mxuser@max-wgs", "sha256sum < '" + FILE + "'").split(" ")[0])
                .isEqualTo(saved.split(" ")[0]);
        assertThat(Lab.must("mxuser@max-wgs", "ls -A /beegfs/desy/user/mxuser | grep -c maxdock-new || true"))
                .isEqualTo("0\n");
        runs("max-wn002");
        Lab.Said nowhere = maxdock("--engine", "here", "save", image, "/beegfs/desy/user/mxother/no.tgz");
        assertThat(nowhere.status()).isEqualTo(1);
        assertThat(nowhere.err()).contains("/beegfs/desy/user/mxother/no.tgz");
    }
}
