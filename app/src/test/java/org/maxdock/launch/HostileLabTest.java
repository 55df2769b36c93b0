package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Command;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.host.shell.Shell;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Hostile;
import org.maxdock.lab.Lab;
import org.maxdock.lab.RecordedImage;
import org.maxdock.mount.Mapping;
import org.maxdock.operation.Server;
import org.maxdock.slurm.JobId;
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.maxdock.text.RawText;

/**
 * Commands, arguments, paths and variables of every byte but NUL arrive in the container as they are. How many:
 * {@code -Dmaxdock.hostile}.
 */
@Tag("lab")
@Tag("whole")
@Tag("once")
@Timeout(1200)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileLabTest {

    private static final int COUNT = Integer.getInteger("maxdock.hostile", 1000);
    private static final int EACH = 250;
    private static final int REFUSED = 5;
    private static final List<RunMode> MODES = List.of(RunMode.values());
    private static final String IMAGE = "max-registry:5000/test/hostile:1";
    private static final String SHARED = "/beegfs/desy/user/mxuser/hostile";
    /** Prints where it is, its arguments and the variables V0, V1, …, each ended by a NUL. */
    private static final String SAY = "printf '%s\\0' \"$PWD\" \"$@\"; i=0; while eval \"[ -n \\\"\\${V$i+x}\\\" ]\"; "
            + "do eval \"printf '%s\\\\0' \\\"\\$V$i\\\"\"; i=$((i+1)); done";

    @TempDir
    static Path folder;

    private Server bench;
    private ImageRecord record;

    @BeforeAll
    void prepare() throws Exception {
        bench = Lab.connect();
        Files.writeString(folder.resolve("Dockerfile"), "FROM " + Lab.MPI + "\nENV MARK=hostile\n");
        record = RecordedImage.everywhere(bench, folder, IMAGE);
        new Project(folder, new Json()).put(record);
    }

    @AfterAll
    void clear() {
        Lab.must("max-wgs", "rm -rf " + SHARED);
        bench.close();
    }

    private record Case(Launch launch, List<String> expected) {}

    /** A launch whose program, working directory, mapped paths, arguments and variables are all hostile. */
    private Case hostile(long seed, RunMode mode, int values) throws Exception {
        return hostile(seed, mode, values, !isTakenApart(mode));
    }

    /** Whether a script of the site's would take apart what a folder is called in the container. */
    private static boolean isTakenApart(RunMode mode) {
        return Lab.isSite() && (mode == RunMode.DOCKERRUN || mode == RunMode.DOCKERCLUSTER);
    }

    /** @param place whether also what the folder is called in the container */
    private Case hostile(long seed, RunMode mode, int values, boolean place) throws Exception {
        Hostile hostile = new Hostile(seed);
        String outer = hostile.name(true).replace(":", ""); // -v knows no colon in a path
        String inner = hostile.name(mode != RunMode.ISOLATED && seed % 2 == 0);
        String program = hostile.name(true);
        String host = SHARED + "/" + seed + outer;
        Output made = bench.host()
                .run(Command.script(
                        "mkdir -p -- \"$1\"/\"$2\" && ln -sf /bin/bash \"$1\"/\"$3\"", host, inner, program));
        assertThat(made.ok()).as(made.errors()).isTrue();
        String container = place ? "/in " + outer : "/in";
        List<String> command = new ArrayList<>(List.of(container + "/" + program, "-c", SAY, "bash"));
        List<String> expected = new ArrayList<>(List.of(container + "/" + inner));
        List<String> variables = new ArrayList<>();
        List<String> values2 = new ArrayList<>();
        for (int i = 0; i < values / 2; i++) {
            String argument = hostile.any();
            command.add(argument);
            expected.add(argument);
            String value = hostile.any();
            variables.add("V" + i + "=" + value);
            values2.add(value);
        }
        expected.addAll(values2);
        return new Case(
                new Launch(
                                "hostile",
                                ImageReference.parse(IMAGE),
                                List.of(new Mapping(host, container, false)),
                                List.of(),
                                mode,
                                LaunchPlace.Allocation.of("maxcpu", 1, "5"),
                                command,
                                container + "/" + inner)
                        .withContainer(new ContainerOptions(variables, "", List.of(), List.of())),
                expected);
    }

    private static List<String> said(byte[] output) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < output.length; i++) {
            if (output[i] == 0) {
                words.add(RawText.of(java.util.Arrays.copyOfRange(output, start, i)));
                start = i + 1;
            }
        }
        return words;
    }

    @Test
    void throughSshSallocSrunAndDocker() throws Exception {
        for (int i = 0; i < COUNT / EACH; i++) {
            Case one = hostile(i, MODES.get(i % MODES.size()), EACH - 3);
            try (Running running = bench.launcher().start(bench.launcher().plan(one.launch(), record))) {
                Output output = CancellableOutput.collect(running);
                assertThat(said(output.bytes())).as(i + " " + output.errors()).isEqualTo(one.expected());
            }
        }
    }

    @Test
    void whatTheSitesScriptWouldTakeApartIsRefusedBefore() throws Exception {
        Assumptions.assumeTrue(isTakenApart(RunMode.DOCKERRUN), "a plain lab has no scripts");
        for (int i = 0; i < REFUSED; i++) {
            RunMode mode = i % 2 == 0 ? RunMode.DOCKERRUN : RunMode.DOCKERCLUSTER;
            Launch launch = hostile(i, mode, 2, true).launch();
            assertThat(bench.preflight().check(launch, Optional.of(record)))
                    .as("%d %s", i, launch.mounts())
                    .filteredOn(c -> c.state() == PreflightCheck.Outcome.FAILS)
                    .extracting(c -> c.reason().key())
                    .contains("check.site.apart");
            try (Running running = bench.launcher().start(bench.launcher().plan(launch, record))) {
                Output output = CancellableOutput.collect(running);
                assertThat(output.status()).as(output.errors()).isEqualTo(3);
                assertThat(output.text()).isEmpty();
                assertThat(output.errors()).contains("would take this apart");
            }
        }
    }

    @Test
    void throughTheCommandLine() throws Exception {
        Case one = hostile(-1, RunMode.ME, 200);
        List<String> words = new ArrayList<>(List.of(
                Lab.top().resolve("packaging/maxdock").toString(),
                "-F",
                Lab.sshConfig().toString(),
                "--on",
                "max-wgs",
                "--project",
                folder.toString(),
                "launch",
                "--force",
                "-p",
                "maxcpu",
                "-t",
                "5",
                "-v",
                one.launch().mounts().getFirst().host() + ":"
                        + one.launch().mounts().getFirst().container(),
                "-w",
                one.launch().workingDirectory()));
        one.launch().container().environment().forEach(v -> words.addAll(List.of("-e", v)));
        words.add(IMAGE);
        words.addAll(one.launch().command());
        Path script = folder.resolve("line.sh"); // Java cannot give bytes as arguments; bash can
        Files.writeString(
                script,
                "exec " + Shell.join(words) + "\n",
                StandardCharsets.US_ASCII.newEncoder().canEncode(Shell.join(words))
                        ? StandardCharsets.US_ASCII
                        : StandardCharsets.UTF_8);
        Process process = new ProcessBuilder("bash", script.toString())
                .redirectError(folder.resolve("err").toFile())
                .start();
        byte[] output = process.getInputStream().readAllBytes();
        process.waitFor();
        assertThat(said(output)).as(Files.readString(folder.resolve("err"))).isEqualTo(one.expected());
    }

    @Test
    void throughTheProjectsFileAndSbatch() throws Exception {
        Case one = hostile(-2, RunMode.ME, 200);
        Project project = new Project(folder, new Json());
        project.put(one.launch().withKind(LaunchKind.Name.BATCH.plain()));
        Launch kept = project.launches().getFirst();
        assertThat(kept.command()).isEqualTo(one.launch().command());
        Launch writes = new Launch(
                kept.name(),
                kept.image(),
                kept.mounts(),
                kept.plans(),
                kept.mode(),
                kept.place()
                        .allocation()
                        .orElseThrow()
                        .withMore(List.of("--output=" + SHARED + "/batch.out", "--wait")),
                kept.command(),
                kept.workingDirectory(),
                kept.container(),
                kept.kind());
        bench.launcher().submit(bench.launcher().plan(writes, record));
        byte[] output = Files.readAllBytes(Lab.sharedDisk(SHARED + "/batch.out"));
        assertThat(said(output)).isEqualTo(one.expected());
    }

    /** sbatch reads its header by rules of its own. */
    @Test
    void whatStandsInTheHeaderIsWhatSbatchReads() throws Exception {
        for (String name : List.of(
                "it's",
                "a \"b\" c",
                "a\\b \\' c\\",
                "# no comment #SBATCH --hold",
                "$(id) `id` $HOME ; & | >",
                "\u00e4 \u20ac")) {
            JobId job = bench.slurm()
                    .submit("#!/bin/bash\n"
                            + SbatchHeader.of(List.of("--job-name=" + name, "--time=1", "--hold", "--output=/dev/null"))
                            + "\ntrue\n");
            assertThat(bench.slurm().find(job))
                    .hasValueSatisfying(j -> assertThat(j.name()).isEqualTo(name));
            bench.slurm().cancel(List.of(job));
        }
    }
}
