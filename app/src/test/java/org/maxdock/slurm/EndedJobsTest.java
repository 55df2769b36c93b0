package org.maxdock.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a site's accounts tell of jobs whose names and comments their users have thought about. */
class EndedJobsTest {

    private static final EndedJobs ASKED = EndedJobs.random();

    private static String delimiter() {
        return ASKED.options().stream()
                .filter(o -> o.startsWith("--delimiter="))
                .findFirst()
                .orElseThrow()
                .substring("--delimiter=".length());
    }

    private static String record(String id, String state, String comment, String name) {
        return String.join(
                        "",
                        Arrays.stream(new String[] {
                                    id, state, "0:0", "maxcpu", "n1", "00:01", "2026-01-02", "2026-01-03", comment, name
                                })
                                .map(f -> f + delimiter())
                                .toList())
                + "\n";
    }

    /** Each would have been a record of its own where lines begin one and what parts fields is known before. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\n666\u001fCOMPLETED\u001f0:0\u001fp\u001fn\u001f1\u001fs\u001fe\u001fc\u001fforged\n",
                "a\n666|COMPLETED|0:0|p|n|1|s|e|c|forged\n",
                "\n\n667",
                "",
                "  two blanks  ",
                "\u001f\u001f\u001f\u001f\u001f\u001f\u001f\u001f\u001f\u001f\u001f",
            })
    void whateverAJobIsCalledIsItsNameAndNothingElse(String name) throws Exception {
        Records<EndedJob> jobs =
                ASKED.read(record("7", "COMPLETED", name, name) + record("8", "FAILED", "maxdock", "fit"));
        assertThat(jobs.passedOver()).isZero();
        assertThat(jobs.found()).extracting(j -> j.id().text()).containsExactly("8", "7");
        assertThat(jobs.found().getLast().name()).isEqualTo(name);
        assertThat(jobs.found().getLast().comment()).isEqualTo(name);
    }

    @Test
    void whatIsNoRecordIsPassedOverAndCounted() throws Exception {
        String good = record("7", "COMPLETED", "", "a");
        assertThat(ASKED.read("")).isEqualTo(Records.of(List.of()));
        Records<EndedJob> jobs = ASKED.read(good + record("seven", "COMPLETED", "", "b") + good.substring(0, 20));
        assertThat(jobs.found()).hasSize(1);
        assertThat(jobs.passedOver()).isEqualTo(2);
        assertThat(ASKED.read(good + record("9", "RUNNING", "", "c")).found()).hasSize(1);
    }

    @Test
    void eachQuestionHasItsOwnDelimiter() {
        assertThat(EndedJobs.random().options()).isNotEqualTo(ASKED.options());
    }

    @Test
    void aLineOfSinfoThatIsNoneIsCounted() throws Exception {
        Records<Node> nodes = NodeLines.nodes("wn1\u001fcpu\u001fidle\nwn2\u001fcpu\n\nx y\u001fcpu\u001fidle\n");
        assertThat(nodes.found()).hasSize(1);
        assertThat(nodes.passedOver()).isEqualTo(2);
        assertThat(new NodeLines(List.of())
                        .partitions("a\u001fup\u001fall\u001f1\u001f1\u001fidle\u001fmany\n")
                        .passedOver())
                .isEqualTo(1);
        assertThat(NodeLines.shapes("a\u001fb\n").passedOver()).isEqualTo(1);
    }
}
