package org.maxdock.image.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.engine.BuildOptions;
import org.maxdock.engine.BuilderChoice;
import org.maxdock.host.Cancellation;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;
import org.maxdock.text.Trouble;

/**
 * The copy of a build folder on the engine's host: what is built from it is what Docker's own client there builds from
 * the folder itself, also after changes to the folder, to the copy, and after cuts.
 */
@Tag("lab")
@Tag("modern")
@Tag("once")
@Timeout(3000)
class KeptFolderLabTest {

    private static final int TREES = Integer.getInteger("maxdock.kept", 6);
    private static final long SEED = Long.getLong("maxdock.seed", System.nanoTime());
    private static final String TAG = "test/kept:1";
    private static final String THEIRS = "/beegfs/desy/user/mxuser/kept";
    private static final String COPIES = "$HOME/.cache/maxdock/contexts";
    /** What docker puts into every container. */
    private static final Pattern ENGINES_OWN = Pattern.compile(
            " (?:\\.dockerenv|(?:dev|etc|proc|sys)/(?:console|pts/|shm/|hostname|hosts|resolv\\.conf|mtab -> .*)?)$");

    /** Engines before 23 take a file for one of another folder that is as long and as old. */
    private static final String FORGET = Lab.isModern() ? "" : "docker builder prune -af >/dev/null && ";

    private static final BuildOptions BUILDKIT = BuildOptions.NONE.with(BuilderChoice.BUILDKIT, List.of());

