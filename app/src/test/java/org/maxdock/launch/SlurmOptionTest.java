package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.InvalidValue;

/** What the launch sets, and what would have SLURM only say something of itself, no option can be. */
class SlurmOptionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wrap",
                "parsable",
                "comment",
                "job-name",
                "ntasks",
                "test-only",
                "array",
                "help",
                "usage",
                "version"
            })
    void aBeginningOfANameIsTheName(String name) {
        for (int length = 1; length <= name.length(); length++) {
            String option = "--" + name.substring(0, length);
            assertThatThrownBy(() -> SlurmOption.check(option)).as(option).isInstanceOf(InvalidValue.class);
            assertThatThrownBy(() -> SlurmOption.check(option + "=x")).isInstanceOf(InvalidValue.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-n4", "-Jx", "-a1-3", "-h", "-V", "-Qn4", "-sV", "-vvh", "-HsJx"})
    void alsoInShortAndBehindSwitches(String option) {
        assertThatThrownBy(() -> SlurmOption.check(option)).isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--hold",
                "--hint=nomultithread",
                "--verbose",
                "--use-min-nodes",
                "--mem=4G",
                "-s",
                "-Qv",
                "-Hpmaxcpu",
                "-wnV",
                "-pJa",
                "-Ahn"
            })
    void othersAreTaken(String option) {
        assertThatCode(() -> SlurmOption.check(option)).doesNotThrowAnyException();
    }
}
