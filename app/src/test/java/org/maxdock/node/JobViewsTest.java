package org.maxdock.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Slurm;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Whose output is shown, and of whom there is none. */
class JobViewsTest {

    private final Slurm slurm = mock(Slurm.class);
    private final Host host = mock(Host.class);
    private final JobViews views = new JobViews(host, slurm);

    @BeforeEach
    void allFilesAreThere() throws Trouble {
        when(host.run(any())).thenReturn(new Output(0, new byte[0], new byte[0]));
    }

    private static Map<String, String> one(String number, String state, String nodes) {
        return Map.of("JobId", number, "JobState", state, "NodeList", nodes, "StdOut", "/o/%j");
    }

    private static Map<String, String> task(String number, String task, String state, String nodes) {
        Map<String, String> details = new HashMap<>(one(number, state, nodes));
        details.putAll(Map.of("ArrayJobId", "37", "ArrayTaskId", task));
        return details;
    }

    private void troubled(String asked, TroubleKind kind, String... arguments) {
        assertThatThrownBy(() -> views.outputFile(new JobId(asked))).isInstanceOfSatisfying(Trouble.class, t -> {
            assertThat(t.kind()).isEqualTo(kind);
            assertThat(t.arguments()).extracting(Object::toString).containsExactly(arguments);
        });
    }

    @ParameterizedTest
    @CsvSource({"1, 37_1", "2, '37_1, 37_2'"})
    void anArrayOfWhichOneTaskHasBegunIsNotThatTask(int begun, String named) throws Trouble {
        List<Map<String, String>> told = new ArrayList<>();
        for (int i = begun; i > 0; i--) {
            told.add(task("3" + (7 + i), String.valueOf(i), "RUNNING", "n1"));
        }
        told.add(task("37", "3-9%1", "PENDING", "(null)"));
        when(slurm.tasks(new JobId("37"))).thenReturn(told);
        troubled("37", TroubleKind.TASK_NOT_NAMED, "37", named);
    }

    @Test
    void anArrayOfWhichOnlyTheLastIsRememberedIsNotThatTask() throws Trouble {
        when(slurm.tasks(new JobId("37"))).thenReturn(List.of(task("37", "9", "COMPLETED", "n1")));
        troubled("37", TroubleKind.TASK_NOT_NAMED, "37", "37_9");
    }

    @ParameterizedTest
    @CsvSource({"37_2", "38"})
    void aTaskIsNamedByEitherNumber(String asked) throws Trouble {
        when(slurm.tasks(new JobId(asked))).thenReturn(List.of(task("38", "2", "RUNNING", "n1")));
        assertThat(views.outputFile(new JobId(asked))).isEqualTo("/o/38");
    }

    @ParameterizedTest
    @CsvSource({"PENDING, (null)", "CONFIGURING, n1", "CANCELLED, (null)", "CANCELLED, ''"})
    void whoNeverRanHasWrittenNothing(String state, String nodes) throws Trouble {
        when(slurm.tasks(new JobId("7"))).thenReturn(List.of(one("7", state, nodes)));
        troubled("7", TroubleKind.JOB_NOT_BEGUN, "7");
        when(slurm.tasks(new JobId("37"))).thenReturn(List.of(task("37", "1-9", state, nodes)));
        troubled("37", TroubleKind.JOB_NOT_BEGUN, "37");
    }

    @Test
    void whoRanHasWritten() throws Trouble {
        when(slurm.tasks(new JobId("7"))).thenReturn(List.of(one("7", "CANCELLED", "n1")));
        assertThat(views.outputFile(new JobId("7"))).isEqualTo("/o/7");
    }
}