    private final Random random = new Random(SEED);
    private final List<String> log = new ArrayList<>();
    private Server bench;
    private int judged;
    private int made;

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
                                log.add(progress.text());
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
     * as the engine keeps folders that were sent in step, it sets none.
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
            return Optional.empty();
        }
    }

    @Test
    @Tag("whole")
    void whatArrivesIsWhatDockersClientSends() throws Exception {
        System.out.println("seed " + SEED + ", " + TREES + " trees");
        RandomTrees trees = new RandomTrees(random);
        int built = 0;
        for (int i = 0; i < TREES; i++) {
            Path folder = trees.tree(here.resolve("tree" + i));
            Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY . /\n");
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
                if (random.nextInt(3) == 0) {
                    cut(folder);
                }
                change(folder);
            }
        }
        assertThat(built).isGreaterThan(TREES);
    }

    /** A build that is cancelled at any moment, of a folder with something to send. */
    private void cut(Path folder) throws Exception {
        Path more = folder.resolve("more" + made++);
        byte[] bytes = new byte[random.nextInt(1, 8_000_000)];
        random.nextBytes(bytes);
        Files.write(more, bytes);
        Cancellation cancellation = new Cancellation();
        CompletableFuture<Optional<Trouble>> ended = CompletableFuture.supplyAsync(() ->
                Optional.ofNullable(catchThrowableOfType(Trouble.class, () -> build(bench, folder, cancellation))));
        CompletableFuture.delayedExecutor(random.nextInt(1500), TimeUnit.MILLISECONDS)
                .execute(cancellation::cancel);
        ended.get(60, TimeUnit.SECONDS);
    }

    private void change(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                all.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        all.removeIf(f -> f.endsWith("Dockerfile") || f.endsWith(".dockerignore"));
        for (Path file : all) {
            if (random.nextInt(3) == 0 && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                change(file, random.nextInt(6));
            }
        }
        Files.writeString(folder.resolve("new" + made++), "new " + random.nextInt());
    }

    private void change(Path file, int how) throws IOException {
        boolean regular = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        switch (how) {
            case 0 -> Files.delete(file);
            case 1 -> {
                Files.delete(file);
                Files.createDirectory(file);
                Files.writeString(file.resolve("below"), "below");
            }
            case 2 -> {
                Files.delete(file);
                Files.createSymbolicLink(file, Path.of("somewhere" + made++)); // of the same one only the time is new
            }
            case 3 -> {
                if (regular) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
                }
            }
            case 4 -> { // as long as before, and as old
                if (regular) {
                    FileTime time = Files.getLastModifiedTime(file);
                    byte[] bytes = Files.readAllBytes(file);
                    for (int i = 0; i < bytes.length; i++) {
                        bytes[i]++;
                    }
                    Files.write(file, bytes);
                    Files.setLastModifiedTime(file, time);
                }
            }
            default -> {
                if (regular) {
                    Files.writeString(file, "changed " + random.nextInt());
                }
            }
        }
    }

    private Path folder(int files, int bytes) throws IOException {
        Path folder = Files.createDirectory(here.resolve("folder"));
        Files.writeString(folder.resolve("Dockerfile"), "FROM " + Lab.BASE + "\nCOPY . /all/\nRUN ls -lR /all > /l\n");
        byte[] content = new byte[bytes];
        for (int i = 0; i < files; i++) {
            random.nextBytes(content);
            Files.createDirectories(folder.resolve("d" + i % 7));
            Files.write(folder.resolve("d" + i % 7 + "/file " + i), content);
        }
        return folder;
    }

    private static String run(String command) {
        return Lab.must(Lab.engineHost("mxuser"), "docker run --rm " + TAG + " sh -c '" + command + "'")
                .strip();
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() throws Exception {
        Path folder = folder(20, 1000);
        build(folder);
        assertThat(said()).contains("# 28 of 28 files are sent");
        build(folder);
        assertThat(said()).contains("# as it was").contains("CACHED");
        Files.writeString(folder.resolve("d3/file 10"), "changed");
        Files.delete(folder.resolve("d4/file 11"));
        build(folder);
        assertThat(said()).contains("# 3 of 27 files are sent"); // and the two folders that they are in
        assertThat(run("cat \"/all/d3/file 10\"; ls /all/d4 | wc -l")).isEqualTo("changed2");
    }

    @Test
    void aCopyThatSomethingBecameOfIsMended() throws Exception {
        Path folder = folder(20, 1000);
        build(folder);
        String before = run("cat /all/*/* | sha256sum");
        Lab.must(
                Lab.engineHost("mxuser"),
                "cd " + COPIES + "/*[0-9a-f]/ && echo other > 'd1/file 1' && rm 'd2/file 2' && echo > more"
                        + " && chmod 600 'd3/file 3'");
        build(folder);
        assertThat(said()).contains(" of 28 files are sent").doesNotContain("28 of 28");
        assertThat(run("cat /all/*/* | sha256sum; ls /all/more 2>&1 || stat -c %a \"/all/d3/file 3\""))
                .startsWith(before)
                .endsWith("644");
    }

    @Test
    void itIsNobodyElsesAndGoesWhenItIsNotUsed() throws Exception {
        Path folder = folder(2, 10);
        build(folder);
        String at = Lab.engineHost("mxuser");
        assertThat(Lab.must(at, "stat -c %a " + COPIES + " " + COPIES + "/*[0-9a-f]/")
                        .lines())
                .containsOnly("700");
        Lab.must(
                at,
                "cd " + COPIES + " && for f in *.lock; do touch -d '15 days ago' $f; mv $f 01d.lock; done; "
                        + "mkdir -m 500 01d && mkdir -p 02d && touch -d '3 days ago' 02d.lock");
        build(folder);
        assertThat(Lab.must(at, "ls " + COPIES)).contains("02d").doesNotContain("01d");
    }

    /** Two builds at a time from one folder: the second is sent all of it. */
    @Test
    @Tag("whole")
    void whileAnotherBuildHoldsItAllIsSent() throws Exception {
        Path folder = folder(5, 100);
        build(folder);
        Lab.must(
                Lab.engineHost("mxuser"),
                "cd " + COPIES
                        + " && for f in *.lock; do (setsid flock $f sleep 60 >/dev/null 2>&1 &); done; sleep 0.3");
        Files.writeString(folder.resolve("new"), "new");
        build(folder);
        assertThat(said()).contains("# all of it is sent: another build uses it");
        assertThat(run("cat /all/new")).isEqualTo("new");
        Lab.must(Lab.engineHost("mxuser"), "pkill -f 'sleep 60'");
    }

    /** Somebody on that host left a mark that the copy is in use. */
    private static void usedBy(String host) {
        Lab.must(
                Lab.engineHost("mxuser"),
                "cd " + COPIES + " && for f in *.lock; do ln -sfn " + host + " ${f%.lock}.busy; done");
    }

    /** A file system need not tell one host of another's locks. */
    @Test
    void whatAnotherHostUsesIsLeftAloneAndWhatItsOwnLeftBehindIsNot() throws Exception {
        Path folder = folder(2, 100);
        build(folder);
        usedBy("another");
        build(folder);
        assertThat(said()).contains("# all of it is sent: another build uses it");
        usedBy("$(uname -n)");
        build(folder);
        assertThat(said()).contains("# as it was");
        assertThat(Lab.must(Lab.engineHost("mxuser"), "ls " + COPIES)).doesNotContain("busy");
    }

    @Test
    void aDockerfileThatIsALinkIsReadAlsoWhereAllIsSent() throws Exception {
        Path folder = folder(2, 100);
        Files.move(folder.resolve("Dockerfile"), folder.resolve("Dockerfile.real"));
        Files.createSymbolicLink(folder.resolve("Dockerfile"), Path.of("Dockerfile.real"));
        build(folder);
        assertThat(said()).contains(" files are sent");
        usedBy("another");
        build(folder);
        assertThat(said()).contains("# all of it is sent");
        assertThat(run("ls /all/d0 /all/d1 | wc -l")).isEqualTo("5");
    }

    @Test
    void whereNoCopyCanBeKeptAllIsSent() throws Exception {
        Path folder = folder(5, 100);
        Lab.must(Lab.engineHost("mxuser"), "mkdir -p ~/.cache/maxdock && echo > ~/.cache/maxdock/contexts");
        build(folder);
        assertThat(said()).containsPattern("# all of it is sent: \\S").doesNotContain("none");
        assertThat(run("ls /all | wc -l")).isEqualTo("6");
        Lab.must(Lab.engineHost("mxuser"), "rm ~/.cache/maxdock/contexts");
    }

    /** Of a copy docker's client, which is the user's, would send such a file empty, and say nothing. */
    @Test
    void whatItsOwnerMayNotReadIsSentWhereItCanBeReadHere() throws Exception {
        Path folder = folder(2, 100);
        Path closed = Files.writeString(folder.resolve("d0/closed"), "for nobody");
        build(folder);
        assertThat(said()).contains(" files are sent");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeTrue(Files.isReadable(closed), "only who may read all can send it");
        build(folder);
        assertThat(said()).contains("# all of it is sent: something in it may not be read by its owner");
        assertThat(Lab.must(
                        Lab.engineHost("mxuser"),
                        "c=$(docker create " + TAG + " x) && docker cp $c:/all/d0/closed - | tar -xO"
                                + "; docker rm $c >/dev/null"))
                .isEqualTo("for nobody");
    }
}
