package org.maxdock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExecCommandTest {

    @Test
    void namesItsUserBeforeAllElse() {
        assertThat(ExecCommand.as("\"$me\"")).isEqualTo("docker exec --user \"$me\"");
        assertThat(ExecCommand.atTerminal("id"))
                .contains("{{.Config.User}}")
                .endsWith("exec docker exec --user \"$as\" --interactive --tty \"$1\" id\n");
    }

    /** A line for people, as a button's hint, names the user, too. */
    @Test
    void nothingElseInTheProgramWritesOne() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> others = files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !f.endsWith("ExecCommand.java"))
                    .flatMap(ExecCommandTest::lines)
                    .filter(l -> l.contains("docker exec") && !l.contains("docker exec -u USER"))
                    .filter(l -> !l.strip().startsWith("*") && !l.strip().startsWith("/"))
                    .toList();
            assertThat(others).isEmpty();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
