package org.maxdock.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.operation.JobBook;
import org.maxdock.operation.Server;
import org.maxdock.store.Json;
import org.maxdock.store.Run;
import org.maxdock.store.Runs;
import org.testfx.util.WaitForAsyncUtils;

/** What has ended, as a real slurmdbd tells it. */
@Tag("lab")
@Tag("once")
@Timeout(120)
class AccountingLabTest {

    private static final Mark MARK = new Mark("maxdock:00000000-0000-4000-8000-000000000001");

    @TempDir
    Path folder;

    @BeforeAll
    static void keepAccounts() {
        Lab.Said said = Lab.run(List.of(Lab.top().resolve("packaging/lab").toString(), "accounting"));
        assertThat(said.status()).as(said.err()).isZero();
    }

    @Test
    void whatHasEndedIsToldWithStatusTimesAndTheLaunchItCameFrom() throws Exception {
        JobId failed = submit("--comment='" + MARK + "' -J \"$(printf 'od|d\\n12|COMPLETED')\" --wrap 'exit 3'");
        JobId array = submit("--array=1-2 -J many --wrap true");
        JobId cancelled = submit("-J long --wrap 'exec sleep 300'");
        Lab.must("mxuser@max-wgs", "srun -Q -J maxdock-images true");
        try (Server bench = Lab.connect()) {
            await(() -> bench.slurm().find(cancelled).filter(Job::running).isPresent());
            assertThat(bench.slurm().ended().found())
                    .as("what runs has not ended")
                    .noneMatch(e -> e.id().equals(cancelled));
            bench.slurm().cancel(List.of(cancelled));
            await(() -> ended(bench, cancelled).isPresent());
            await(() ->
                    ended(bench, failed).filter(e -> e.state().equals("FAILED")).isPresent()
                            && ended(bench, new JobId(array + "_1")).isPresent()
                            && ended(bench, new JobId(array + "_2")).isPresent());

            EndedJob end = ended(bench, failed).orElseThrow();
            assertThat(end.name()).isEqualTo("od|d\n12|COMPLETED");
            assertThat(end.comment()).isEqualTo(MARK.text());
            assertThat(end.status()).isEqualTo("3:0");
            assertThat(end.partition()).isEqualTo("maxcpu");
            assertThat(end.nodes()).startsWith("max-wn00");
            assertThat(end.end()).isGreaterThanOrEqualTo(end.start());
            assertThat(ended(bench, new JobId(array + "_1")).orElseThrow().state())
                    .isEqualTo("COMPLETED");
            assertThat(ended(bench, cancelled).orElseThrow().state()).startsWith("CANCELLED by ");
            inTheBook(bench, failed, cancelled);
        }
    }

    private void inTheBook(Server bench, JobId failed, JobId cancelled) throws Exception {
        Launch launch = new Launch(
                "reconstruct",
                ImageReference.parse(Lab.BASE),
                List.of(),
                List.of(),
                RunMode.ME,
                LaunchPlace.Allocation.of("maxcpu", 1, "5"),
                List.of("false"),
                "");
        Runs runs = new Runs(folder.resolve("runs.json"), new Json());
        runs.put(new Run(MARK, Optional.of(failed), "max-wgs", "2026-11-24T12:00:00Z", launch, "", "", "", ""));
        List<JobBook.Entry> entries =
                new JobBook(bench.slurm(), runs, "max-wgs").read(false).found();
        assertThat(entries)
                .extracting(JobBook.Entry::name)
                .contains("reconstruct", "many", "long")
                .doesNotContain("maxdock-images");
        assertThat(entries.stream().filter(e -> e.id().equals(Optional.of(failed))))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.run().map(Run::launch)).contains(launch);
                    assertThat(e.state()).isEqualTo("FAILED");
                });
        assertThat(entries.stream().filter(e -> e.id().equals(Optional.of(cancelled))))
                .singleElement()
                .satisfies(e -> assertThat(e.state()).isEqualTo("CANCELLED"));
    }

    private static JobId submit(String options) {
        return new JobId(Lab.must("mxuser@max-wgs", "sbatch --parsable -p maxcpu -t 5 -o /dev/null " + options)
                .strip());
    }

    private static Optional<EndedJob> ended(Server bench, JobId id) throws Exception {
        return bench.slurm().ended().found().stream()
                .filter(e -> e.id().equals(id))
                .findFirst();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(40, TimeUnit.SECONDS, condition);
    }
}
