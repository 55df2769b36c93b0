package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.cli.standby.StandbyClient;
import org.maxdock.lab.Lab;
import org.testfx.util.WaitForAsyncUtils;

/** Calls go over a connection that is kept, and do not log in: they work while nobody could. */
@Tag("lab")
@Tag("once")
@Timeout(120)
class KeptConnectionLabTest {

    private static final String KEYS = "~mxuser/.ssh/authorized_keys";

    @TempDir
    Path folder;

    private Commands.Said maxdock(String... words) {
        return new Commands(folder).maxdock(words);
    }

    @Test
    void listsAreMadeByWhoStandsBy() throws Exception {
        Commands commands = new Commands(folder);
        assertThat(commands.maxdock("connection", "keep", "--for", "5").status())
                .isZero();
        for (String list : List.of("images", "jobs --ended", "container list", "images --json")) {
            String[] words = commands.words(list.split(" "));
            WaitForAsyncUtils.waitFor( // until it has come up
                    30, TimeUnit.SECONDS, () -> StandbyClient.answer(words).isPresent());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            StandbyClient.answer(words)
                    .orElseThrow()
                    .print(
                            new PrintStream(out, true, StandardCharsets.UTF_8),
                            new PrintStream(new ByteArrayOutputStream()));
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .isEqualTo(commands.maxdock(list.split(" ")).out());
        }
        assertThat(StandbyClient.answer(commands.words("image", "inspect", Lab.BASE)))
                .isEmpty();
        assertThat(commands.maxdock("connection", "end").status()).isZero();
        assertThat(StandbyClient.answer(commands.words("images"))).isEmpty();
    }

    @Test
    void callsNeedNoLogin() throws Exception {
        assertThat(maxdock("connection", "end").status()).isZero();
        Commands.Said kept = maxdock("--json", "connection", "keep", "--for", "5");
        assertThat(kept.json().path("minutes").asInt()).isEqualTo(5);
        assertThat(kept.err() + kept.out()).contains("mxuser@max-wgs");
        assertThat(kept.status()).isZero();
        Lab.must("max-wgs", "mv " + KEYS + " " + KEYS + ".kept");
        try {
            assertThat(maxdock("images").out()).contains(Lab.BASE.substring(0, Lab.BASE.lastIndexOf(':')));
            assertThat(maxdock("jobs").status()).isZero();
            assertThat(maxdock("image", "inspect", "--short", Lab.BASE).out()).contains("platform");
            assertThat(maxdock("connection", "end").status()).isZero();
            assertThat(maxdock("images").status()).isNotZero();
        } finally {
            Lab.must("max-wgs", "mv " + KEYS + ".kept " + KEYS);
        }
        assertThat(maxdock("images").status()).isZero();
        assertThat(maxdock("connection", "keep", "--for", "0").status()).isEqualTo(2);
    }
}
