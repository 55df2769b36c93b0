package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.lab.RecordedImage;
import org.maxdock.operation.Server;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;

/** Another user who has guessed what a launch's folder on a node will be called, and was there first, gains nothing. */
@Tag("lab")
@Tag("once")
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignFolderLabTest {

    private static final String IMAGE = "max-registry:5000/test/foreign-folder:1";
    private static final String ME = "mxuser@max-wgs";
    private static final String PRECIOUS = "/beegfs/desy/user/mxuser/precious";
    /** What makes the folder's name one that nobody knows. */
    private static final String UNKNOWN = "$(((RANDOM << 30) + (RANDOM << 15) + RANDOM))";

    @TempDir
    static Path folder;

    private Server bench;
    private ImageRecord record;
    private Job job;

    @BeforeAll
    void begin() throws Exception {
        bench = Lab.connect();
        Files.writeString(folder.resolve("Dockerfile"), "FROM " + Lab.MPI + "\nENV MARK=foreign\n");
        record = RecordedImage.everywhere(bench, folder, IMAGE);
        Lab.must(ME, "rm -rf " + PRECIOUS + "; mkdir -m 700 " + PRECIOUS + "; echo mine > " + PRECIOUS + "/data");
        JobId id = new JobId(Lab.must(ME, "sbatch --parsable -N1 -t 5 -o /dev/null --wrap 'tail -f /dev/null'")
                .strip());
        Lab.awaitNone(() -> bench.slurm().find(id).filter(Job::running).isPresent() ? List.of() : List.of(id));
        job = bench.slurm().find(id).orElseThrow();
    }

    @AfterAll
    void end() throws Exception {
        Lab.must(ME, "scancel " + job.id() + "; rm -rf foreign.sh " + PRECIOUS);
        Lab.awaitNone(() -> LeftOfLaunches.of(bench.leftovers().find(Set.of())));
        bench.close();
    }

    @ParameterizedTest
    @EnumSource
    void itIsNotTakenAndWhoseItIsIsTold(RunMode mode) throws Exception {
        LaunchKind kind = (mode == RunMode.DOCKERCLUSTER ? LaunchKind.Name.MPI : LaunchKind.Name.COMMAND).plain();
        Launch launch = new Launch(
                        "foreign folder",
                        ImageReference.parse(IMAGE),
                        List.of(),
                        List.of(),
                        mode,
                        new LaunchPlace.InJob(job.id()),
                        List.of("echo", "ran"),
                        "")
                .withKind(kind);
        String script = bench.launcher().script(bench.launcher().plan(launch, record));
        assertThat(script).contains(UNKNOWN);
        bench.files()
                .write("/home/mxuser/foreign.sh", script.replace(UNKNOWN, "1").getBytes(StandardCharsets.UTF_8));
        String there = "/tmp/maxdock-" + job.id() + "-1";
        String node = Lab.must(ME, "squeue -h -o %N -j " + job.id()).strip();
        for (String make : List.of(
                "mkdir -m 777 " + there,
                "mkdir -m 777 " + there + "; ln -s " + PRECIOUS + "/data " + there + "/job",
                "ln -s " + PRECIOUS + " " + there,
                "mkfifo -m 666 " + there)) {
            Lab.must("mxother@" + node, make);
            try {
                String before = Lab.must(node, "ls -lR " + there);
                Lab.Said said = Lab.sh(ME, "bash foreign.sh");
                assertThat(said.err()).contains(there + " of " + node + " was made by mxother");
                assertThat(said.out()).isEmpty();
                assertThat(said.status()).isEqualTo(3);
                assertThat(Lab.must(node, "ls -lR " + there)).isEqualTo(before);
                assertThat(Lab.must(ME, "ls " + PRECIOUS + "; cat " + PRECIOUS + "/*"))
                        .isEqualTo("data\nmine\n");
            } finally {
                Lab.must(node, "rm -rf " + there);
            }
        }
    }
}
