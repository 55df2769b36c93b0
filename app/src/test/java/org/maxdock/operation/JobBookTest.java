package org.maxdock.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.slurm.EndedJob;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.Records;
import org.maxdock.slurm.Slurm;
import org.maxdock.store.Json;
import org.maxdock.store.Run;
import org.maxdock.store.Runs;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** What is written down of a launch's end: what SLURM said, and nothing where it said nothing. */
class JobBookTest {

    @TempDir
    private Path folder;

    private final Slurm slurm = mock(Slurm.class);
    private Runs runs;
    private JobBook book;

    @BeforeEach
    void begin() throws Trouble {
        runs = new Runs(folder.resolve("runs.json"), new Json());
        book = new JobBook(slurm, runs, "max-wgs");
        when(slurm.mine()).thenReturn(Records.of(List.of()));
        when(slurm.ended()).thenReturn(Records.of(List.of()));
        Launch launch = new Launch(
                "tomo",
                ImageReference.parse("r/i:1"),
                List.of(),
                List.of(),
                RunMode.ISOLATED,
                LaunchPlace.Allocation.of("maxcpu", 1, "5"),
                List.of("true"),
                "");
        runs.put(new Run(
                Mark.fresh(), Optional.of(new JobId("37")), "max-wgs", "2026-11-24T16:40:00Z", launch, "", "", "", ""));
    }

    private boolean isOver() throws Trouble {
        book.read(false);
        return runs.all().getFirst().isOver();
    }

