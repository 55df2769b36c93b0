package org.maxdock.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users have set for salloc and sbatch counts where a launch says nothing of it. */
class UserDefaultsTest {

    private static final Map<String, String> SET = Map.of(
            "SALLOC_PARTITION", "allcpu",
            "SALLOC_TIMELIMIT", "30",
            "SBATCH_QOS", "long",
            "SBATCH_ARRAY_INX", "1-3",
            "SALLOC_KILL_CMD", "KILL");

    @Test
    void aWishCountsUnlessTheLaunchHasOneOfItsOwn() {
        assertThat(UserDefaults.options(SET, false, List.of("--nodes=1")))
                .containsExactly("--partition=allcpu", "--time=30");
        assertThat(UserDefaults.options(SET, false, List.of("--partition=maxcpu", "-t5")))
                .isEmpty();
        assertThat(UserDefaults.options(SET, true, List.of())).containsExactly("--qos=long");
    }

    @Test
    void sbatchsWouldWinOverTheScriptAndSoCountOnlyWhereItSaysNothing() {
        assertThat(UserDefaults.ofSbatch("#!/bin/bash\n#SBATCH --nodes=1\n").split(" "))
                .contains("SBATCH_PARTITION", "SBATCH_QOS", "SBATCH_ACCOUNT")
                .doesNotContain("SBATCH_ARRAY_INX", "SBATCH_EXPORT");
        assertThat(UserDefaults.ofSbatch("#!/bin/bash\n#SBATCH --nodes=1 --partition=p\n#SBATCH -A me\necho --qos\n")
                        .split(" "))
                .contains("SBATCH_QOS")
                .doesNotContain("SBATCH_PARTITION", "SBATCH_ACCOUNT");
        assertThat(UserDefaults.ofSalloc().split(" ")).contains("SALLOC_PARTITION");
    }

    /** As a launch's header has options: each in a line, in quotes where a shell would need them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "#SBATCH '--constraint=A100&V100';SBATCH_CONSTRAINT;false",
                "#SBATCH '-CA100|V100';SBATCH_CONSTRAINT;false",
                "#SBATCH --constraint A100;SBATCH_CONSTRAINT;false",
                "#SBATCH --time=5;SBATCH_TIMELIMIT;false",
                "#SBATCH --time-min=10;SBATCH_TIMELIMIT;true",
                "#SBATCH --qos=x;SBATCH_PARTITION;true",
                "echo --partition=x;SBATCH_PARTITION;true",
            })
    void whatTheScriptSaysItselfTheVariableDoesNot(String line, String variable, boolean counts) {
        List<String> names =
                List.of(UserDefaults.ofSbatch("#!/bin/bash\n" + line + "\n").split(" "));
        assertThat(names.contains(variable)).isEqualTo(counts);
    }
}
