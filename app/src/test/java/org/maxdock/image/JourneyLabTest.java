package org.maxdock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.identity.Base;
import org.maxdock.image.identity.Difference;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.image.identity.Sha256;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Location;
import org.maxdock.operation.Mender;
import org.maxdock.operation.PlacedVerdict;
import org.maxdock.operation.Recorder;
import org.maxdock.operation.Server;
import org.maxdock.operation.Verification;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partitions;
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.maxdock.text.Trouble;
import org.testfx.util.WaitForAsyncUtils;

/** One image on all its ways, and held against its record wherever it has come. */
@Tag("lab")
@Tag("once")
@Timeout(180)
class JourneyLabTest {

    private static final String TAG = "max-registry:5000/test/travels:1";
    private static final String USER = "/beegfs/desy/user/mxuser";
    private static final String FILE = USER + "/travels.tgz";
    private static final List<NodeName> NODE = List.of(new NodeName("max-wn002"));

    @TempDir
    Path folder;

    private Server bench;
    private Project project;
    private Recorder recorder;

    @BeforeEach
    void build() throws Exception {
        bench = Lab.connect();
        project = new Project(folder, new Json());
        recorder = new Recorder(project, bench.images());
        Lab.must("mxuser@max-wgs", "docker pull -q " + Lab.BASE);
        Files.writeString(
                folder.resolve("Dockerfile"),
                "ARG TAG=1\nFROM max-registry:5000/maxwell/base:$TAG\nCOPY data /data\nLABEL run=" + UUID.randomUUID()
                        + "\nCMD [\"cat\", \"/data\"]\n");
        Files.writeString(folder.resolve("data"), "travels");
        recorder.build(BuildRequest.plain(folder, TAG), Progress.Listener.none(), new Cancellation());
        recorder.record(TAG);
    }

    @AfterEach
    void close() {
        bench.close();
        Lab.must("mxuser@max-wgs", "rm -f " + USER + "/travels*");
    }

    private List<PlacedVerdict> verify(boolean server, boolean registry, boolean archives, List<NodeName> nodes)
            throws Exception {
        return new Verification(bench, Clock.systemUTC())
                .verify(
                        project.records(),
                        new Verification.Scope(server, registry, archives, nodes, Partitions.DEFAULT),
                        new Cancellation());
    }

    private String onNode() throws Exception {
        return verify(false, false, false, NODE).getFirst().word();
    }

    @Test
    @Tag("whole")
    void itIsTheSameWhereverItComes() throws Exception {
        ImageRecord built = project.recordOf(TAG);
        assertThat(built.identity().repoDigests()).isEmpty();
        assertThat(built.source().orElseThrow().bases())
                .extracting(Base::reference)
                .containsExactly(Lab.BASE);
        assertThat(built.source().orElseThrow().dockerfileSha256())
                .isEqualTo(Sha256.of(Files.readAllBytes(folder.resolve("Dockerfile"))));
        recorder.save(TAG, FILE, Progress.Listener.none(), new Cancellation());
        Lab.must("max-wn002", "docker rmi -f " + TAG + " >/dev/null 2>&1 || true");
        assertThat(onNode()).isEqualTo("missing");
        Lab.must("mxuser@max-wn002", "docker load -qi " + FILE);
        assertThat(onNode()).isEqualTo("same");
        recorder.push(TAG, Progress.Listener.none(), new Cancellation());
        ImageRecord pushed = project.recordOf(TAG);
        String digest = pushed.identity().pullName(ImageReference.parse(TAG)).orElseThrow();
        assertThat(pushed.identity().manifest()).isEqualTo(digest.substring(digest.indexOf('@') + 1));
        for (String way : List.of(
                "docker pull -q " + TAG,
                "docker pull -q " + digest + " && docker tag " + digest + " " + TAG,
                "docker load -qi " + FILE + " && docker tag " + TAG + " test/other:1 && docker tag test/other:1 " + TAG,
                "gzip -dc " + FILE + " | docker load -q",
                "docker save " + TAG + " | docker load -q")) {
            if (!way.startsWith("docker save")) {
                Lab.must("max-wn002", "docker rmi -f " + TAG + " test/other:1 >/dev/null 2>&1 || true");
            }
            Lab.must("mxuser@max-wn002", way);
            assertThat(onNode()).as(way).isEqualTo("same");
        }
        Lab.must(
                "mxuser@max-wgs",
                "gzip -dc " + FILE + " > " + USER + "/travels.tar; gzip -9 < " + USER + "/travels.tar > " + USER
                        + "/travels-9.tgz; zstd -qf " + USER + "/travels.tar -o " + USER + "/travels.zst");
        for (String file : List.of(FILE, USER + "/travels.tar", USER + "/travels-9.tgz", USER + "/travels.zst")) {
            assertThat(bench.images()
                            .verifyArchive(pushed, file, new Cancellation())
                            .word())
                    .as(file)
                    .isEqualTo("same");
        }
        assertThat(verify(true, true, true, Lab.NODE_NAMES).stream()
                        .filter(f -> !f.where().title().equals("max-wn001")))
                .allMatch(PlacedVerdict::holds)
                .hasSize(4);
    }

