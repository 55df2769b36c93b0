package org.maxdock.image.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.engine.BuildOptions;
import org.maxdock.engine.BuilderChoice;
import org.maxdock.host.Cancellation;
import org.maxdock.lab.Lab;
import org.maxdock.lab.SlowLink;
import org.maxdock.operation.Server;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;

/**
 * Random trees through the copy of a build folder on the engine's host: what is built from it is what Docker's own
 * client there builds from the folder itself, also after changes of every kind, to the .dockerignore and the Dockerfile
 * too, and after builds that were cancelled or whose connection was lost.
 */
@Tag("lab")
@Tag("modern")
@Tag("once")
@Tag("whole")
@Timeout(3000)
class KeptTreesLabTest {

    private static final int TREES = Integer.getInteger("maxdock.kept", 6);
    private static final long SEED = Long.getLong("maxdock.seed", System.nanoTime());
    private static final String TAG = "test/kept-trees:1";
    private static final String THEIRS = "/beegfs/desy/user/mxuser/kept";
    private static final String COPIES = "$HOME/.cache/maxdock/contexts";
    /** What docker puts into every container. */
    private static final Pattern ENGINES_OWN = Pattern.compile(
            " (?:\\.dockerenv|(?:dev|etc|proc|sys)/(?:console|pts/|shm/|hostname|hosts|resolv\\.conf|mtab -> .*)?)$");

    /** Engines before 23 take a file for one of another folder that is as long and as old. */
    private static final String FORGET = Lab.isModern() ? "" : "docker builder prune -af >/dev/null && ";

    private static final BuildOptions BUILDKIT = BuildOptions.NONE.with(BuilderChoice.BUILDKIT, List.of());

    private final Random random = new Random(SEED);
    private final RandomChanges changes = new RandomChanges(random);
    private final List<String> log = new ArrayList<>();
    private Server bench;
    private int judged;

    @TempDir
    Path here;

