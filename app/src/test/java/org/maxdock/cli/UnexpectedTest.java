package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Running;
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
            thrown(fault);
            return Exit.DONE;
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

    /** Nobody waits for such a thread, and yet what was to be done was not. */
    @ParameterizedTest
    @MethodSource("whatNobodyExpects")
    void onAnotherThreadItIsOneTooAndTheCommandHasFailed(Throwable fault) throws Exception {
        Path log = ProgramLog.ofUser().file();
        Files.deleteIfExists(log);
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        WindowOpener beside = (target, folder, ssh, site, page) -> {
            for (Thread.Builder kind : List.of(Thread.ofPlatform(), Thread.ofVirtual())) {
                join(kind.start(() -> thrown(fault)));
            }
            return Exit.DONE;
        };
        int status = CommandLineMain.run(
                new PrintStream(OutputStream.nullOutputStream()),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Locale.ENGLISH,
                beside);
        assertThat(status).isEqualTo(Exit.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("maxdock: ")
                .contains("found-in-log", log.toString())
                .doesNotContain("\tat ");
        assertThat(log).content().contains("found-in-log", "\tat ", UnexpectedTest.class.getName());
        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(before);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void thrown(Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) fault;
    }

    /** What was waited for ends too, and says that it was nothing of the server's. */
    @ParameterizedTest
    @MethodSource("whatNobodyExpects")
    void whereItsAnswerIsWaitedForItComes(Throwable fault) throws Exception {
        Running running = mock(Running.class);
        InputStream broken = mock(InputStream.class, call -> {
            throw fault;
        });
        when(running.output()).thenReturn(InputStream.nullInputStream());
        when(running.errors()).thenReturn(broken);
        when(running.input()).thenReturn(OutputStream.nullOutputStream());
        Host host = mock(Host.class, CALLS_REAL_METHODS);
        doReturn(running).when(host).start(any(), any());
        doReturn("there").when(host).name();
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThatThrownBy(() -> host.run(Command.of("true")))
                        .isNotNull()
                        .satisfies(e -> assertThat(e instanceof Error).isEqualTo(fault instanceof Error)));
    }
}
