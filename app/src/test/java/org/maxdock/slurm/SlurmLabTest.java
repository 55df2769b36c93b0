package org.maxdock.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;
import org.maxdock.text.Trouble;

@Tag("lab")
@Tag("modern")
@Timeout(60)
class SlurmLabTest {

    @Test
    void partitionsTellWhatIMayUseAndWhatIsFree() throws Exception {
        try (Server bench = Lab.connect()) {
            List<Partition> partitions = bench.slurm().partitions().found();
            assertThat(partitions).extracting(x -> x.name().text()).containsExactly("maxcpu", "maxgpu", "upex");
            assertThat(partitions).extracting(Partition::allowed).containsExactly(true, true, false);
            assertThat(partitions).extracting(Partition::isDefault).containsExactly(true, false, false);
            assertThat(partitions.getFirst().total()).isEqualTo(2);
            assertThat(partitions.getFirst().timeLimit()).isEqualTo("14-00:00:00");
            assertThat(bench.slurm().version())
                    .hasValueSatisfying(v -> assertThat(v).matches("2[0-9]\\.[0-9]{2}\\.[0-9]+"))
                    .hasValueSatisfying(
                            v -> assertThat(Lab.must("max-wgs", "sinfo -V")).contains(v));
        }
    }

    @Test
    void aJobIsSubmittedListedFoundByItsMarkAndCancelled() throws Exception {
        try (Server bench = Lab.connect()) {
            Mark mark = Mark.fresh();
            JobId id = bench.slurm()
                    .submit("#!/bin/bash\n#SBATCH --comment=" + mark + "\n#SBATCH '--job-name=a | b'\n"
                            + "sleep 300\n");
            assertThat(bench.slurm().find(mark)).hasValueSatisfying(j -> {
                assertThat(j.id()).isEqualTo(id);
                assertThat(j.name()).isEqualTo("a | b");
            });
            bench.slurm().cancel(List.of(id));
            org.testfx.util.WaitForAsyncUtils.waitFor(
                    20,
                    java.util.concurrent.TimeUnit.SECONDS,
                    () -> bench.slurm().mine().found().stream()
                            .noneMatch(j -> j.id().equals(id) && !j.state().equals("COMPLETING")));
            assertThat(bench.slurm().mine().found()).noneMatch(j -> j.id().equals(id) && j.running());
        }
    }

