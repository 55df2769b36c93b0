package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.slurm.Mark;

/** A launch that waits for its node: whatever ends that, salloc hears of it, and its status says what ended it. */
@Timeout(60)
class WaitsForItsNodeTest {

    /** Takes its request back at a signal and ends with 1, as salloc does; else ends with what its job ended with. */
    private static final String SALLOC = """
            #!/usr/bin/python3 -u
            import os, signal, sys, time
            all = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
            def back(number, frame):
                for one in all:
                    signal.signal(one, signal.SIG_IGN)
                print("taken back")
                sys.exit(int(os.environ.get("ENDS", "1")))
            for one in all:
                signal.signal(one, back)
            print("waits")
            if "GRANTED" in os.environ:
                sys.exit(int(os.environ["GRANTED"]))
            time.sleep(30)
            """;

    @TempDir
    Path folder;

    /** Before anything is asked for, or begun in a job that sbatch made. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // display | ENVIRONMENT | kind | what is said
                "'' | '' | X11 | there is no DISPLAY on",
                "localhost:10.0 | BATCH | X11 | a batch job has no display",
                "'' | BATCH | X11 | a batch job has no display",
                "localhost:10.0 | '' | X11 | waits",
                "'' | '' | COMMAND | waits",
            })
    void aWindowWithoutADisplayIsRefusedAtOnce(String display, String environment, LaunchKind.Name kind, String said)
            throws Exception {
        Path salloc =
                Files.writeString(Files.createDirectory(folder.resolve("bin")).resolve("salloc"), SALLOC);
        assertThat(salloc.toFile().setExecutable(true)).isTrue();
        for (LaunchPlace place : List.of(LaunchPlace.Allocation.of("", 1, ""), new LaunchPlace.OnServer())) {
            if (place.isServer() && said.equals("waits")) {
                continue;
            }
            Launch launch = StubNode.launch(kind, RunMode.ME, place, "xeyes");
            String script = new LaunchScript(new DockerScript())
                    .write(new LaunchPlan(launch, StubNode.record(launch, RunConfiguration.NONE), Mark.fresh()));
            ProcessBuilder builder = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true);
            builder.environment().putAll(Map.of("PATH", folder.resolve("bin") + ":/usr/bin:/bin", "GRANTED", "0"));
            builder.environment().keySet().removeAll(List.of("SLURM_JOB_ID", "DISPLAY", "ENVIRONMENT"));
            if (!display.isEmpty()) {
                builder.environment().put("DISPLAY", display);
            }
            if (!environment.isEmpty()) {
                builder.environment().putAll(Map.of("ENVIRONMENT", environment, "SLURM_JOB_ID", "7"));
            }
            Process process = builder.start();
            String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(all).isEqualTo(said.equals("waits") ? 0 : 3);
            assertThat(all).contains(said).satisfies(s -> assertThat(s.lines()).hasSize(1));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // signal | to all of the terminal's or to the script | salloc's own status | the script's | it says so
                "INT | -%d | 1 | 130 | true",
                "INT | -%d | 0 | 130 | true",
                "TERM | %d | 1 | 143 | false",
                "HUP | %d | 1 | 129 | false",
                "TERM | -%d | 1 | 143 | false",
                "HUP | -%d | 1 | 129 | false",
                " | | 0 | 0 | false",
                " | | 1 | 1 | false",
                " | | 5 | 5 | false",
            })
    void whatEndsItIsSaid(String signal, String whom, int ends, int status, boolean said) throws Exception {
        Path salloc =
                Files.writeString(Files.createDirectory(folder.resolve("bin")).resolve("salloc"), SALLOC);
        assertThat(salloc.toFile().setExecutable(true)).isTrue();
        Launch launch = StubNode.launch(LaunchKind.Name.SHELL, RunMode.ME, LaunchPlace.Allocation.of("", 1, ""), "sh");
        String script = new LaunchScript(new DockerScript())
                .write(new LaunchPlan(launch, StubNode.record(launch, RunConfiguration.NONE), Mark.fresh()));
        ProcessBuilder builder = new ProcessBuilder("setsid", "bash", "-c", script).redirectErrorStream(true);
        builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        builder.environment().put(signal == null ? "GRANTED" : "ENDS", String.valueOf(ends));
        builder.environment().remove("SLURM_JOB_ID");
        Process process = builder.start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("waits");
            if (signal != null) {
                String target = whom.formatted(process.pid());
                assertThat(new ProcessBuilder("kill", "-" + signal, "--", target)
                                .start()
                                .waitFor())
                        .isZero();
            }
            List<String> rest = lines.lines().toList();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(String.join("\n", rest)).isEqualTo(status);
            assertThat(rest.contains("taken back")).isEqualTo(signal != null);
            assertThat(rest.stream().anyMatch(l -> l.startsWith("MaxDock: interrupted before it had begun")))
                    .isEqualTo(said);
        } finally {
            process.destroyForcibly();
        }
    }
}
