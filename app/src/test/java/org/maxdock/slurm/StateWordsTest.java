package org.maxdock.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.Texts;

/** Sentences of ours have a state in their own language; what no page of SLURM's knows is left as it was said. */
class StateWordsTest {

    private static final Texts GERMAN = new Texts(Locale.GERMAN);

    /** squeue(1), JOB STATE CODES. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "BOOT_FAIL",
                "CANCELLED",
                "CANCELLED by 4711",
                "CANCELLED+",
                "COMPLETED",
                "COMPLETING",
                "CONFIGURING",
                "DEADLINE",
                "FAILED",
                "LAUNCH_FAILED",
                "NODE_FAIL",
                "OUT_OF_MEMORY",
                "PENDING",
                "PREEMPTED",
                "REQUEUED",
                "REQUEUE_FED",
                "REQUEUE_HOLD",
                "RESIZING",
                "REVOKED",
                "RUNNING",
                "SIGNALING",
                "SPECIAL_EXIT",
                "STAGE_OUT",
                "STOPPED",
                "SUSPENDED",
                "TIMEOUT"
            })
    void aJobsIsSaidInTheLanguage(String state) {
        assertThat(GERMAN.get(StateWords.ofJob(state)))
                .doesNotContainIgnoringCase(state)
                .doesNotContain("slurm.");
        assertThat(new Texts(Locale.ENGLISH).get(StateWords.ofJob(state))).doesNotContain("slurm.");
    }

    /** sinfo(1), NODE STATE CODES, and the signs behind them. */
    @ParameterizedTest
    @CsvSource({
        "idle, frei",
        "idle~, frei",
        "mixed, teils belegt",
        "down*, ausgefallen",
        "drained*, außer Betrieb genommen"
    })
    void aNodesToo(String state, String word) {
        assertThat(GERMAN.get(StateWords.ofNode(state))).isEqualTo(word);
    }

    /** sinfo(1), NODE STATE CODES, in full. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "allocated",
                "allocated+",
                "blocked",
                "completing",
                "down",
                "drained",
                "draining",
                "fail",
                "failing",
                "future",
                "idle",
                "inval",
                "maint",
                "mixed-",
                "perfctrs",
                "planned",
                "power_down",
                "power_up",
                "powered_down",
                "powering_down",
                "powering_up",
                "reboot_issued",
                "reboot_requested",
                "reserved",
                "unknown$"
            })
    void eachOfANodesIsSaidInTheLanguage(String state) {
        assertThat(GERMAN.get(StateWords.ofNode(state)))
                .doesNotContainIgnoringCase(state)
                .doesNotContain("slurm.");
        assertThat(new Texts(Locale.ENGLISH).get(StateWords.ofNode(state))).doesNotContain("slurm.");
    }

    @Test
    void whatALaterSlurmSaysStays() {
        assertThat(GERMAN.get(StateWords.ofJob("EXPEDITED"))).isEqualTo("EXPEDITED");
        assertThat(GERMAN.get(StateWords.ofNode("{0}'*"))).isEqualTo("{0}'*");
    }
}
