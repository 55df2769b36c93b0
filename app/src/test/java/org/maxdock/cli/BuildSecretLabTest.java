package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.image.identity.Sha256;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;

/**
 * A secret of a build is read by its step, and is in no layer, log, argument list, file or history: on this machine, on
 * the engine's host, on the server, while it is built and after.
 */
@Tag("lab")
@Tag("modern")
@Tag("once")
@Timeout(180)
class BuildSecretLabTest {

    private static final String TAG = "test/secret:1";
    private static final String SINCE = "/tmp/maxdock-secret-since";
    private static final String WHERE_THERE =
            "/tmp /var/tmp /run /var/log /var/lib/docker /home/mxuser /beegfs/desy/user/mxuser";

    @TempDir
    Path folder;

    @TempDir
    Path aside;

    private final String unique = UUID.randomUUID().toString();
    private final String secret = "geheim-" + unique;
    private Server server;

    @BeforeEach
    void begin() throws Exception {
        server = Lab.connectToEngine();
        Files.writeString(aside.resolve("token"), secret + "\n");
        Files.writeString(
                folder.resolve("Dockerfile"),
                "FROM " + Lab.BASE + "\nRUN --mount=type=secret,id=t echo " + UUID.randomUUID()
                        + "; sha256sum < /run/secrets/t > /sum; sleep 5\n");
        Files.writeString(folder.resolve("since"), "");
        for (String host : List.of("max-wgs", Lab.engineHost("root"))) {
            Lab.must(host, "touch " + SINCE);
        }
    }

    @AfterEach
    void end() {
        server.close();
        for (String host : List.of("max-wgs", Lab.engineHost("root"))) {
            Lab.must(host, "rm -f " + SINCE);
        }
        Lab.must(Lab.engineHost("mxuser"), "docker rmi -f " + TAG + " >/dev/null 2>&1 || true");
    }

    /** Files that were written since this began and hold it; only a part of it is looked for, by a name of its own. */
    private List<String> filesThatHoldIt() {
        List<String> found = new ArrayList<>();
        for (String host : List.of("max-wgs", Lab.engineHost("root"))) {
            String look = "find " + WHERE_THERE + " -xdev -type f -newer " + SINCE + " -exec grep -ls -e '" + unique
                    + "' {} + 2>/dev/null";
            Lab.sh(host, look).out().lines().map(file -> host + ":" + file).forEach(found::add);
        }
        Lab.run(List.of(
                        "bash",
                        "-c",
                        "find \"${@:3}\" -xdev -type f -newer \"$1\" -exec grep -ls -e \"$2\" {} + 2>/dev/null",
                        "bash",
                        folder.resolve("since").toString(),
                        unique,
                        "/tmp",
                        "/var/tmp",
                        folder.toString(),
                        home(".cache/maxdock"),
                        home(".config/maxdock"),
                        home(".local")))
                .out()
                .lines()
                .filter(file -> !file.startsWith(aside.toString()))
                .forEach(found::add);
        return found;
    }

    private static String home(String below) {
        return Path.of(System.getProperty("user.home"), below).toString();
    }

    private boolean isOfBuildOrHoldsIt(String line) {
        return line.contains("docker build") || line.contains(secret);
    }

    /** The words of all programs that run, there and here. */
    private static String arguments() {
        return Lab.sh("max-wgs", "ps -ww -eo args").out()
                + Lab.sh(Lab.engineHost("root"), "ps -ww -eo args").out()
                + Lab.run(List.of("ps", "-ww", "-eo", "args")).out();
    }

    @Test
    void isReadByItsStepAndIsNowhereElse() throws Exception {
        CompletableFuture<Commands.Said> build = CompletableFuture.supplyAsync(() -> new Commands(folder)
                .maxdock(
                        "--engine",
                        Lab.isModern() ? "node" : "server",
                        "build",
                        "-t",
                        TAG,
                        "--secret",
                        "id=t,src=" + aside.resolve("token")));
        CompletableFuture<List<String>> files = CompletableFuture.supplyAsync(() -> {
            List<String> held = new ArrayList<>();
            while (!build.isDone()) {
                held.addAll(filesThatHoldIt());
            }
            return held;
        });
        List<String> seen = new ArrayList<>();
        while (!build.isDone()) {
            seen.addAll(arguments().lines().filter(this::isOfBuildOrHoldsIt).toList());
        }
        Commands.Said said = build.get();
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(seen).anyMatch(line -> line.contains("docker build")).noneMatch(line -> line.contains(secret));
        List<String> holding = new ArrayList<>(files.get());
        holding.addAll(filesThatHoldIt());
        assertThat(holding).isEmpty();
        assertThat(said.out() + said.err()).contains("--mount=type=secret").doesNotContain(unique);
        Commands.Said history = new Commands(folder).maxdock("--json", "build", "--history");
        assertThat(history.out()).contains(TAG).doesNotContain(unique);
        assertThat(Files.readString(folder.resolve("maxdock.json")))
                .contains(TAG)
                .doesNotContain(unique);
        assertThat(Lab.must(Lab.engineHost("mxuser"), "docker run --rm " + TAG + " cat /sum"))
                .startsWith(Sha256.of((secret + "\n").getBytes(StandardCharsets.UTF_8)));
        assertThat(Lab.must(
                        Lab.engineHost("mxuser"),
                        "docker history --no-trunc " + TAG + "; docker inspect " + TAG + "; docker buildx du --verbose"
                                + " 2>/dev/null || docker system df -v"))
                .doesNotContain(unique);
        assertThat(layersThatHoldIt()).isEqualTo("0");
    }

    /** Whatever the image is packed in, unpacked: layers, manifests, configuration. */
    private String layersThatHoldIt() {
        return Lab.must(
                        Lab.engineHost("mxuser"),
                        "d=$(mktemp -d) && docker save " + TAG + " | tar -x -C $d && find $d -type f | grep -q . "
                                + "&& find $d -type f -exec zcat -f {} + | grep -ac '" + unique + "'; rm -rf $d")
                .strip();
    }
}
