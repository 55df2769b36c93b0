package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Partitions;
import org.maxdock.slurm.TimeLimit;
import org.maxdock.text.Trouble;
import org.testfx.util.WaitForAsyncUtils;

/** What users of SLURM say and know is what MaxDock says and knows. */
@Tag("lab")
@Tag("modern")
@Tag("once")
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlurmLanguageLabTest {

    private static final String FOLDER = "/beegfs/desy/user/mxuser/language";

    private Server bench;

    @BeforeAll
    void connect() throws Exception {
        bench = Lab.connect();
        Lab.must("mxuser@max-wgs", "rm -rf " + FOLDER + "; mkdir " + FOLDER);
    }

    @AfterAll
    void close() {
        Lab.must("mxuser@max-wgs", "rm -rf " + FOLDER + "; scancel --me");
        bench.close();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, condition);
    }

    private List<PreflightCheck> place(String partitions, int nodes, String... more) throws Trouble {
        LaunchPlace.Allocation wanted = new LaunchPlace.Allocation(
                Partitions.of(partitions), nodes, new TimeLimit("10:00:00"), 0, "", List.of(more));
        Launch launch = new Launch(
                "language", ImageReference.parse("x:1"), List.of(), List.of(), RunMode.ME, wanted, List.of(), "");
        return bench.preflight().check(launch, Optional.empty()).stream()
                .filter(c -> List.of("check.partition", "check.nodes", "check.start")
                        .contains(c.subject().key()))
                .toList();
    }

    private static boolean fails(List<PreflightCheck> checks) {
        return checks.stream().anyMatch(c -> c.state() == PreflightCheck.Outcome.FAILS);
    }

    /** maxgpu grants eight hours, upex is for others. */
    @ParameterizedTest
    @CsvSource({
        "maxcpu, false",
        "'maxcpu,maxgpu', false",
        "'maxgpu,maxcpu', false",
        "'upex,maxcpu', false",
        "maxgpu, true",
        "upex, true",
        "'upex,maxgpu', true",
        "'maxcpu,nowhere', true",
    })
    void ofSeveralPartitionsOneThatFitsIsEnough(String partitions, boolean refused) throws Exception {
        List<PreflightCheck> checks = place(partitions, 1);
        assertThat(fails(checks)).as(checks.toString()).isEqualTo(refused);
        assertThat(Lab.sh(
                                        "mxuser@max-wgs",
                                        "sbatch --parsable -H -t 10:00:00 -o /dev/null -p " + partitions
                                                + " --wrap true")
                                .status()
                        != 0)
                .as("SLURM itself, which would let too long a job wait for ever")
                .isEqualTo(refused && !partitions.contains("maxgpu") && !(Lab.isModern() && partitions.equals("upex")));
        Lab.must("mxuser@max-wgs", "scancel --me");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--oversubscribe", "-s", "--nice=100", "--signal=B:USR1@60", "--reboot=no", "--mem=100M"})
    void whatMaxDockDoesNotKnowIsSlurmsToJudge(String option) throws Exception {
        List<PreflightCheck> checks = place("maxcpu", 1, option);
        boolean taken = Lab.sh("mxuser@max-wgs", "sbatch --test-only -p maxcpu '" + option + "' --wrap true")
                        .status()
                == 0;
        assertThat(fails(checks)).as(checks.toString()).isEqualTo(!taken);
    }

    @Test
    void nodesThatAreDrainedLetALaunchWait() throws Exception {
        Lab.must("max-wgs", "scontrol update nodename=max-wn002 state=drain reason=test");
        try {
            List<PreflightCheck> two = place("maxcpu", 2);
            assertThat(fails(two)).as(two.toString()).isFalse();
            assertThat(two).anyMatch(c -> c.reason().key().equals("check.start.away"));
            assertThat(fails(place("maxcpu", 2, "--mem=900G"))).isTrue();
            assertThat(fails(place("maxcpu", 3))).isTrue();
            String job = Lab.must("mxuser@max-wgs", "sbatch --parsable -N2 -o /dev/null --wrap true")
                    .strip();
            assertThat(bench.slurm().find(new JobId(job)).map(Job::state)).contains("PENDING");
            Lab.must("mxuser@max-wgs", "scancel " + job);
        } finally {
            Lab.must("max-wgs", "scontrol update nodename=max-wn002 state=resume");
            await(() ->
                    Lab.must("max-wgs", "sinfo -h -N -p maxcpu -o %t").strip().equals("idle\nidle"));
        }
    }

    @Test
    void outputIsOfOneThatHasBegun() throws Exception {
        String waits = Lab.must("mxuser@max-wgs", "sbatch --parsable -H -o " + FOLDER + "/w --wrap true")
                .strip();
        assertKey("job-not-begun", () -> bench.jobViews().outputFile(new JobId(waits)));
        Lab.must("mxuser@max-wgs", "scancel " + waits);
        await(() -> bench.slurm().find(new JobId(waits)).isEmpty());
        assertKey("job-not-begun", () -> bench.jobViews().outputFile(new JobId(waits)));
        String array = Lab.must(
                        "mxuser@max-wgs",
                        "sbatch --parsable -J 'an array' -a 3,4 -o '" + FOLDER + "/%A-%3a-%N-%x-%4j' --wrap 'sleep 60'")
                .strip();
        await(() -> bench.slurm().mine().found().stream().filter(Job::running).count() == 2);
        assertKey("task-not-named", () -> bench.jobViews().outputFile(new JobId(array)));
        for (int task : List.of(3, 4)) {
            String file = bench.jobViews().outputFile(new JobId(array + "_" + task));
            assertThat(file).startsWith(FOLDER + "/" + array + "-00" + task + "-max-wn00");
            assertThat(Lab.sh("mxuser@max-wgs", "test -e '" + file + "'").status())
                    .isZero();
        }
        Lab.must("mxuser@max-wgs", "scancel --me");
    }

    @Test
    void anArrayIsNoneOfItsTasksAndEachTaskHasANumberOfItsOwn() throws Exception {
        String array = Lab.must(
                        "mxuser@max-wgs",
                        "sbatch --parsable -p maxcpu -t 5 -a 1-3%1 -o '" + FOLDER + "/one-%a' --wrap 'sleep 60'")
                .strip();
        JobId first = new JobId(array + "_1");
        await(() -> bench.slurm().find(first).filter(Job::running).isPresent());
        assertKey("task-not-named", () -> bench.jobViews().outputFile(new JobId(array)));
        assertKey("task-not-named", () -> bench.slurm().find(new JobId(array)));
        JobId number = bench.slurm().number(first);
        assertThat(number).isNotEqualTo(first);
        if (!number.equals(new JobId(array))) {
            assertThat(bench.slurm().find(number).map(Job::id)).contains(first);
            assertThat(bench.jobViews().outputFile(number)).isEqualTo(FOLDER + "/one-1");
        }
        await(() -> bench.slurm().usage(new JobId(array)).tasks() == 1); // its task is counted a moment later
        assertThat(bench.slurm().usage(first).tasks()).isZero();
        Lab.must("mxuser@max-wgs", "scancel --me");
    }

    private static void assertKey(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(Trouble.class)
                .extracting(t -> ((Trouble) t).key())
                .isEqualTo(key);
    }

    @Test
    void whatTheUserHasSetForSlurmMakesOfABatchJobNothingElse() throws Exception {
        String script = "#!/bin/bash\n#SBATCH -t 5 -o " + FOLDER
                + "/env-%j\nenv | grep -E '^(SLURM_EXACT|SBATCH_)' || echo none\n";
        String profile = "/home/mxuser/.bash_profile";
        Lab.must("mxuser@max-wgs", "! [ -e " + profile + " ] || cp " + profile + " " + FOLDER + "/profile");
        Lab.must(
                "mxuser@max-wgs",
                "echo 'export SBATCH_ARRAY_INX=1-3 SBATCH_OUTPUT=/nowhere/x SBATCH_PARTITION=maxgpu SLURM_EXACT=1 "
                        + "SQUEUE_FORMAT=%u SQUEUE_STATES=CD SLURM_TIME_FORMAT=relative' >> " + profile);
        try (Server mine = Lab.connect()) {
            JobId job = mine.slurm().submit(script);
            assertThat(mine.slurm().details(job))
                    .containsEntry("Partition", "maxgpu")
                    .doesNotContainKey("ArrayJobId");
            await(() -> mine.slurm().mine().found().isEmpty());
            assertThat(Lab.must("mxuser@max-wgs", "cat " + FOLDER + "/env-" + job)
                            .lines())
                    .containsExactly("SBATCH_PARTITION=maxgpu");
            JobId named = mine.slurm().submit(script.replace("-t 5", "-t 5 -p maxcpu"));
            assertThat(mine.slurm().details(named)).containsEntry("Partition", "maxcpu");
            assertThat(mine.slurm().usage(named).limit()).contains(java.time.Duration.ofMinutes(5));
        } finally {
            Lab.must(
                    "mxuser@max-wgs",
                    "rm " + profile + "; ! [ -e " + FOLDER + "/profile ] || cp " + FOLDER + "/profile " + profile);
        }
    }
}