    @Test
    void aTagThatMovedInTheRegistryIsToldAndPushedBack() throws Exception {
        recorder.push(TAG, Progress.Listener.none(), new Cancellation());
        ImageRecord record = project.recordOf(TAG);
        assertThat(bench.images().verifyRegistry(record).word()).isEqualTo("same");
        Lab.must(
                "mxother@max-wn001",
                "printf 'FROM " + Lab.BASE + "\\nENV MOVED=yes\\n' | docker build -q -t " + TAG
                        + " - && docker push -q " + TAG);
        PlacedVerdict moved = verify(false, true, false, List.of()).getFirst();
        assertThat(moved.verdict().orElseThrow())
                .isInstanceOfSatisfying(
                        ImageVerdict.Different.class,
                        d -> assertThat(d.differences())
                                .extracting(Difference::what)
                                .containsExactly("registry digest", "config"));
        new Mender(bench, project)
                .mend(record, List.of(moved.where()), MendWay.PUSH, Progress.Listener.none(), new Cancellation());
        assertThat(verify(false, true, false, List.of()).getFirst().word()).isEqualTo("same");
        assertThat(bench.images()
                        .verifyRegistry(ImageRecord.of(
                                ImageReference.parse("max-registry:5000/test/nowhere:1"),
                                record.identity(),
                                java.time.Instant.EPOCH,
                                "h",
                                "u"))
                        .word())
                .isEqualTo("missing");
    }

    @Test
    void anImageOfSeveralPlatformsIsKnownByItsIndexAndByItsManifest() throws Exception {
        String several = "max-registry:5000/test/platforms:1";
        recorder.push(TAG, Progress.Listener.none(), new Cancellation());
        String manifest = project.recordOf(TAG).identity().manifest();
        Lab.must(
                "mxuser@max-wgs",
                "docker manifest create --insecure --amend " + several + " " + TAG + " " + Lab.BASE
                        + " && docker manifest annotate --arch arm64 --variant v8 " + several + " " + Lab.BASE
                        + " && docker manifest push --insecure --purge " + several + " && docker pull -q " + several);
        ImageRecord record = recorder.record(several);
        assertThat(record.identity().repoDigests())
                .anyMatch(d -> d.startsWith("max-registry:5000/test/platforms@sha256:"));
        assertThat(record.identity().manifest()).isEqualTo(manifest);
        assertThat(bench.images().verifyRegistry(record).word()).isEqualTo("same");
    }

