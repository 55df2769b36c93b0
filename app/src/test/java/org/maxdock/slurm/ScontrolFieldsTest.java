package org.maxdock.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of scontrol show job --oneliner, as SLURM 22.05 writes them. */
class ScontrolFieldsTest {

    private static final String LATER = " UserId=you(1000) GroupId=it(100) MCS_label=N/A Priority=1 Nice=0 Account=a "
            + "QOS=normal JobState=RUNNING Reason=None Dependency=(null) Requeue=0 Restarts=0 BatchFlag=1 Reboot=0 "
            + "ExitCode=0:0 RunTime=00:00:01 TimeLimit=02:00:00 TimeMin=N/A Partition=maxcpu AllocNode:Sid=max-wgs:7 "
            + "NodeList=max-wn001 BatchHost=max-wn001 NumNodes=1 Command=%s WorkDir=%s%s StdErr=/home/you/slurm-7.out "
            + "StdIn=/dev/null StdOut=/home/you/slurm-7.out Power=";
    private static final String FORGED = " UserId=you(1000) GroupId=it(100) JobState=COMPLETED BatchFlag=0 "
            + "TimeLimit=5 Partition=other WorkDir=/ StdOut=/home/you/.ssh/id_ed25519";

    private static Map<String, String> read(String name, String command, String folder, String comment) {
        return ScontrolFields.read("JobId=7 ArrayJobId=6 JobName=" + name + LATER.formatted(command, folder, comment));
    }

    private static void isTold(Map<String, String> fields) {
        assertThat(fields)
                .containsEntry("JobId", "7")
                .containsEntry("ArrayJobId", "6")
                .containsEntry("UserId", "you(1000)")
                .containsEntry("JobState", "RUNNING")
                .containsEntry("BatchFlag", "1")
                .containsEntry("TimeLimit", "02:00:00")
                .containsEntry("Partition", "maxcpu")
                .containsEntry("StdOut", "/home/you/slurm-7.out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recon",
                "a name",
                "",
                "scan T=300K dry",
                "fit TimeLimit=5",
                "recon BatchFlag=0 StdOut=/home/you/.ssh/id_ed25519",
                "x UserId=root(0)",
                "x UserId=root(0) TimeLimit=5 JobState=COMPLETED",
                "x UserId=root(0) GroupId=root(0) JobState=FAILED TimeLimit=5",
                "x JobName=y JobId=8 UserId=",
                "x JobId=8 ArrayJobId=9"
            })
    void ofAJobTheNameIsANameAndNothingElse(String name) {
        Map<String, String> fields = read(name, "/home/you/a.sh", "/home/you", "");
        isTold(fields);
        assertThat(fields).containsEntry("JobName", name).containsEntry("WorkDir", "/home/you");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " TimeLimit=5 BatchFlag=0 JobState=FAILED",
                " UserId=root(0) GroupId=root(0) TimeLimit=5",
                " JobName=other UserId=root(0)",
                " JobId=8 ArrayJobId=9"
            })
    void commandFolderAndCommentAddNothingToWhatStandsBefore(String forged) {
        for (Map<String, String> fields : List.of(
                read("recon", "/a" + forged, "/w", ""),
                read("recon", "/a", "/w" + forged, ""),
                read("recon", "/a", "/w", " Comment=c" + forged),
                read("recon", "/a", "/w", " AdminComment=c" + forged + " Comment=c" + forged))) {
            isTold(fields);
            assertThat(fields).containsEntry("JobName", "recon");
        }
    }

    /** They come after what people write, so that neither the first nor the last need be the real one. */
    @ParameterizedTest
    @ValueSource(strings = {" Comment=c StdOut=/forged", " Comment=c StdOut=/forged AdminComment=d StdOut=/forged"})
    void anOutputThatIsToldInTwoWaysIsNotKnown(String comment) {
        assertThat(read("recon", "/a", "/w", comment))
                .doesNotContainKey("StdOut")
                .containsEntry("WorkDir", "/w");
        assertThat(read("recon", "/a WorkDir=/forged", "/w", ""))
                .doesNotContainKey("WorkDir")
                .containsEntry("StdOut", "/home/you/slurm-7.out");
    }

    /** Then nobody can tell which of them it is: the line is the same either way. */
    @Test
    void ofAWholeJobInANameOrACommentNothingCounts() {
        for (Map<String, String> fields : List.of(
                read("x" + FORGED, "/a", "/w", ""),
                read("x", "/a", "/w", " Comment=c" + FORGED),
                read("x" + FORGED, "/a", "/w", " Comment=c" + FORGED),
                read("x" + FORGED.repeat(1000), "/a", "/w", ""))) {
            assertThat(fields)
                    .containsEntry("JobId", "7")
                    .doesNotContainEntry("TimeLimit", "5")
                    .doesNotContainEntry("JobState", "COMPLETED")
                    .doesNotContainEntry("BatchFlag", "0")
                    .doesNotContainEntry("StdOut", "/home/you/.ssh/id_ed25519");
        }
    }

    @Test
    void whatIsNoJobIsReadAsBefore() {
        assertThat(ScontrolFields.read("NodeName=max-wn001 Arch=x86_64 Gres=gpu:2 Reason=it is down [root@x]"))
                .containsEntry("Gres", "gpu:2")
                .containsEntry("Reason", "it is down [root@x]");
        assertThat(ScontrolFields.read("JobId=7 JobName=fit TimeLimit=5 UserId=you(1) JobState=RUNNING TimeLimit=1:00"))
                .containsEntry("TimeLimit", "1:00")
                .containsEntry("JobName", "fit TimeLimit=5");
    }
}