    /** Its job may have left the queue's answer and still be there: between two states, or unseen. */
    @ParameterizedTest
    @EnumSource(
            value = TroubleKind.class,
            names = {"SLURM_SILENT", "SLURM_REFUSED", "SLURM_NOT_ALLOWED", "CONNECTION_LOST", "CANCELLED"})
    void whoIsSilentHasNotSaidThatItIsOver(TroubleKind kind) throws Trouble {
        when(slurm.allTasks(new JobId("37"))).thenThrow(new Trouble(kind, "x"));
        assertThat(isOver()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENDING", "RUNNING", "SUSPENDED", "COMPLETING", "CONFIGURING", "REQUEUED", "RESIZING", ""})
    void aJobThatLivesIsNotOver(String state) throws Trouble {
        when(slurm.allTasks(new JobId("37"))).thenReturn(List.of(Map.of("JobState", state)));
        assertThat(isOver()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMPLETED", "FAILED", "CANCELLED", "TIMEOUT", "NODE_FAIL", "OUT_OF_MEMORY"})
    void oneThatHasEndedIsOverAsSlurmSays(String state) throws Trouble {
        when(slurm.allTasks(new JobId("37")))
                .thenReturn(List.of(Map.of("JobState", state, "ExitCode", "1:0", "StdOut", "/o")));
        assertThat(isOver()).isTrue();
        assertThat(runs.all().getFirst().state()).isEqualTo(state);
        assertThat(runs.all().getFirst().output()).isEqualTo("/o");
    }

    /** What it was called when the job was started is not what makes it another. */
    @ParameterizedTest
    @ValueSource(strings = {"max-wgs", "me@max-wgs", "MAX-WGS", "max-wgs.example.org"})
    void aLaunchIsKnownByItsJobsCommentWhateverTheServerIsCalled(String called) throws Trouble {
        Job job = mock(Job.class);
        when(job.id()).thenReturn(new JobId("37"));
        when(job.comment()).thenReturn(runs.all().getFirst().mark().text());
        book = new JobBook(slurm, runs, called);
        when(slurm.mine()).thenReturn(Records.of(List.of(job)));
        assertThat(book.read(false).found().getFirst().run()).isPresent();
        when(slurm.mine()).thenReturn(Records.of(List.of()));
        when(slurm.allTasks(new JobId("37"))).thenReturn(List.of(Map.of("JobState", "COMPLETED", "ExitCode", "0:0")));
        assertThat(book.read(false).found())
                .singleElement()
                .satisfies(e -> assertThat(e.run()).isPresent());
        assertThat(runs.all().getFirst().state()).isEqualTo("COMPLETED");
    }

    /** Anybody can write a comment. */
    @ParameterizedTest
    @ValueSource(strings = {"max-wgs", "elsewhere"})
    void whatOthersWriteIntoACommentProvesNothing(String target) throws Trouble {
        Job job = mock(Job.class);
        when(job.id()).thenReturn(new JobId("99"));
        when(job.comment()).thenReturn(runs.all().getFirst().mark().text());
        when(slurm.queue()).thenReturn(Records.of(List.of(job)));
        assertThat(new JobBook(slurm, runs, target).read(true).found())
                .singleElement()
                .satisfies(e -> assertThat(e.run()).isEmpty());
        assertThat(runs.all().getFirst().job()).contains(new JobId("37"));
    }

    /** The list shows the latest; what is asked of one job is not asked of the list. */
    @Test
    void aLaunchIsKnownHoweverManyJobsHaveEndedSince() throws Trouble {
        String mark = runs.all().getFirst().mark().text();
        when(slurm.ended())
                .thenReturn(Records.of(Stream.concat(
                                Stream.of(ended("37", "2026-11-24T17:00:00", mark)),
                                IntStream.range(100, 140).mapToObj(n -> ended("" + n, "2026-11-25T17:00:00", "")))
                        .toList()));
        assertThat(book.read(false).found()).hasSize(25);
        assertThat(book.launchOf(new JobId("37")).name()).isEqualTo("tomo");
        assertThat(book.isLaunch(new JobId("37"))).isTrue();
        assertThat(book.isLaunch(new JobId("100"))).isFalse();
    }

    private static EndedJob ended(String id, String end, String comment) {
        return new EndedJob(
                new JobId(id), "job", "COMPLETED", "0:0", "maxcpu", "n1", "1:00", "2026-11-24T16:50:00", end, comment);
    }

    @Test
    void oneThatSlurmHasForgottenIsOver() throws Trouble {
        when(slurm.allTasks(new JobId("37"))).thenThrow(new Trouble(TroubleKind.NO_SUCH_JOB, "37"));
        assertThat(isOver()).isTrue();
    }

    /** By the number that SLURM and the page of jobs tell; an array's stands for its tasks. */
    @ParameterizedTest
    @ValueSource(strings = {"37", "37_2"})
    void whatAJobRanCanBeStartedAgain(String id) throws Trouble {
        Job job = mock(Job.class);
        when(job.id()).thenReturn(new JobId(id));
        when(job.comment()).thenReturn(runs.all().getFirst().mark().text());
        when(slurm.mine()).thenReturn(Records.of(List.of(job)));
        for (String asked : List.of(id, "37")) {
            assertThat(book.launchOf(new JobId(asked)).name()).isEqualTo("tomo");
        }
    }

    @Test
    void soCanWhatHasEnded() throws Trouble {
        when(slurm.allTasks(new JobId("37"))).thenReturn(List.of(Map.of("JobState", "FAILED", "ExitCode", "1:0")));
        assertThat(book.launchOf(new JobId("37")).name()).isEqualTo("tomo");
    }

    @Test
    void aJobThatMaxDockDidNotStartHasNone() throws Trouble {
        Job job = mock(Job.class);
        when(job.id()).thenReturn(new JobId("38"));
        when(job.comment()).thenReturn("mine");
        when(slurm.mine()).thenReturn(Records.of(List.of(job)));
        assertThatThrownBy(() -> book.launchOf(new JobId("38")))
                .isInstanceOfSatisfying(
                        Trouble.class, t -> assertThat(t.kind()).isEqualTo(TroubleKind.JOB_WITHOUT_LAUNCH));
        assertThatThrownBy(() -> book.launchOf(new JobId("3")))
                .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.kind()).isEqualTo(TroubleKind.NO_SUCH_JOB));
    }
}