    @Test
    void aReplacedImageIsBroughtBackByEachOfItsWays() throws Exception {
        recorder.push(TAG, Progress.Listener.none(), new Cancellation());
        recorder.save(TAG, FILE, Progress.Listener.none(), new Cancellation());
        ImageRecord record = project.recordOf(TAG);
        Mender mender = new Mender(bench, project);
        Location server = new Location.Server("max-wgs");
        assertThat(Mender.ways(record, server)).containsExactly(MendWay.PULL, MendWay.LOAD, MendWay.REBUILD);
        for (MendWay way : List.of(MendWay.PULL, MendWay.LOAD)) {
            Lab.replace("max-wgs", TAG);
            Lab.NODES.forEach(n -> Lab.replace(n, TAG));
            List<PlacedVerdict> before = verify(true, false, false, Lab.NODE_NAMES);
            assertThat(before).hasSize(3).noneMatch(PlacedVerdict::holds);
            mender.mend(
                    record,
                    before.stream().map(PlacedVerdict::where).toList(),
                    way,
                    Progress.Listener.none(),
                    new Cancellation());
            assertThat(verify(true, false, false, Lab.NODE_NAMES))
                    .as(way.word())
                    .hasSize(3)
                    .allMatch(PlacedVerdict::holds);
        }
        Lab.replace("max-wgs", TAG);
        mender.mend(record, List.of(server), MendWay.REBUILD, Progress.Listener.none(), new Cancellation());
        assertThat(verify(true, false, false, List.of()).getFirst().word())
                .as("from the build cache")
                .isEqualTo("same");
    }

    @Test
    void aVerificationThatWaitsForABusyNodeCanBeCancelledAndLeavesNoJob() throws Exception {
        String job = Lab.must(
                        "mxother@max-wgs", "sbatch --parsable --exclusive -w max-wn002 -o /dev/null --wrap 'sleep 60'")
                .strip();
        try {
            WaitForAsyncUtils.waitFor(
                    20,
                    TimeUnit.SECONDS,
                    () -> Lab.must("max-wgs", "squeue -h -j " + job + " -o %T")
                            .strip()
                            .equals("RUNNING"));
            Cancellation cancellation = new Cancellation();
            CompletableFuture<String> end = CompletableFuture.supplyAsync(() -> {
                try {
                    return "done "
                            + new Verification(bench, Clock.systemUTC())
                                    .verify(
                                            project.records(),
                                            new Verification.Scope(false, false, false, NODE, Partitions.DEFAULT),
                                            cancellation);
                } catch (Trouble e) {
                    return e.key();
                }
            });
            WaitForAsyncUtils.waitFor(
                    20,
                    TimeUnit.SECONDS,
                    () -> bench.slurm().mine().found().stream()
                            .anyMatch(j -> j.name().equals("maxdock-images")));
            cancellation.cancel();
            assertThat(end.get(20, TimeUnit.SECONDS)).isEqualTo("cancelled");
            WaitForAsyncUtils.waitFor(
                    20,
                    TimeUnit.SECONDS,
                    () -> bench.slurm().mine().found().stream()
                            .noneMatch(j -> j.name().equals("maxdock-images")));
        } finally {
            Lab.must("mxother@max-wgs", "scancel " + job);
        }
        assertThat(bench.slurm().mine().found()).noneMatch(j -> j.name().equals("maxdock-images"));
    }

    @Test
    void aFileThatSomebodyReplacedIsNotLoadedAndIsSavedAnew() throws Exception {
        recorder.save(TAG, FILE, Progress.Listener.none(), new Cancellation());
        ImageRecord record = project.recordOf(TAG);
        Lab.must("max-wgs", "docker save " + Lab.BASE + " | gzip > " + FILE);
        PlacedVerdict found = verify(false, false, true, List.of()).getFirst();
        assertThat(found.holds()).isFalse();
        for (Location place : List.of(
                new Location.Server("max-wgs"), new Location.Node(new NodeName("max-wn002"), Partitions.DEFAULT))) {
            assertThatThrownBy(() -> new Mender(bench, project)
                            .mend(record, List.of(place), MendWay.LOAD, Progress.Listener.none(), new Cancellation()))
                    .isInstanceOfSatisfying(
                            Trouble.class, t -> assertThat(t.key()).isEqualTo("tarball-changed"));
        }
        new Mender(bench, project)
                .mend(record, List.of(found.where()), MendWay.SAVE, Progress.Listener.none(), new Cancellation());
        assertThat(verify(false, false, true, List.of()).getFirst().word()).isEqualTo("same");
    }
}
