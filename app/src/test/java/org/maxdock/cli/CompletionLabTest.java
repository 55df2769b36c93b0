package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;

/** What a shell completes by what the server has. */
@Tag("lab")
@Tag("once")
@Timeout(60)
class CompletionLabTest {

    @TempDir
    Path folder;

    private List<String> words(String rest) {
        Commands.Said said = new Commands(folder)
                .maxdock("words", "--", "maxdock --on mxuser@max-wgs -F " + Lab.sshConfig() + " " + rest);
        assertThat(said.status()).isZero();
        assertThat(said.err()).isEmpty();
        return said.out().lines().toList();
    }

    @Test
    void imagesNodesPartitionsJobsAndContainersAreThere() {
        assertThat(words("push max-registry:5000/max")).contains(Lab.BASE).allMatch(w -> w.startsWith("max-reg"));
        assertThat(words("provide " + Lab.BASE + " --node max-wn001,"))
                .contains("max-wn001,max-wn002")
                .doesNotContain("max-wn001,max-wn001");
        assertThat(words("launch --partition=maxc")).containsExactly("--partition=maxcpu");
        String job = Lab.must("mxuser@max-wgs", "sbatch --parsable -H -p maxcpu --wrap true 2>/dev/null")
                .strip();
        try {
            assertThat(words("cancel ")).contains(job);
        } finally {
            Lab.must("mxuser@max-wgs", "scancel " + job);
        }
        String name = "words-test";
        Lab.must("mxuser@max-wgs", "docker create --name " + name + " " + Lab.BASE + " true");
        try {
            assertThat(words("container inspect words-")).containsExactly(name);
        } finally {
            Lab.must("mxuser@max-wgs", "docker rm " + name);
        }
    }

    @Test
    void whoCannotGetInIsToldNothingAndAskedNothing() {
        assertThat(words("--on nobody@max-wgs push m")).isEmpty();
        assertThat(words("--on me@no.such.host.invalid push m")).isEmpty();
    }
}
