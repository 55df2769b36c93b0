package org.maxdock.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.Command;
import org.maxdock.host.Running;
import org.maxdock.host.local.LocalHost;

/** The step's script is one of this machine. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class StepRunningTest {

    @TempDir
    Path folder;

    private final LocalHost host = new LocalHost();

    private StepRunning step(String script) throws Exception {
        Running running = host.start(Command.script(script, folder.toString()));
        return new StepRunning(running);
    }

    @Test
    void aScriptThatEndsWithItsInputClearsUpWhenClosed() throws Exception {
        StepRunning step = step("trap 'sleep 0.5; touch \"$1/cleared\"' EXIT; cat");
        step.input().write("given\n".getBytes(StandardCharsets.US_ASCII));
        step.input().flush();
        assertThat(step.output().readNBytes(6)).asString().isEqualTo("given\n");
        step.close();
        step.close(); // as whoever opened it does, too
        assertThat(step.output().readAllBytes()).isEmpty();
        assertThat(step.await()).isZero();
        assertThat(folder.resolve("cleared")).exists();
    }

    @Test
    void oneThatDoesNotIsKilled() throws Exception {
        StepRunning step = step("echo begun; exec sleep 1000");
        assertThat(step.output().readNBytes(6)).asString().isEqualTo("begun\n");
        step.close();
        assertThat(step.await()).isGreaterThan(128);
    }

    @Test
    void whoWritesWhatNobodyReadsKeepsItFromNothing() throws Exception {
        StepRunning step = step("echo begun; exec sleep 1000");
        assertThat(step.output().readNBytes(6)).asString().isEqualTo("begun\n");
        CompletableFuture<IOException> writer = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                step.input().write(new byte[10_000_000]);
                writer.complete(null);
            } catch (IOException e) {
                writer.complete(e);
            }
        });
        step.close();
        assertThat(step.await()).isGreaterThan(128);
        assertThat(writer.get()).isNotNull();
    }

    @Test
    void whatIsWrittenWhileItEndsArrivesInWholePieces() throws Exception {
        StepRunning step = step("wc -c");
        CompletableFuture<Long> written = CompletableFuture.supplyAsync(() -> {
            byte[] piece = new byte[1000];
            long bytes = 0;
            try {
                while (true) {
                    step.input().write(piece);
                    bytes += piece.length;
                }
            } catch (IOException e) {
                return bytes;
            }
        });
        step.close();
        assertThat(step.output().readAllBytes()).asString().isEqualToIgnoringNewLines(written.get() + "\n");
        assertThat(step.await()).isZero();
    }
}
