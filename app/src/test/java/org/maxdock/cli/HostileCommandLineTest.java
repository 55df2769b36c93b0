package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.generated.HostileValues;
import org.maxdock.generated.Samples;
import org.maxdock.generated.ScriptTrials;
import org.maxdock.image.identity.IdentityText;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountPlan;
import org.maxdock.store.Json;
import org.maxdock.store.OtherProgram;
import org.maxdock.store.Project;
import org.maxdock.text.Printable;

/**
 * Every argument of every command, with hostile values: each is refused with a sentence, or runs nothing of its own,
 * neither here nor in what a host is given. More are tried with -Dgenerated.all=true; -Dgenerated.seed repeats a run.
 */
@Timeout(900)
class HostileCommandLineTest {

    private static final boolean ALL = Boolean.getBoolean("generated.all");
    private static final long SEED = Long.getLong("generated.seed", System.nanoTime());

    /** Programs that a host of the site has, here to do nothing: this machine may have the real ones. */
    private static final List<String> STUBS = List.of(
            "docker",
            "salloc",
            "sbatch",
            "srun",
            "sinfo",
            "squeue",
            "scancel",
            "scontrol",
            "sacct",
            "sacctmgr",
            "sstat",
            "sprio",
            "sshare",
            "dockerrun",
            "dockercluster",
            "curl",
            "wget",
            "ssh",
            "tmux",
            "screen",
            "dtach",
            "xauth",
            "nvidia-smi",
            "sudo");

    /** Writes what -o asks for (sinfo(1), squeue(1)), of one partition, one node, and a job on it. */
    private static final String LISTING = """
            #!/bin/bash
            for word; do [ "$before" = -o ] && f=$word; before=$word; done
            [ -n "$f" ] || { echo 'slurm 23.11.5'; exit; }
            f=${f//%a/up} f=${f//%g/all} f=${f//%N/n1} f=${f//%c/8} f=${f//%m/64000} f=${f//%f/(null)} f=${f//%G/(null)}
            f=${f//%i/1} f=${f//%A/1} f=${f//%M/0:10} f=${f//%l/1-00:00:00} f=${f//%L/1:00:00} f=${f//%k/none}
            f=${f//%u/$(id -un)} f=${f//%S/2026-01-02T03:04:05} f=${f//%Q/1} f=${f//%j/x} f=${f//%D/1} f=${f//%R/$R}
            f=${f//%P/p} f=${f//%T/$T}
            echo "$f"
            """;

    /** Runs what a node would run. */
    private static final String NODE = """
            #!/bin/bash
            while [ $# -gt 0 ] && [ "$1" != bash ]; do shift; done
            [ $# -gt 0 ] || exit 1
            export SLURM_JOB_ID=1 SLURM_JOB_NUM_NODES=1 SLURM_CPUS_ON_NODE=1 SLURM_PROCID=0
            exec timeout 20 "$@"
            """;

    private static final Map<String, String> ANSWERS = Map.of(
            "squeue",
            LISTING.replace("$R", "n1").replace("$T", "RUNNING"),
            "sinfo",
            LISTING.replace("$R", "p").replace("$T", "idle"),
            "docker",
            "#!/bin/bash\n[ \"$1 $2\" != 'image inspect' ] || cat \"$INSPECT\"\n",
            "srun",
            NODE,
            "salloc",
            NODE,
            "sbatch",
            "#!/bin/bash\ncat >/dev/null\necho 7\n");

    @TempDir
    Path folder;

    private final ImageRecord record = recorded();

    private Path sang;

    /** A home, a project, files and a key, as those who work have them. */
    private Path prepared(HttpServer engine) throws Exception {
        sang = folder.resolve("sang");
        Path bin = Files.createDirectory(folder.resolve("bin"));
        for (String name : STUBS) {
            program(bin, name, ANSWERS.getOrDefault(name, "#!/bin/bash\ncat >/dev/null\nexit 1\n"));
        }
        program(bin, HostileValues.CANARY, "#!/bin/bash\necho sang >> '" + sang + "'\n");
        Path home = Files.createDirectory(folder.resolve("home"));
        String settings = "export PATH='" + bin + ":/usr/bin:/bin' SLURM_CONF=/nonexistent DOCKER_HOST=tcp://127.0.0.1:"
                + engine.getAddress().getPort() + "\nunset DOCKER_TLS_VERIFY DOCKER_TLS\n";
        for (String file : List.of(".bash_profile", ".profile", ".bashrc")) {
            Files.writeString(home.resolve(file), settings);
        }
        Path work = Files.createDirectories(folder.resolve("a/b/c/work"));
        Files.writeString(work.resolve("file"), "FROM scratch\n");
        Files.writeString(Files.createDirectory(work.resolve("folder")).resolve("Dockerfile"), "FROM scratch\n");
        assertThat(new ProcessBuilder(
                                "ssh-keygen",
                                "-q",
                                "-t",
                                "ed25519",
                                "-N",
                                "",
                                "-f",
                                work.resolve("key").toString())
                        .start()
                        .waitFor())
                .isZero();
        Files.writeString(
                folder.resolve("inspect"),
                record.identity().id() + "\n" + IdentityText.content(record.identity()) + "\n");
        Project project = new Project(work, new Json());
        project.put(record);
        project.put(new MountPlan("plan", List.of(new Mapping("/etc", "/b", true))));
        return work;
    }

