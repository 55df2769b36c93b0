package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.Partitions;
import org.maxdock.slurm.Records;
import org.maxdock.slurm.Slurm;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** What nobody holds is left over, whether it runs or waits; what somebody holds, and what is another's, is not. */
class LeftoversTest {

    private static final Mark MARK = new Mark("maxdock:00000000-0000-4000-8000-000000000001");
    private static final JobId JOB = new JobId("37");
    private static final String CONTAINER = "container - " + "a".repeat(64) + " tomo - no in use";

    private final Host host = mock(Host.class);
    private final Slurm slurm = mock(Slurm.class);
    private final KeptTerminals terminals = mock(KeptTerminals.class);
    private final Leftovers leftovers = new Leftovers(
            host,
            "max-wgs.desy.de",
            slurm,
            terminals,
            new JobFiles(
                    List.of("/scratch/kept/$USER/home_$JOB", "/shared/tmp/keys_$JOB", "/x/$JOB.d/y"),
                    List.of("/shared")));
    private String held = "";
    private String there = "";

    @BeforeEach
    void begin() throws Trouble {
        when(slurm.version()).thenReturn(Optional.of("22.05.8"));
        when(slurm.numbers()).thenReturn(Records.of(List.of("37")));
        when(terminals.attached()).thenReturn(Map.of());
        when(host.run(any())).thenAnswer(call -> {
            String verb = call.<Command>getArgument(0).arguments().getFirst();
            String said = verb.equals("held") ? held + "end\n" : verb.equals("left") ? there : "";
            return new Output(0, said.getBytes(StandardCharsets.UTF_8), new byte[0]);
        });
        told("0", "max-wgs:123");
    }

    private void told(String batch, String from) throws Trouble {
        when(slurm.details(any())).thenReturn(Map.of("BatchFlag", batch, "AllocNode:Sid", from));
    }

    private void queued(String id, String state) throws Trouble {
        String where = state.equals("PENDING") ? "(Resources)" : "max-wn001";
        when(slurm.mine())
                .thenReturn(Records.of(List.of(new Job(
                        new JobId(id),
                        JOB,
                        "tomo",
                        state,
                        "p",
                        1,
                        where,
                        "0",
                        "1",
                        MARK.text(),
                        "me",
                        "1",
                        "N/A",
                        1))));
    }

    private List<Leftover> found() throws Trouble {
        return leftovers.find(Set.of());
    }

    private boolean stop(Leftover one) throws Trouble {
        return leftovers.stop(one, Set.of(), Partitions.DEFAULT, new Cancellation());
    }

