package org.maxdock.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.IdentityText;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.slurm.Mark;

/**
 * A node on which the script of a launch is run as SLURM would run it there, with a docker that writes down its words.
 */
final class StubNode {

    /** What came of it. */
    record Told(int status, List<String> words, String said) {}

    private static final String DOCKER = """
            #!/bin/bash
            case "$1 $2" in
              'image inspect') cat "$INSPECT" ;;
              'run '*) printf '%s\\0' "$@" > "$ARGV" ;;
            esac
            """;

    private final Path folder;

    StubNode(Path folder) throws IOException {
        this.folder = folder;
        program("docker", DOCKER);
        program("curl", "#!/bin/bash\nexit 1\n");
        program("scontrol", "#!/bin/bash\necho \"   $NODE\"\n");
    }

    private void program(String name, String text) throws IOException {
        Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(file, text);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot be made a program: " + file);
        }
    }

    static ImageRecord record(Launch launch, RunConfiguration run) {
        String id = "sha256:" + "2".repeat(64);
        return new ImageRecord(
                launch.image(),
                new Identity(List.of(), id, id, "", List.of("sha256:" + "3".repeat(64)), run, "linux/amd64"),
                "2026-01-02T03:04:05Z",
                "max-wgs",
                "me",
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                List.of(),
                List.of());
    }

    Told run(Launch launch, Map<String, String> environment) throws Exception {
        return run(launch, RunConfiguration.NONE, environment);
    }

    /** @param environment beside what each task has */
    Told run(Launch launch, RunConfiguration image, Map<String, String> environment) throws Exception {
        ImageRecord record = record(launch, image);
        String script = new LaunchScript(new DockerScript()).write(new LaunchPlan(launch, record, Mark.fresh()));
        Path inspect = Files.writeString(
                folder.resolve("inspect"),
                record.identity().id() + "\n" + IdentityText.content(record.identity()) + "\n");
        Path argv = folder.resolve("argv");
        Files.deleteIfExists(argv);
        String step = "test-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
        Path beside = Files.createDirectory(Path.of("/tmp/maxdock-" + step));
        ProcessBuilder process = new ProcessBuilder("bash", "-c", script)
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile());
        process.environment().clear();
        process.environment()
                .putAll(Map.of(
                        "PATH",
                        folder.resolve("bin") + ":/usr/bin:/bin",
                        "HOME",
                        folder.toString(),
                        "INSPECT",
                        inspect.toString(),
                        "ARGV",
                        argv.toString(),
                        "SLURM_JOB_ID",
                        "7",
                        "SLURM_JOB_NUM_NODES",
                        "1",
                        "SLURM_PROCID",
                        "0",
                        "MAXDOCK_STEP",
                        step));
        process.environment().putAll(environment);
        Process running = process.start();
        try {
            String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!running.waitFor(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("it does not end: " + said);
            }
            List<String> words = new ArrayList<>();
            if (Files.exists(argv)) {
                words.addAll(List.of(Files.readString(argv).split("\0")));
            }
            return new Told(running.exitValue(), words, said);
        } finally {
            running.destroyForcibly();
            Files.deleteIfExists(beside);
        }
    }
}
