package org.maxdock.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.IdentityText;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.slurm.Mark;

/**
 * A node on which the script of a launch is run as SLURM would run it there, with a docker that writes down its words.
 */
final class StubNode {

    /**
     * What came of it.
     *
     * @param words of what starts the container
     * @param command of what is then run in it, where that is another
     * @param arguments those of {@code words} that anybody can read
     * @param environment of what starts it
     * @param read the first line that a Jupyter was given to read
     */
    record Told(
            int status,
            List<String> words,
            List<String> command,
            String said,
            List<String> arguments,
            List<String> environment,
            String read) {

        /** The folder that it is started in. */
        String place() {
            return environment.stream()
                    .filter(variable -> variable.startsWith("PWD="))
                    .map(variable -> variable.substring("PWD=".length()))
                    .findFirst()
                    .orElse("");
        }
    }

    private static final String DOCKER = """
            #!/bin/bash
            case "$1 $2" in
              'image inspect') echo >> "$INSPECT.asked"; cat "$INSPECT" ;;
              'container inspect') head -n 1 "$INSPECT" ;;
              'ps --quiet') echo its-own ;;
              'info '*) echo "${ENGINE-linux[name=seccomp,profile=default name=userns]}" ;;
              'run '*)
                printf '%s\\0' "$@" > "$ARGV"
                if [[ $* == *JUPYTER* ]]; then head -n 1 > "$ARGV.read"; fi
                cp "$ARGV" "$ARGV.seen"; env -0 > "$ARGV.environment"
                for word; do # what goes in by file is as good as a word
                  if [[ ${before:-} == --env-file ]]; then grep -v '^#' "$word" | tr '\\n' '\\0' >> "$ARGV"; fi
                  before=$word
                done
                if [[ $* == *sshd* ]]; then exec timeout 10 python3 -m http.server "${@: -1}" --bind 127.0.0.1; fi
                if [[ -n ${STAYS:-} ]]; then exec sleep "$STAYS"; fi
                exit "${ENDS:-0}" ;;
              'exec '*) printf '%s\\0' "$@" "CUDA=${CUDA_VISIBLE_DEVICES-}" > "$ARGV.exec" ;;
            esac
            """;

    /** One that starts what listens, as sshd does on the site. */
    private static final String DOCKERCLUSTER = """
            #!/bin/bash
            printf '%s\\0' "$@" > "$ARGV"; env -0 > "$ARGV.environment"
            for word; do
              if [[ ${before:-} == --env-file ]]; then grep -v '^#' "$word" | tr '\\n' '\\0' >> "$ARGV"; fi
              before=$word
            done
            while [[ $1 != -p ]]; do shift; done
            timeout 10 python3 -m http.server "$2" --bind 127.0.0.1 >/dev/null 2>&1 &
            """;

    private static final String SRUN = """
            #!/bin/bash
            while [[ $1 == --* ]]; do shift; done
            exec "$@"
            """;

    private final Path folder;
    private UnaryOperator<String> editor = UnaryOperator.identity();

    StubNode(Path folder) throws IOException {
        this.folder = folder;
        program("docker", DOCKER);
        program("curl", "#!/bin/bash\nexit 1\n");
        program("scontrol", "#!/bin/bash\n[[ $2 == hostnames ]] && echo localhost || echo \"   $NODE\"\n");
        program("srun", SRUN);
        program("stat", "#!/bin/bash\n"); // what is mapped is there
    }

    /** Has its engine answer for itself, too, as it does to who asks it without docker. */
    StubNode withEngine() throws IOException {
        program("curl", "#!/bin/bash\nprintf '{\"Id\":\"%s\",' \"$(head -n 1 \"$INSPECT\")\"\n");
        return this;
    }

    /**
     * Has it a docker whose container ends with 5 and is not removed.
     *
     * @param id of the container, which docker writes down where it is told to
     * @param asked what docker does when it is asked whether that is there, as bash
     */
    StubNode whoseContainerStays(String id, String asked) throws IOException {
        program("docker", """
                #!/bin/bash
                case "$1" in
                  image) cat "$INSPECT" ;;
                  info) echo linux name=userns ;;
                  run) while (($#)); do if [[ $1 == --cidfile ]]; then printf %%s %s > "$2"; fi; shift; done; exit 5 ;;
                  rm) exit 1 ;;
                  ps) %s ;;
                esac
                """.formatted(id, asked));
        return this;
    }

