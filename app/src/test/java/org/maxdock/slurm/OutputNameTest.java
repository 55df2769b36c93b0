package org.maxdock.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a batch job writes to: each as SLURM 22.05 named the file. */
class OutputNameTest {

    private static final Map<String, String> JOB = Map.of(
            "JobId",
            "12",
            "ArrayJobId",
            "11",
            "ArrayTaskId",
            "13",
            "UserId",
            "mxuser(21437)",
            "JobName",
            "my job",
            "BatchHost",
            "max-wn001.desy.de",
            "WorkDir",
            "/w");

    private static String of(String told) {
        Map<String, String> details = new HashMap<>(JOB);
        details.put("StdOut", told);
        return OutputName.of(details);
    }

    @ParameterizedTest
    @CsvSource({
        "/o/a-%j, /o/a-12",
        "/o/b-%5j, /o/b-00012",
        "/o/c-%A_%a, /o/c-11_13",
        "/o/e-%3a, /o/e-013",
        "/o/f-%N, /o/f-max-wn001",
        "/o/s-%5N, /o/s-max-wn001",
        "/o/x-%3t-%2n, /o/x-000-00",
        "/o/u-%2s, /o/u-batch",
        "/o/v-%3J, /o/v-012",
        "/o/q-%12j, /o/q-0000000012",
        "/o/t-%3u-%x, /o/t-mxuser-my job",
        "/o/m-%b, /o/m-3",
        "/o/n-%%j, /o/n-%j",
        "/o/y-%3%, /o/y-3%",
        "/o/o-%q, /o/o-%q",
        "/o/r-%, /o/r-%",
        "/o/p\\%j, /o/p%j",
        "slurm-%j.out, /w/slurm-12.out",
        "/o/plain, /o/plain",
    })
    void symbolsAreReplacedAsTheStepReplacesThem(String told, String file) {
        assertThat(of(told)).isEqualTo(file);
    }

    @Test
    void outsideOfAnArrayATaskIsNoNumberOfOne() {
        assertThat(OutputName.of(Map.of("JobId", "7", "StdOut", "/o/%A-%a"))).isEqualTo("/o/7-4294967294");
    }

    @Test
    void olderOnesDoNotKnowAllSymbols() {
        Map<String, String> details = new HashMap<>(JOB);
        details.put("StdOut", "/o/m-%b-%j");
        assertThat(OutputName.ofOlder(details)).isEqualTo("/o/m-%b-12");
    }

    @Test
    void whoHasNoBatchScriptWritesIntoNoFile() {
        assertThat(OutputName.of(Map.of("JobId", "7", "WorkDir", "/w"))).isEmpty();
    }
}