    private static ImageRecord recorded() {
        ImageRecord sample = Samples.of(ImageRecord.class);
        return new ImageRecord(
                ImageReference.parse("reg:5000/a:1"),
                sample.identity(),
                sample.recordedAt(),
                sample.recordedOn(),
                sample.recordedBy(),
                sample.tarball(),
                sample.source(),
                sample.signatures(),
                sample.history());
    }

    private static void program(Path bin, String name, String text) throws IOException {
        assertThat(Files.writeString(bin.resolve(name), text).toFile().setExecutable(true))
                .isTrue();
    }

    /** One that has nothing, and does nothing. */
    private static HttpServer engine() throws IOException {
        HttpServer engine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        engine.createContext("/", call -> {
            String path = call.getRequestURI().getPath();
            String answer = path.endsWith("/version")
                    ? "{\"Version\":\"24.0.7\",\"ApiVersion\":\"1.43\",\"Os\":\"linux\",\"Arch\":\"amd64\"}"
                    : path.endsWith("/info") ? "{\"ServerVersion\":\"24.0.7\",\"SecurityOptions\":[]}" : "[]";
            boolean known =
                    !answer.equals("[]") || path.endsWith("/json") && !path.matches(".*/(images|containers)/.+/json");
            byte[] bytes = (known || path.endsWith("/_ping") ? answer : "{\"message\":\"no such thing\"}")
                    .getBytes(StandardCharsets.UTF_8);
            call.getRequestBody().readAllBytes();
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.getResponseHeaders().add("Api-Version", "1.43");
            call.sendResponseHeaders(known || path.endsWith("/_ping") ? 200 : 404, bytes.length);
            call.getResponseBody().write(bytes);
            call.close();
        });
        engine.start();
        return engine;
    }

    /** What --print writes is for people to run. */
    @Test
    void theScriptOfALaunchRunsNothingOfItsOwn() throws Exception {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        Path here = Files.createDirectory(folder.resolve("project"));
        new Project(here, new Json()).put(record);
        ScriptTrials scripts = new ScriptTrials(Files.createDirectory(folder.resolve("scripts")));
        List<EveryArgument> ofLaunch = EveryArgument.of(CommandLines.whole()).stream()
                .filter(a -> a.command().equals(List.of("launch")))
                .toList();
        for (EveryArgument argument : ofLaunch) {
            for (String value : HostileValues.someTexts(random, ALL ? 1000 : 3)) {
                print(argument, value, here, scripts);
            }
        }
        assertThat(scripts.count()).isPositive();
        scripts.tryAll(random, ALL ? Integer.MAX_VALUE : 24);
    }

    private void print(EveryArgument argument, String value, Path project, ScriptTrials scripts) throws IOException {
        List<String> words = new ArrayList<>(List.of("--project", project.toString()));
        argument.with(value).forEach(w -> words.add(w.equals("--force") ? "--print" : w));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = CommandLineMain.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Locale.ENGLISH,
                (target, where, ssh, site, page) -> Exit.FAILED,
                words.toArray(String[]::new));
        if (status == Exit.DONE) {
            scripts.add(argument + "=" + Printable.line(value, 60), out.toByteArray(), record);
        } else {
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .as(argument.toString())
                    .isNotBlank();
        }
    }

    @Test
    void eachIsRefusedOrHarmless() throws Exception {
        System.out.println("seed " + SEED);
        HttpServer engine = engine();
        try {
            ProcessBuilder calls = OtherProgram.of(HostileCalls.class, SEED, ALL ? 1000 : 1)
                    .directory(prepared(engine).toFile());
            Map<String, String> environment = calls.environment();
            environment.keySet().removeIf(n -> n.matches("(DOCKER|SLURM|SBATCH|SALLOC|SRUN|XDG|MAXDOCK)_.*"));
            environment.putAll(Map.of(
                    "HOME",
                    folder.resolve("home").toString(),
                    "PATH",
                    folder.resolve("bin") + ":/usr/bin:/bin",
                    "SLURM_CONF",
                    "/nonexistent",
                    "DOCKER_HOST",
                    "tcp://127.0.0.1:" + engine.getAddress().getPort(),
                    "INSPECT",
                    folder.resolve("inspect").toString(),
                    "SANG",
                    sang.toString()));
            calls.redirectInput(Path.of("/dev/null").toFile());
            Process process = calls.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            System.out.println(said.lines().toList().getLast());
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said).doesNotContain("wrong: ").contains(" calls, ");
        } finally {
            engine.stop(0);
        }
    }
}
