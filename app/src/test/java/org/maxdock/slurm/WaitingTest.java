package org.maxdock.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.text.Message;
import org.maxdock.text.Texts;

class WaitingTest {

    private static Job job(String id, String partition, long priority) {
        return job(id, partition, priority, "(Priority)");
    }

    private static Job job(String id, String partition, long priority, String where) {
        return new Job(
                new JobId(id),
                new JobId(id),
                "j",
                "PENDING",
                partition,
                1,
                where,
                "0:00",
                "1:00",
                "",
                "me",
                "1:00",
                "N/A",
                priority);
    }

    @Test
    void whoWaitsInOneOfItsPartitionsIsAhead() {
        Job mine = job("1", "maxcpu,allcpu", 10);
        List<Job> others = List.of(
                mine,
                job("2", "maxcpu", 11),
                job("3", "allgpu,allcpu", 12),
                job("4", "maxgpu", 99),
                job("5", "allcpu", 9));
        assertThat(Waiting.among(mine, others).ahead()).isEqualTo(2);
    }

    /** A known word has its sentence, whatever follows it; all else is shown as a whole. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "Resources;Resources",
                "Dependency;Dependency",
                "ReqNodeNotAvail, UnavailableNodes:n1;ReqNodeNotAvail",
                "Nodes required for job are DOWN, DRAINED or reserved for jobs in higher priority partitions;NodesAway",
                "Job's account not permitted to use this partition (maxgpu allows x not y);",
                "launch failed requeued held;launch-failed-requeued-held",
                "QOSGrpCpuLimit;limit-qos",
                "QOSGrpGRES;limit-qos",
                "AssocGrpGRES, or so: more (n1);limit-group",
                "AssocGrpCPURunMinutesLimit;limit-group",
                "QOSMaxWallDurationPerJobLimit;limit-job",
                "AssocMaxCpuPerJobLimit;limit-job",
                "MaxMemPerNode;limit-job",
                "QOSMaxNodePerUserLimit;limit-own",
                "AssociationJobLimit;limit-own",
                "QOSMinGRES;limit-least",
                "QOSNotAllowed;QOSNotAllowed",
                "BurstBufferStageIn;",
            })
    void whatItSaysOfItsReasonIsWhole(String reason, String known) {
        Message why = new Waiting(job("1", "maxgpu", 1, "(" + reason + ")"), 0).why();
        assertThat(why.key()).isEqualTo("slurm.reason." + (known == null ? "other" : known));
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            String said = new Texts(language).get(why);
            assertThat(said).doesNotContain("slurm.reason");
            if (known == null || known.startsWith("limit-")) {
                assertThat(said).contains(reason);
            }
        }
    }
}