    /**
     * Has it an engine that no longer answers once its container runs, which ends with 5 in a launch that is no
     * cluster: nothing is removed, and nothing is said of what is there.
     */
    StubNode whoseEngineHangs(String id) throws IOException {
        program("docker.answers", DOCKER);
        program("docker", """
                #!/bin/bash
                case $* in
                  rm* | 'ps --all --quiet --no-trunc'* | *label=maxdock.step=*--all* | *--all*label=maxdock.step=*)
                    exec sleep 60 ;;
                  run*--cidfile*) while [[ $1 != --cidfile ]]; do shift; done; printf %%s %s > "$2"; exit 5 ;;
                  run*sshd*) ;;
                  run*) exit 5 ;;
                esac
                exec docker.answers "$@"
                """.formatted(id));
        return this;
    }

    /** How often docker was asked what the image is. */
    int asked() throws IOException {
        Path asked = folder.resolve("inspect.asked");
        return Files.exists(asked) ? Files.readAllLines(asked).size() : 0;
    }

    /** Has its user edit the script by hand before it runs. */
    StubNode whoseUserEdits(UnaryOperator<String> by) {
        editor = by;
        return this;
    }

    /** Has it the site's scripts; they run privileged containers. */
    StubNode withSitesScripts() throws IOException {
        program("dockerrun", "#!/bin/bash\nexec docker run \"$@\"\n");
        program("dockercluster", DOCKERCLUSTER);
        return this;
    }

    private void program(String name, String text) throws IOException {
        Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(file, text);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot be made a program: " + file);
        }
    }

    /** A command that is launched on a node. */
    static Launch launch(RunMode mode, List<String> variables, String... options) {
        return launch(LaunchKind.Name.COMMAND, mode, LaunchPlace.Allocation.of("", 1, ""), "true")
                .withContainer(new ContainerOptions(variables, "", List.of(), List.of(options)));
    }

    /** A launch of the image and nothing special. */
    static Launch launch(LaunchKind.Name kind, RunMode mode, LaunchPlace place, String... command) {
        return new Launch(
                        "test",
                        ImageReference.parse("image:1"),
                        List.of(),
                        List.of(),
                        mode,
                        place,
                        List.of(command),
                        "")
                .withKind(kind.plain());
    }

    static ImageRecord record(Launch launch, RunConfiguration run) {
        String id = "sha256:" + "2".repeat(64);
        return new ImageRecord(
                launch.image(),
                new Identity(
                        List.of("image@" + id), id, id, "", List.of("sha256:" + "3".repeat(64)), run, "linux/amd64"),
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
        return run(launch, record, record.identity(), environment);
    }

    /**
     * @param record what the script is made of
     * @param here what is on the node
     */
    Told run(Launch launch, ImageRecord record, Identity here, Map<String, String> environment) throws Exception {
        String script =
                editor.apply(new LaunchScript(new DockerScript()).write(new LaunchPlan(launch, record, Mark.fresh())));
        Path inspect =
                Files.writeString(folder.resolve("inspect"), here.id() + "\n" + IdentityText.content(here) + "\n");
        Path argv = folder.resolve("argv");
        Path exec = folder.resolve("argv.exec");
        Files.deleteIfExists(argv);
        Files.deleteIfExists(exec);
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
                        "SLURM_JOB_NODELIST",
                        "localhost",
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
            return new Told(
                    running.exitValue(),
                    words(argv),
                    words(exec),
                    said,
                    words(folder.resolve("argv.seen")),
                    words(folder.resolve("argv.environment")),
                    String.join("", words(folder.resolve("argv.read"))).strip());
        } finally {
            running.destroyForcibly();
            for (String name : List.of(
                    "environment",
                    "labels",
                    "values",
                    "passwd",
                    "group",
                    "id.pub",
                    "said",
                    "command",
                    "here",
                    "hosts",
                    "pid",
                    "folder0",
                    "folder1",
                    "job",
                    "container.id",
                    "")) {
                Files.deleteIfExists(beside.resolve(name));
            }
        }
    }

    private static List<String> words(Path file) throws IOException {
        return Files.exists(file) ? List.of(Files.readString(file).split("\0")) : List.of();
    }
}
