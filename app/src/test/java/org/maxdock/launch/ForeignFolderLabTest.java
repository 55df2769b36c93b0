package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Output;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Partitions;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Another user of the node has put something in the place of the folder that a launch makes there: the launch is not
 * begun, says who it was, and has written nothing through it. Its name is drawn by the script; here it is given.
 */
@Tag("lab")
@Tag("modern")
@Timeout(180)
class ForeignFolderLabTest {

    private static final String NODE = "max-wn001";
    private static final String DRAWN = "$(((RANDOM << 30) + (RANDOM << 15) + RANDOM))";
    private static final String GIVEN = "4711";
    private static final String MINE = "/beegfs/desy/user/mxuser/foreign-folder";

    private Server bench;
    private ImageRecord record;
    private JobId job;
    private String there;

    @BeforeEach
    void begin() throws Exception {
        bench = Lab.connect();
        record = Lab.pulled(bench, Lab.BASE); // before the job, which has the node for itself
        bench.provider().provide(Lab.NODE_NAMES.subList(0, 1), record, Partitions.DEFAULT, new Cancellation());
        job = new JobId(Lab.must(
                        "mxuser@max-wgs",
                        "sbatch --parsable -p maxcpu -N 1 -w " + NODE + " -t 10 -o /dev/null --wrap 'sleep 500'")
                .strip());
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> bench.slurm().find(job).filter(Job::running).isPresent());
        there = "/tmp/maxdock-" + job + "-" + GIVEN;
        Lab.must("mxuser@" + NODE, "mkdir " + MINE + "; echo mine > " + MINE + ".txt");
    }

    @AfterEach
    void end() {
        Lab.must(NODE, "rm -rf " + there + " " + MINE + " " + MINE + ".txt");
        bench.close();
        Lab.giveBack("mxuser");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mkdir -m 777 THERE",
                "ln -s MINE THERE",
                "ln -s MINE.txt THERE",
                "echo theirs > THERE; chmod 666 THERE"
            })
    void nothingIsBegunAndWhoItWasIsSaid(String made) throws Exception {
        Launch launch = new Launch(
                        "foreign",
                        ImageReference.parse(Lab.BASE),
                        List.of(),
                        List.of(),
                        RunMode.ME,
                        new LaunchPlace.InJob(job),
                        List.of("echo", "ran"),
                        "")
                .withKind(LaunchKind.Name.COMMAND.plain());
        String script = bench.launcher().script(bench.launcher().plan(launch, record));
        assertThat(script).contains(DRAWN);
        Command run = Command.script("exec bash -c \"$1\"", script.replace(DRAWN, GIVEN));
        Output well = bench.host().run(run);
        assertThat(well.text()).as(well.errors()).isEqualTo("ran\n");
        Lab.must("mxother@" + NODE, made.replace("THERE", there).replace("MINE", MINE));
        Output refused = bench.host().run(run);
        assertThat(refused.status()).as(refused.errors()).isEqualTo(3);
        assertThat(refused.text()).isEmpty();
        assertThat(refused.errors()).contains(there + " of " + NODE + " was made by mxother");
        assertThat(Lab.must("mxuser@" + NODE, "cat " + MINE + ".txt; ls -A " + MINE))
                .isEqualTo("mine\n");
        assertThat(Lab.must(NODE, "docker ps -aq")).isEmpty();
        assertThat(Lab.must("mxother@" + NODE, "ls -d " + there + "; [ ! -d " + there + " ] || ls -AL " + there))
                .as("it is theirs, and as it was")
                .isEqualTo(there + "\n");
    }
}
