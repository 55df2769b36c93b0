package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of servers has each once, and takes no change of what is not in it. */
class ConnectionListTest {

    private final String home = System.getProperty("user.home");

    @TempDir
    Path folder;

    @BeforeEach
    void inAHomeOfItsOwn() {
        assumeThat(System.getenv("XDG_CONFIG_HOME")).isNullOrEmpty();
        System.setProperty("user.home", folder.toString());
    }

    @AfterEach
    void back() {
        System.setProperty("user.home", home);
    }

    private static Commands.Said connection(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("connection"), java.util.stream.Stream.of(words))
                .toArray(String[]::new);
        int status = CommandLineMain.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Locale.ENGLISH,
                (target, project, ssh, site, page) -> 99,
                all);
        return new Commands.Said(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aServerIsThereOnceHoweverItIsWritten() {
        connection("add", "a@b");
        connection("add", " a@b ");
        assertThat(connection("add", "ssh://a@b/").out()).isEqualTo("a@b\n");
        assertThat(connection("edit", "ssh://a@b", " c@d:22 ").out()).isEqualTo("c@d:22\n");
        assertThat(connection("remove", " c@d:22").out()).isEmpty();
    }

    @Test
    void whatIsNotListedIsNeitherChangedNorRemoved() {
        connection("add", "a@b");
        assertThat(connection("remove", "nope").status()).isEqualTo(Exit.FAILED);
        assertThat(connection("remove", "nope").err()).contains("There is no server nope");
        assertThat(connection("edit", "nope", "x@y").status()).isEqualTo(Exit.FAILED);
        assertThat(connection("list").out()).isEqualTo("a@b\n");
    }
}
