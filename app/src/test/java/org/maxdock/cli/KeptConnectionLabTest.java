package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;

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