    @ParameterizedTest
    @CsvSource({
        "RUNNING, true",
        "PENDING, true",
        "CONFIGURING, true",
        "SUSPENDED, true",
        "STOPPED, true",
        "COMPLETING, false",
        "CANCELLED, false",
    })
    void whatHasOrAwaitsNodesIsLeftOverWhereNobodyHoldsIt(String state, boolean isLeft) throws Trouble {
        queued("37", state);
        assertThat(found()).hasSize(isLeft ? 1 : 0);
        held = MARK.text() + "\n";
        assertThat(found()).as("its salloc lives").isEmpty();
        held = "";
        assertThat(leftovers.find(Set.of(MARK))).as("somebody looks at it").isEmpty();
        when(terminals.attached()).thenReturn(Map.of(MARK, true));
        assertThat(found()).as("in a terminal").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RUNNING", "PENDING", "SUSPENDED"})
    void whoeverElseMayHoldItIsNotKnown(String state) throws Trouble {
        queued("37", state);
        told("1", "max-wgs:123");
        assertThat(found()).as("a batch job").isEmpty();
        told("0", "max-display:123");
        assertThat(found()).as("begun on another server").isEmpty();
        told("0", "");
        assertThat(found()).as("nobody says where").isEmpty();
    }

    @Test
    void whatIsLeftOfAnArrayIsABatchJob() throws Trouble {
        queued("37_[3-9]", "PENDING");
        assertThat(found()).isEmpty();
        verify(slurm, never()).details(any());
    }

    @Test
    void oneThatWaitedIsStoppedThoughItHasNodesMeanwhile() throws Trouble {
        queued("37", "PENDING");
        Leftover waits = found().getFirst();
        assertThat(waits).isEqualTo(new Leftover.Allocation(JOB, "tomo", "(Resources)", MARK));
        assertThat(((Leftover.Allocation) waits).waits()).isTrue();
        queued("37", "RUNNING");
        assertThat(stop(waits)).isTrue();
        verify(slurm).cancel(List.of(JOB));
    }

    @Test
    void anAllocationThatIsHeldAgainIsNotStopped() throws Trouble {
        queued("37", "RUNNING");
        Leftover one = found().getFirst();
        held = MARK.text() + "\n";
        assertThat(stop(one)).isFalse();
        verify(slurm, never()).cancel(any());
    }

    @Test
    void aTerminalThatSomebodyHasAttachedToIsNotStopped() throws Trouble {
        when(slurm.mine()).thenReturn(Records.of(List.of()));
        when(terminals.attached()).thenReturn(Map.of(MARK, false));
        Leftover one = found().getFirst();
        when(terminals.attached()).thenReturn(Map.of(MARK, true));
        assertThat(stop(one)).isFalse();
        verify(terminals, never()).end(any());
        when(terminals.attached()).thenReturn(Map.of(MARK, false));
        assertThat(leftovers.stop(one, Set.of(MARK), Partitions.DEFAULT, new Cancellation()))
                .isFalse();
        assertThat(stop(one)).isTrue();
        verify(terminals).end(MARK);
    }

    @Test
    void aContainerThatIsUsedAgainIsNotStopped() throws Trouble {
        when(slurm.mine()).thenReturn(Records.of(List.of()));
        there = CONTAINER;
        Leftover one = found().getFirst();
        there = CONTAINER.replace(" no ", " yes ");
        assertThat(stop(one)).isFalse();
        verify(host, never()).run(argThat(c -> c.arguments().getFirst().equals("stop")));
        there = CONTAINER;
        assertThat(stop(one)).isTrue();
        verify(host).run(argThat(c -> c.arguments().equals(List.of("stop", "container", "a".repeat(64)))));
    }

    /** For as long as its job is there it is that job's; and what the site does not name is no leftover. */
    @ParameterizedTest
    @CsvSource({
        "/scratch/kept/me/home_36, true",
        "/scratch/kept/me/home_37, false",
        "/scratch/kept/me/home_, false",
        "/scratch/kept/me/home_36x, false",
        "/scratch/kept/me/../home_36, false",
        "/scratch/kept/me/mine/home_36, false",
        "/scratch/kept/me/homes_36, false",
        "/shared/tmp/keys_1, true",
        "/x/36.d/y, true",
        "/x/36ed/y, false",
        "/home/me, false",
    })
    void whatTheSitesScriptsKeepIsLeftOverWhenItsJobHasEnded(String path, boolean isLeft) throws Trouble {
        when(slurm.mine()).thenReturn(Records.of(List.of()));
        there = "kept - " + path;
        assertThat(found()).isEqualTo(isLeft ? List.of(new Leftover.Folder(Optional.empty(), path)) : List.of());
    }

    @Test
    void onNodesOnlyWhatIsTheirOwnIsLookedFor() throws Trouble {
        when(slurm.mine()).thenReturn(Records.of(List.of()));
        found();
        verify(host)
                .run(argThat(c -> c.arguments()
                        .equals(List.of(
                                "left", "/scratch/kept/$USER/home_$JOB", "/shared/tmp/keys_$JOB", "/x/$JOB.d/y"))));
        assertThat(new JobFiles(List.of("/a/$JOB", "/shared/$JOB", "/sharedtoo/$JOB"), List.of("/shared")).ofNodes())
                .containsExactly("/a/$JOB", "/sharedtoo/$JOB");
    }

    /** Its files are on storage that other hosts share: without a queue none is known to have ended. */
    @Test
    void whereThereIsNoSlurmNobodyKnowsWhichJobsHaveEnded() throws Trouble {
        when(slurm.version()).thenReturn(Optional.empty());
        found();
        verify(host).run(argThat(c -> c.arguments().equals(List.of("left"))));
    }

    /** Whoever is on the engine may label theirs, and so may an image. */
    @Test
    void whatOnlyBearsTheUsersLabelsIsCounted() throws Trouble {
        when(slurm.mine()).thenReturn(Records.of(List.of()));
        there = "others - " + "b".repeat(64) + "\n" + CONTAINER + "\nothers n1 " + "c".repeat(64) + "\nothers - x\n";
        assertThat(leftovers.look(Set.of()).found()).hasSize(1);
        assertThat(leftovers.look(Set.of()).others()).isEqualTo(2);
    }

    /** That nobody holds any is not the same as that nobody can tell. */
    @Test
    void whereNobodyCanTellWhoHoldsWhatNothingIsLeftOver() throws Trouble {
        queued("37", "RUNNING");
        doReturn(new Output(0, new byte[0], new byte[0])).when(host).run(any());
        assertThat(catchThrowableOfType(Trouble.class, this::found).kind()).isEqualTo(TroubleKind.ANSWER_UNREADABLE);
        verify(slurm, never()).cancel(any());
    }

    /** A job that cannot be read may be the one that holds it, and may be left over itself. */
    @Test
    void whereAJobCannotBeReadNothingIsLeftOverForWantOfIt() throws Trouble {
        when(slurm.mine()).thenReturn(new Records<>(List.of(), 2));
        when(slurm.numbers()).thenReturn(new Records<>(List.of("37"), 1));
        there = "kept - /scratch/kept/me/home_36\n" + CONTAINER.replace(" no ", " 36 yes ") + "\n" + CONTAINER;
        WhatIsLeft left = leftovers.look(Set.of());
        assertThat(left.found()).singleElement().isInstanceOf(Leftover.Container.class);
        assertThat(left.notes()).containsExactly(Message.of("jobs.unread.left", 2));
        Leftover folder = new Leftover.Folder(Optional.empty(), "/scratch/kept/me/home_36");
        assertThat(stop(folder)).isFalse();
    }
}
