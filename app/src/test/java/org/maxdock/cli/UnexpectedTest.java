package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.operation.WindowOpener;
import org.maxdock.store.ProgramLog;

/** Whatever a command throws is a sentence on the terminal, and stands in the program's log with its origin. */
class UnexpectedTest {

    static Stream<Throwable> whatNobodyExpects() {
        return Stream.of(
                new IllegalStateException("found-in-log"),
                new StackOverflowError("found-in-log"),
                new OutOfMemoryError("found-in-log"),
                new ExceptionInInitializerError("found-in-log"),
                new LinkageError("found-in-log"));
    }

    @ParameterizedTest
    @MethodSource("whatNobodyExpects")
    void isASentenceAndStandsInTheLog(Throwable fault) throws Exception {
        Path log = ProgramLog.ofUser().file();
        Files.deleteIfExists(log);
        WindowOpener failing = (target, folder, ssh, site, page) -> {
            if (fault instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) fault;
        };
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int status = CommandLineMain.run(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    language,
                    failing,
                    "--json");
            assertThat(status).isEqualTo(Exit.FAILED);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .startsWith("maxdock: ")
                    .contains("found-in-log", log.toString())
                    .doesNotContain("\tat ");
            assertThat(new ObjectMapper()
                            .readTree(out.toByteArray())
                            .at("/error/key")
                            .asText())
                    .isEqualTo("unexpected");
        }
        assertThat(log).content().contains("found-in-log", "\tat ", UnexpectedTest.class.getName());
    }
}
