package org.maxdock.image.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
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
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;

/**
 * The copy of a build folder on the engine's host: only what changed is sent to it, whatever became of it is mended,
 * and where none can be kept all is sent. {@link KeptTreesLabTest} has what is built from it.
 */
@Tag("lab")
@Tag("modern")
@Tag("once")
@Timeout(3000)
class KeptFolderLabTest {

    private static final long SEED = Long.getLong("maxdock.seed", System.nanoTime());
    private static final String TAG = "test/kept:1";
    private static final String COPIES = "$HOME/.cache/maxdock/contexts";
    private static final BuildOptions BUILDKIT = BuildOptions.NONE.with(BuilderChoice.BUILDKIT, List.of());

    private final Random random = new Random(SEED);
    private final List<String> log = new ArrayList<>();
    private Server bench;

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
    void ofWhatWasOnlyTouchedTheTimeAloneIsSent() throws Exception {
        Path folder = folder(20, 1000);
        build(folder);
        RandomChanges.touch(folder.resolve("d3/file 10"), "@1600000000.5");
        build(folder);
        assertThat(said()).contains("# 0 of 28 files are sent, and of 1 more the new time only");
        assertThat(Lab.must(Lab.engineHost("mxuser"), "stat -c %Y " + COPIES + "/*[0-9a-f]/'d3/file 10'"))
                .isEqualTo("1600000000\n");
        build(folder);
        assertThat(said()).contains("# as it was");
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
        assertThat(said()).contains("# all of it is sent: another build uses the copy there");
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
        assertThat(said()).contains("# all of it is sent: another build uses the copy there");
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
        assertThat(said()).contains("# all of it is sent: something in the folder may not be read by its owner");
        assertThat(Lab.must(
                        Lab.engineHost("mxuser"),
                        "c=$(docker create " + TAG + " x) && docker cp $c:/all/d0/closed - | tar -xO"
                                + "; docker rm $c >/dev/null"))
                .isEqualTo("for nobody");
    }
}