    /** Whatever another user calls theirs: as records of squeue, of its formats of old, and of sacct. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\\n666\\x1fRUNNING\\x1fmaxcpu\\x1f1\\x1fmax-wn001\\x1f0:01\\x1f5\\x1f"
                        + "\\x1fmxuser\\x1f4\\x1fN/A\\x1f5\\x1f666\\x1fforged",
                "a\\x1e\\n666|RUNNING|maxcpu|1|max-wn001|0:01|5||mxuser|4|N/A|5|666|forged\\x1e",
                "a\\n666\\x1fCOMPLETED\\x1f0:0\\x1fmaxcpu\\x1fn\\x1f1\\x1fs\\x1fe\\x1fmaxdock\\x1fforged",
                "7x\\n\\n\\x1b]0;owned\\x07",
            })
    void aJobThatAnotherUserNamesForgesNone(String name) throws Exception {
        try (Server bench = Lab.connect()) {
            String theirs = Lab.must(
                            "mxother@max-wgs",
                            "sbatch --parsable -o /dev/null --hold -t 5 --comment $'" + name + "' -J $'" + name
                                    + "' --wrap true")
                    .strip();
            try {
                Records<Job> all = bench.slurm().queue();
                assertThat(all.passedOver()).isZero();
                assertThat(all.found()).noneMatch(j -> j.id().text().equals("666"));
                assertThat(all.found())
                        .filteredOn(j -> j.user().equals("mxother"))
                        .extracting(j -> j.id().text())
                        .contains(theirs);
                assertThat(bench.slurm().mine().found()).noneMatch(j -> j.user().equals("mxother"));
            } finally {
                Lab.must("mxother@max-wgs", "scancel " + theirs);
            }
            Records<EndedJob> ended = bench.slurm().ended();
            assertThat(ended.passedOver()).isZero();
            assertThat(ended.found()).noneMatch(j -> j.id().text().equals("666"));
        }
    }

    @Test
    void linesAndJsonTellTheSameAndANameMayHoldALineBreak() throws Exception {
        try (Server bench = Lab.connect()) {
            org.testfx.util.WaitForAsyncUtils.waitFor(
                    30,
                    java.util.concurrent.TimeUnit.SECONDS,
                    () -> bench.slurm().mine().found().isEmpty());
            String running = Lab.must(
                            "mxuser@max-wgs",
                            "sbatch --parsable -o /dev/null -t 5 --comment 'a b' -J one --wrap 'sleep 300'")
                    .strip();
            String waiting = Lab.must(
                            "mxuser@max-wgs",
                            "sbatch --parsable -o /dev/null -t 1-2:3:4 -J 'two  words' --begin=now+1hour --wrap true")
                    .strip();
            String array = Lab.must(
                            "mxuser@max-wgs",
                            "sbatch --parsable -o /dev/null -t 5 --array=3-5 --hold -J three --wrap true")
                    .strip();
            org.testfx.util.WaitForAsyncUtils.waitFor(
                    20,
                    java.util.concurrent.TimeUnit.SECONDS,
                    () -> bench.slurm().mine().found().stream()
                            .anyMatch(j -> j.id().text().equals(running) && j.running()));
            try {
                List<Job> lines = bench.slurm().mine().found();
                assertThat(lines).extracting(j -> j.id().text()).contains(running, waiting, array + "_[3-5]");
                String broken = Lab.must(
                                "mxuser@max-wgs", "sbatch --parsable -o /dev/null --hold -t 5 -J $'a\\nb' --wrap true")
                        .strip();
                assertThat(bench.slurm().mine().found())
                        .filteredOn(j -> j.id().text().equals(broken))
                        .extracting(Job::name)
                        .containsExactly("a\nb");
                assertThat(bench.slurm().queue().found())
                        .extracting(j -> j.id().text())
                        .contains(running, waiting, broken);
                String odd = Lab.must(
                                "mxuser@max-wgs",
                                "sbatch --parsable -o /dev/null --hold -t 5 -J $'a\\x1fb' --wrap true")
                        .strip();
                List<Job> json = bench.slurm().mine().found();
                assertThat(json)
                        .filteredOn(j -> j.id().text().equals(odd))
                        .extracting(Job::name)
                        .containsExactly("a\u001fb");
                assertThat(json)
                        .filteredOn(j ->
                                !j.id().text().equals(odd) && !j.id().text().equals(broken))
                        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("used", "left")
                        .containsExactlyInAnyOrderElementsOf(lines);
            } finally {
                Lab.must("mxuser@max-wgs", "scancel --me");
            }
        }
    }

    @Test
    void whenAJobWouldStartIsSaidWithoutSubmittingOne() throws Exception {
        try (Server bench = Lab.connect()) {
            PlannedStart now = bench.slurm()
                    .whenWouldStart(List.of("--partition=maxgpu", "--time=5"))
                    .orElseThrow();
            assertThat(now.nodes()).isEqualTo("max-wn002");
            assertThat(now.until()).isLessThan(java.time.Duration.ofSeconds(20));
            String job = Lab.must(
                            "mxother@max-wgs",
                            "sbatch --parsable --exclusive -t 30 -w max-wn002 -o /dev/null --wrap 'sleep 300'")
                    .strip();
            try {
                org.testfx.util.WaitForAsyncUtils.waitFor(
                        20,
                        java.util.concurrent.TimeUnit.SECONDS,
                        () -> Lab.must("max-wgs", "squeue -h -j " + job + " -o %T")
                                .strip()
                                .equals("RUNNING"));
                assertThat(bench.slurm()
                                .whenWouldStart(List.of("--partition=maxgpu", "--time=5"))
                                .orElseThrow()
                                .until())
                        .isBetween(java.time.Duration.ofMinutes(25), java.time.Duration.ofMinutes(35));
            } finally {
                Lab.must("mxother@max-wgs", "scancel " + job);
            }
            assertThat(keyOf(() -> bench.slurm().whenWouldStart(List.of("--partition=nowhere"))))
                    .isEqualTo("partition-unknown");
            assertThat(keyOf(() -> bench.slurm().whenWouldStart(List.of("--mem=900G"))))
                    .isEqualTo("slurm-refused");
            assertThat(bench.slurm().mine().found())
                    .filteredOn(j -> !j.state().equals("COMPLETING"))
                    .isEmpty(); // of the tests before
        }
    }

    @Test
    void refusalsAreSentences() throws Exception {
        try (Server bench = Lab.connect()) {
            assertThat(keyOf(() -> bench.slurm().submit("#!/bin/bash\n#SBATCH -p nowhere\ntrue\n")))
                    .isEqualTo("partition-unknown");
            assertThat(keyOf(() -> bench.slurm().cancel(List.of(new JobId("999999")))))
                    .isEqualTo("no-such-job");
        }
    }

    /** SLURM 22.05 refuses it; 24.11 lets it wait there for ever, where its own lists do not show it. */
    @Test
    void whatIsSubmittedToOthersPartitionIsRefusedOrListed() throws Exception {
        try (Server bench = Lab.connect()) {
            String script = "#!/bin/bash\n#SBATCH -p upex\ntrue\n";
            if (!Lab.isModern()) {
                assertThat(keyOf(() -> bench.slurm().submit(script))).isEqualTo("partition-forbidden");
                return;
            }
            JobId id = bench.slurm().submit(script);
            assertThat(Lab.must("mxuser@max-wgs", "squeue --me --noheader")).isBlank();
            assertThat(bench.slurm().mine().found()).anySatisfy(j -> {
                assertThat(j.id()).isEqualTo(id);
                assertThat(j.waiting()).isTrue();
            });
            bench.slurm().cancel(List.of(id));
        }
    }

    private static String keyOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(call);
        assertThat(thrown).isInstanceOf(Trouble.class);
        return ((Trouble) thrown).key();
    }

    @Test
    void aHostWithoutSlurmSaysSo() {
        assertThatThrownBy(() -> {
                    try (Server bench = Lab.connections().open("max-wgs")) {
                        Lab.must("max-wgs", "mount --bind /dev/null /usr/bin/sinfo");
                        try {
                            assertThat(bench.slurm().version()).isEmpty();
                            bench.slurm().partitions();
                        } finally {
                            Lab.must("max-wgs", "umount /usr/bin/sinfo");
                        }
                    }
                })
                .isInstanceOf(Trouble.class);
    }
}
