package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.NodeShape;
import org.maxdock.slurm.Partition;
import org.maxdock.slurm.PartitionName;
import org.maxdock.slurm.Records;
import org.maxdock.slurm.Slurm;
import org.maxdock.text.Message;
import org.maxdock.text.Texts;

/** Before a launch nothing is said not to be there where some of what SLURM wrote could not be read. */
class UnreadRecordsTest {

    @ParameterizedTest
    @CsvSource({
        // partition | partitions unread | jobs unread | a job of the name runs | what is said
        "cpu, 0, 0, false, ''",
        "cpu, 0, 2, false, NOTE check.name.unread [2]",
        "cpu, 0, 2, true, NOTE check.name.runs [tomo]",
        "cpu, 3, 0, false, ''",
        "gone, 0, 0, false, FAILS check.partition.unknown [gone]",
        "gone, 3, 0, false, NOTE check.partition.unread [3]",
    })
    void ofTheAllocation(String partition, int partitions, int jobs, boolean runs, String said) throws Exception {
        Slurm slurm = site(partitions, 0);
        JobId id = new JobId("7");
        Job job = new Job(id, id, "tomo", "RUNNING", "cpu", 1, "n", "", "", "", "me", "1:00", "", 0);
        when(slurm.mine()).thenReturn(new Records<>(runs ? List.of(job) : List.of(), jobs));
        when(slurm.whenWouldStart(any())).thenReturn(Optional.empty());
        assertSays(
                new AllocationCheck(slurm, Map.of()).check("tomo", LaunchPlace.Allocation.of(partition, 1, "")), said);
    }

    @ParameterizedTest
    @CsvSource({
        "cpu, 0, 0, FAILS check.gpus.none [cpu]",
        "cpu, 0, 2, NOTE check.gpus.none [cpu]; NOTE nodes.passed-over [2]",
        "cpu, 1, 2, NOTE check.gpus.none [cpu]; NOTE nodes.passed-over [3]",
    })
    void ofGpus(String partition, int partitions, int shapes, String said) throws Exception {
        Launch launch = StubNode.launch(
                        LaunchKind.Name.COMMAND, RunMode.ME, LaunchPlace.Allocation.of(partition, 1, ""), "true")
                .withContainer(new ContainerOptions(List.of(), "", List.of(), List.of("--gpus=all")));
        assertSays(new GpuCheck(site(partitions, shapes), Map.of()).check(launch, Optional.empty()), said);
    }

    private static Slurm site(int partitions, int shapes) throws Exception {
        Slurm slurm = mock(Slurm.class);
        PartitionName cpu = new PartitionName("cpu");
        when(slurm.partitions())
                .thenReturn(new Records<>(
                        List.of(new Partition(cpu, true, true, "all", true, "1:00", "", 1, 0, 0, 0, 1)), partitions));
        when(slurm.shapes())
                .thenReturn(new Records<>(
                        List.of(new NodeShape(new NodeName("n"), cpu, 8, 4000, "", "(null)", true)), shapes));
        return slurm;
    }

    private static void assertSays(List<PreflightCheck> checks, String said) {
        Set<String> aside = Set.of("check.start.unknown", "check.partition.default-time");
        List<String> lines = new ArrayList<>();
        for (PreflightCheck check : checks) {
            Message reason = check.reason();
            if (!aside.contains(reason.key()) && check.state() != PreflightCheck.Outcome.OK) {
                lines.add(check.state() + " " + reason.key() + " " + reason.arguments());
            }
            for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                assertThat(new Texts(language).get(reason)).doesNotContain("check.", "{");
            }
        }
        assertThat(lines.stream().collect(Collectors.joining("; "))).isEqualTo(said);
    }
}
