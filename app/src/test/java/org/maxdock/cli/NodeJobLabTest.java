package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;
import org.maxdock.lab.ServerWithoutEngine;

/** The whole main job where the server has no engine, by commands: on a node that is taken for it. */
@Tag("lab")
@Tag("modern")
@Tag("once")
@Timeout(180)
class NodeJobLabTest {

    private static final String IMAGE = "max-registry:5000/test/node-job:" + Long.toHexString(System.nanoTime());

    @TempDir
    Path folder;

    private Commands.Said maxdock(String... words) {
        return new Commands(folder).maxdock(words);
    }

    private Commands.Said must(String... words) {
        Commands.Said said = maxdock(words);
        assertThat(said.status()).as(said.out() + said.err()).isZero();
        return said;
    }

    @AfterEach
    void giveBack() {
        Lab.giveBack("mxuser");
    }

    @Test
    void anImageIsBuiltRecordedPushedVerifiedElsewhereAndRun() throws Exception {
        Files.writeString(
                folder.resolve("Dockerfile"),
                "FROM " + Lab.BASE
                        + "\nRUN --mount=type=cache,target=/c echo built > /c/x && cp /c/x /built\nLABEL run="
                        + System.nanoTime() + "\n");
        try (ServerWithoutEngine without = new ServerWithoutEngine()) {
            assertThat(without).isNotNull();
            Commands.Said none = maxdock("images");
            assertThat(none.status()).isEqualTo(1);
            assertThat(none.err()).contains("No Docker Engine answers").contains("maxdock node take");
            assertThat(maxdock("--engine", "node", "images").err()).contains("You have taken no node");
            assertThat(maxdock("--engine", "nowhere", "images").status()).isEqualTo(2);

            Commands.Said taken = must("node", "take", "-p", "maxcpu", "-t", "10", "--nodelist", "max-wn002");
            String job = taken.out().split(" ")[0];
            assertThat(taken.out()).contains("max-wn002");
            assertThat(taken.err()).contains("--engine node").contains("give-back " + job);
            assertThat(must("node", "list").out()).startsWith(job + " ");
            assertThat(must("--engine", "node", "status").out()).contains("max-wn002");

            assertThat(must("--engine", "node", "build", "-t", IMAGE).out()).isNotEmpty();
            must("--engine", "node", "digest", "record", IMAGE);
            Commands.Said refused = maxdock("node", "give-back");
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.err()).contains("max-wn002 alone has " + IMAGE).contains("--anyway");
            must("--engine", "node:" + job, "push", IMAGE);
            must("provide", IMAGE, "--node", "max-wn001");
            assertThat(must("digest", "verify", IMAGE, "--node", "max-wn001").out())
                    .contains("max-wn001");
            assertThat(must("launch", "--nodelist", "max-wn001", IMAGE, "cat", "/built")
                            .out())
                    .isEqualTo("built\n");
            must("node", "give-back", job);
            assertThat(must("node", "list").out()).isEmpty();
            assertThat(maxdock("node", "give-back").err()).contains("You have taken no node");
            assertThat(maxdock("node", "give-back", "999999").err()).contains("Job 999999 is no node");
            assertThat(maxdock("node", "take", "--slurm-arg", "--array=1-3").status())
                    .isEqualTo(2);
            assertThat(maxdock("--engine", "nowhere", "jobs").status()).isEqualTo(2);
        }
        if (Lab.isModern()) {
            assertThat(maxdock("images").err()).contains("Take a node to build and to work on");
        } else {
            assertThat(must("images").out()).doesNotContain(IMAGE);
        }
    }
}
