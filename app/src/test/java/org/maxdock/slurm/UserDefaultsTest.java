package org.maxdock.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
}