    @BeforeEach
    void connect() throws Exception {
        bench = Lab.connectToEngine();
        Lab.must(Lab.engineHost("mxuser"), "chmod -R u+rwx " + COPIES + " 2>/dev/null; rm -rf " + COPIES);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void build(Server server, Path folder, Cancellation cancellation) throws Trouble {
        log.clear();
        server.images()
                .build(
                        new BuildRequest(new BuildFolder.Here(folder), "Dockerfile", TAG, BUILDKIT),
                        progress -> {
                            synchronized (log) {
                                log.add(progress.said(new Texts(Locale.ENGLISH)).text());
                            }
                        },
                        cancellation);
    }

    private String said() {
        synchronized (log) {
            return String.join("", log);
        }
    }

    private void build(Path folder) throws Trouble {
        build(bench, folder, new Cancellation());
    }

    /**
     * What is in an image: kind, modes, owners, sizes, times, names, where links lead, contents. Of folders no times:
     * as the engine keeps folders that were sent in step, it sets none. Of a file by two names one is a link to it.
     */
    private static List<String> content(String tag) {
        String listed = Lab.must(
                Lab.engineHost("mxuser"),
                "c=$(docker create " + tag + " x) && docker export $c > /tmp/kept.tar && docker rm $c >/dev/null"
                        + " && tar -tvf /tmp/kept.tar --full-time --numeric-owner --quoting-style=escape"
                        + " | sed -E 's/^(d.*) [0-9-]+ [0-9:.]+ /\\1 /'"
                        + " && tar -xf /tmp/kept.tar --to-command='"
                        + "echo \"$(sha256sum | cut -c1-64) $(printf %s \"$TAR_FILENAME\" | sha256sum)\"'"
                        + "; rm /tmp/kept.tar");
        return listed.lines()
                .filter(l -> !ENGINES_OWN.matcher(l).find())
                .sorted()
                .toList();
    }

    /** What Docker's client there makes of the same folder, which the engine never saw; empty where it refuses. */
    private Optional<List<String>> judge(Path folder) throws IOException {
        String theirs = "/judge" + judged++;
        Lab.Said packed = Lab.run(List.of(
                "bash",
                "-c",
                "rm -rf \"${2%/*}\" && mkdir -p \"$2\" && tar -C \"$1\" --format=posix -cf - . | tar -C \"$2\" -xpf -",
                "bash",
                folder.toString(),
                Lab.sharedDisk(THEIRS + theirs).toString()));
        assertThat(packed.status()).as(packed.err()).isZero();
        Lab.Said built = Lab.sh(
                "root@" + Lab.engineHost("mxuser").replaceFirst(".*@", ""),
                "cd " + THEIRS + theirs + " && export DOCKER_HOST=unix:///run/docker.sock DOCKER_BUILDKIT=1 "
                        + "BUILDX_NO_DEFAULT_ATTESTATIONS=1 && " + FORGET
                        + "docker build -t test/theirs:1 . >/dev/null 2>&1");
        return built.status() == 0 ? Optional.of(content("test/theirs:1")) : Optional.empty();
    }

    private Optional<List<String>> ours(Path folder) {
        try {
            build(folder);
            return Optional.of(content(TAG));
        } catch (Trouble e) {
            synchronized (log) {
                log.add(e.toString());
            }
            return Optional.empty();
        }
    }

    @Test
    void whatArrivesIsWhatDockersClientSends() throws Exception {
        System.out.println("seed " + SEED + ", " + TREES + " trees");
        RandomTrees trees = new RandomTrees(random);
        int built = 0;
        for (int i = 0; i < TREES; i++) {
            Path folder = trees.tree(here.resolve("tree" + i));
            Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY . /\n");
            changes.addSparse(folder);
            for (int round = 0; round < 3; round++) {
                Optional<List<String>> ours = ours(folder);
                assertThat(ours)
                        .as(
                                "tree %d of seed %d, round %d, %s\n%s",
                                i,
                                SEED,
                                round,
                                Files.readString(folder.resolve(".dockerignore"), StandardCharsets.ISO_8859_1),
                                said())
                        .isEqualTo(judge(folder));
                built += ours.isPresent() ? 1 : 0;
                switch (random.nextInt(6)) {
                    case 0, 1 -> cancelled(folder);
                    case 2, 3 -> cutOff(folder);
                    default -> {}
                }
                changes.change(folder);
                if (random.nextInt(3) == 0) {
                    trees.changeRules(folder);
                }
                if (random.nextInt(3) == 0) {
                    Files.writeString(
                            folder.resolve("Dockerfile"), "FROM scratch\nCOPY . /\n# " + random.nextInt() + "\n");
                }
            }
        }
        assertThat(built).isGreaterThan(TREES);
    }

    /** A build that is cancelled at any moment. */
    private void cancelled(Path folder) throws Exception {
        Cancellation cancellation = new Cancellation();
        ended(bench, folder, cancellation, cancellation::cancel);
    }

    /** A build whose connection is lost at any moment. */
    private void cutOff(Path folder) throws Exception {
        Path known = Files.createDirectories(here.resolve("known"));
        try (SlowLink link = new SlowLink(Duration.ofMillis(1));
                Server other = link.connect(known)) {
            other.workWith(bench.engineWhere().place());
            ended(other, folder, new Cancellation(), () -> {
                try {
                    link.cut();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** With something to send, ended by that within a second and a half, or before. */
    private void ended(Server server, Path folder, Cancellation cancellation, Runnable end) throws Exception {
        changes.addBytes(folder, random.nextInt(1, 8_000_000));
        CompletableFuture<Optional<Trouble>> ended = CompletableFuture.supplyAsync(() ->
                Optional.ofNullable(catchThrowableOfType(Trouble.class, () -> build(server, folder, cancellation))));
        CompletableFuture<Void> cut = CompletableFuture.runAsync(
                end, CompletableFuture.delayedExecutor(random.nextInt(1500), TimeUnit.MILLISECONDS));
        ended.get(60, TimeUnit.SECONDS);
        cut.get(60, TimeUnit.SECONDS);
    }
}
