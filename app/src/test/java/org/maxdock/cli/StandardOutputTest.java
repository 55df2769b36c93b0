package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be written is no success; that nobody wants more of it is no fault. */
class StandardOutputTest {

    private static final String LONG = "a line\n".repeat(10_000);

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private int end(StandardOutput output, int status) {
        return output.end(status, new PrintStream(err, true, StandardCharsets.UTF_8), Locale.ENGLISH);
    }

    private static StandardOutput to(OutputStream stream, Path descriptor) {
        return new StandardOutput(stream, descriptor, StandardCharsets.UTF_8);
    }

    /** Each command that only tells something, on a full disk. */
    @ParameterizedTest
    @ValueSource(strings = {"--version", "--help", "launch --help", "completion bash", "completion fish", "plan list"})
    void aFullDiskIsAFailure(String words) throws Exception {
        CommandLineMain.run(
                new PrintStream(OutputStream.nullOutputStream()),
                new PrintStream(err),
                Locale.ENGLISH,
                (target, project, ssh, site, page) -> 99,
                "--project",
                folder.toString(),
                "plan",
                "save",
                "m",
                "-v",
                "/a:/b");
        try (OutputStream full = new FileOutputStream("/dev/full")) {
            StandardOutput output = to(full, Path.of("/dev/full"));
            int status = CommandLineMain.run(
                    output.stream(),
                    new PrintStream(err),
                    Locale.ENGLISH,
                    (target, project, ssh, site, page) -> 99,
                    ("--project " + folder + " " + words).split(" "));
            assertThat(status).isZero();
            assertThat(end(output, status)).isEqualTo(Exit.FAILED);
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no space left on device");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "2, 2", "3, 3", "141, 1"})
    void aFailureOfTheCommandStaysWhatItIs(int status, int ended) throws Exception {
        try (OutputStream full = new FileOutputStream("/dev/full")) {
            StandardOutput output = to(full, Path.of("/dev/full"));
            output.stream().print(LONG);
            assertThat(end(output, status)).isEqualTo(ended);
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("could not be written");
    }

    @Test
    void aClosedOutputIsAFailure() throws Exception {
        OutputStream closed = new FileOutputStream(folder.resolve("closed").toFile());
        closed.close();
        StandardOutput output = to(closed, folder.resolve("none"));
        output.stream().print("x");
        assertThat(end(output, Exit.DONE)).isEqualTo(Exit.FAILED);
    }

    /** As after {@code | head}, which the system tells in the language of its user. */
    @Test
    void ofAReaderThatHasEnoughNothingIsSaid() throws Exception {
        Process head = new ProcessBuilder("head", "-1").start();
        Path descriptor = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", descriptor.toString()).start().waitFor())
                .isZero();
        StandardOutput output = to(head.getOutputStream(), descriptor);
        output.stream().println("a line");
        head.waitFor();
        output.stream().print(LONG);
        assertThat(end(output, Exit.DONE)).isEqualTo(Exit.NOBODY_READS);
        assertThat(end(output, Exit.DOES_NOT_HOLD)).isEqualTo(Exit.DOES_NOT_HOLD);
        assertThat(err.size()).isZero();
    }

    @Test
    void whatIsWrittenWholeIsNoFailure() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        StandardOutput output = to(whole, folder.resolve("none"));
        output.stream().print(LONG + "/däten");
        assertThat(end(output, Exit.DONE)).isEqualTo(Exit.DONE);
        assertThat(whole.toString(StandardCharsets.UTF_8)).isEqualTo(LONG + "/däten");
        assertThat(err.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "US-ASCII, false, UTF-8, UTF-8",
        "US-ASCII, true, UTF-8, UTF-8",
        "UTF-8, false, UTF-8, UTF-8",
        "UTF-8, true, UTF-8, UTF-8",
        "ISO-8859-1, false, UTF-8, ISO-8859-1",
        "ISO-8859-1, true, ISO-8859-1, ISO-8859-1",
        "ISO-8859-15, false, UTF-8, ISO-8859-15"
    })
    void programsReadUtf8(Charset locale, boolean terminal, Charset results, Charset messages) {
        assertThat(StandardOutput.results(locale, terminal)).isEqualTo(results);
        assertThat(StandardOutput.messages(locale)).isEqualTo(messages);
    }

    /** What is not open may be a file of Java's own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "digest import -",
                "launch --paste -",
                "launch --env-file - img true",
                "dockerfile advice -",
                "build -t x -f - .",
                "build -t x -"
            })
    void standardInputIsNeverClosed(String words) {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed.set(true);
            }
        });
        try {
            CommandLineMain.run(
                    new PrintStream(OutputStream.nullOutputStream()),
                    new PrintStream(err),
                    Locale.ENGLISH,
                    (target, project, ssh, site, page) -> 99,
                    ("--project " + folder + " " + words).split(" "));
        } finally {
            System.setIn(before);
        }
        assertThat(closed).isFalse();
    }
}
