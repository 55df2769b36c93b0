package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.mount.Mapping;

/** Whether what a launch starts is in its image: no allocation is to end with status 127. */
@Timeout(60)
class FitnessCheckTest {

    private static final String[] CLUSTER = {"/bin/sh", "/usr/sbin/sshd", "/usr/bin/ssh-keygen"};
    private static final FitnessCheck.Verification THERE = record -> new ImageVerdict.Same(record.identity());

    @TempDir
    Path folder;

    private StubImage image;

    @BeforeEach
    void image() throws Exception {
        image = new StubImage(folder);
    }

    private static RunConfiguration run(String entrypoint, String command, String path, String directory) {
        return new RunConfiguration(
                words(entrypoint),
                words(command),
                path == null ? List.of() : List.of("PATH=" + path),
                null,
                directory,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static List<String> words(String line) {
        return line == null ? List.of() : Arrays.asList(line.split(" "));
    }

    private static Launch launch(LaunchKind.Name kind, RunMode mode, String... command) {
        return StubNode.launch(kind, mode, LaunchPlace.Allocation.of("", 1, ""), command);
    }

    private static Launch command(String... words) {
        return launch(LaunchKind.Name.COMMAND, RunMode.ME, words);
    }

    private List<PreflightCheck> checks(Launch launch, RunConfiguration run) {
        return new FitnessCheck(THERE, new Fitness(image)).check(launch, Optional.of(StubNode.record(launch, run)));
    }

    /** The outcome of each, and what the sentence is of. */
    private String said(Launch launch, RunConfiguration run) {
        return String.join(
                "; ",
                checks(launch, run).stream()
                        .map(c -> c.state() + " " + c.reason().key().replaceFirst("check\\.", "")
                                + c.reason().arguments().stream()
                                        .limit(1)
                                        .map(a -> " " + a)
                                        .reduce("", String::concat))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "SHELL,, OK program.ok /bin/sh",
        "SHELL, bash, OK program.ok /bin/sh",
        "SHELL, zsh, FAILS program.missing zsh",
        "COMMAND, tool -v, OK program.ok /opt/bin/tool",
        "COMMAND, tol -v, FAILS program.missing tol",
        "COMMAND, ./run, OK program.ok /work/run",
        "COMMAND, ./rum, FAILS program.missing ./rum",
        "COMMAND, sub/../run, ''",
        "COMMAND, /work/run, OK program.ok /work/run",
        "COMMAND, /work/text, FAILS program.missing /work/text",
        "COMMAND, /work, FAILS program.missing /work",
        "COMMAND, linked, OK program.ok /opt/bin/linked",
        "COMMAND, dangling, OK program.ok /opt/bin/dangling",
        "COMMAND, nvidia-smi, ''",
        "COMMAND,, FAILS program.nothing",
        "BATCH, ./run, OK program.ok /work/run",
        "WEB, serve, FAILS program.missing serve",
        "X11, xeyes, FAILS program.missing xeyes",
        "X11, tool, 'OK program.ok /bin/sh, /opt/bin/tool'",
        "JUPYTER,, FAILS program.missing jupyter",
        "JUPYTER, tool, 'OK program.ok /bin/sh, /opt/bin/tool'",
    })
    void eachKind(LaunchKind.Name kind, String command, String said) throws Exception {
        image.with("/usr/bin/sh", "/bin>usr/bin", "/opt/bin/tool", "/work/run", "/opt/bin/linked>/opt/bin/tool")
                .with("/opt/bin/dangling>/nowhere")
                .withText("/work/text");
        assertThat(said(
                        launch(kind, RunMode.ME, words(command).toArray(String[]::new)),
                        run(null, null, "/opt/bin:/bin", "/work")))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @EnumSource(
            value = LaunchKind.Name.class,
            names = {"SHELL", "X11", "JUPYTER"})
    void anImageWithoutSh(LaunchKind.Name kind) throws Exception {
        image.with("/usr/bin/tool", "/usr/bin/jupyter");
        String[] command = kind == LaunchKind.Name.X11 ? new String[] {"tool"} : new String[0];
        assertThat(said(launch(kind, RunMode.ISOLATED, command), RunConfiguration.NONE))
                .isEqualTo("FAILS program.missing sh");
        assertThat(said(command("tool"), RunConfiguration.NONE)).isEqualTo("OK program.ok /usr/bin/tool");
    }

    /** What comes after an entrypoint is for that to understand. */
    @ParameterizedTest
    @CsvSource({
        "COMMAND, tini --, never,, typo, OK program.ok /usr/bin/tini",
        "COMMAND, tini --, never,,, OK program.ok /usr/bin/tini",
        "COMMAND, gone, never,, typo, FAILS program.missing gone",
        "COMMAND,, tini,,, OK program.ok /usr/bin/tini",
        "COMMAND,, gone,,, FAILS program.missing gone",
        "SHELL, tini --,,, sh, OK program.ok /usr/bin/sh",
        "SHELL, tini --,,, zsh, FAILS program.missing zsh",
        "JUPYTER, tini --,,,, 'OK program.ok /usr/bin/sh, /usr/bin/tini'",
        "COMMAND, gone, never, --entrypoint=tini, typo, OK program.ok /usr/bin/tini",
        "COMMAND, gone, never, --entrypoint=, typo, FAILS program.missing typo",
        "COMMAND, gone, never, --entrypoint=,, FAILS program.nothing",
    })
    void entrypoints(LaunchKind.Name kind, String entrypoint, String own, String option, String command, String said)
            throws Exception {
        image.with("/usr/bin/sh", "/usr/bin/tini");
        Launch launch = launch(kind, RunMode.ME, words(command).toArray(String[]::new))
                .withContainer(new ContainerOptions(
                        List.of(), "", List.of(), Stream.ofNullable(option).toList()));
        assertThat(said(launch, run(entrypoint, own, null, null))).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        ", OK fitness.ok; FAILS program.missing a.out",
        "/usr/local/mpi/bin/mpirun, FAILS fitness.lacks mpirun; FAILS program.missing a.out",
        "/opt/conda/bin/mpirun, OK fitness.ok; FAILS program.missing a.out",
        "/usr/lib64/openmpi/bin/mpirun, OK fitness.ok; FAILS program.missing a.out",
        "/usr/lib64/openmpi/bin/a.out, FAILS fitness.lacks mpirun; OK program.ok /usr/lib64/openmpi/bin/a.out",
        "/opt/conda/bin/a.out, FAILS fitness.lacks mpirun; OK program.ok /opt/conda/bin/a.out",
        "/a.out, FAILS fitness.lacks mpirun; OK program.ok /a.out",
    })
    void mpirunIsLookedForByPathToo(String has, String said) throws Exception {
        image.with(CLUSTER).with(has == null ? "/usr/bin/mpirun" : has);
        assertThat(said(
                        launch(LaunchKind.Name.MPI, RunMode.ME, "a.out"),
                        run("never", null, "/opt/conda/bin:/usr/bin:/bin", null)))
                .isEqualTo(said);
    }

    @Test
    void aClusterNeedsSshdAndMpirunAloneForMpi() throws Exception {
        image.with(CLUSTER).with("/bin/hostname");
        assertThat(said(launch(LaunchKind.Name.COMMAND, RunMode.DOCKERCLUSTER, "hostname"), RunConfiguration.NONE))
                .isEqualTo("OK fitness.sshd; OK program.ok /bin/hostname");
        assertThat(said(launch(LaunchKind.Name.MPI, RunMode.ME, "--oversubscribe", "x"), RunConfiguration.NONE))
                .as("an option of mpirun is no program")
                .isEqualTo("FAILS fitness.lacks mpirun");
    }

    /** A place of which the image does not tell is no reason to refuse. */
    @ParameterizedTest
    @CsvSource({
        "/opt/tools, /opt/tools/bin/tool, ''",
        "/opt/tools/, /opt/tools/bin/tool, ''",
        "/opt/tool, /opt/tools/bin/tool, ''",
        "/work, ./tool, ''",
        "/work/tool, ./tool, ''",
        "/opt/tools, tool, ''",
        "/data, tool, ''",
        "/data, /usr/bin/tool, FAILS program.missing /usr/bin/tool",
        "/opt/app/current/bin, /usr/bin/tool, ''",
        "/bin/tool, /usr/bin/tool, ''",
        "/data, /opt/away/bin/tool, ''",
        "/data, /opt/bin/tool, ''",
        "/data, out/tool, ''",
        "/data, linked, OK program.ok /bin/linked",
        "/data, sh, OK program.ok /bin/sh",
    })
    void mappedFolders(String mapped, String command, String said) throws Exception {
        image.with("/usr/bin/sh", "/bin>usr/bin", "/work/out>/data/out", "/usr/bin/linked>/data/linked")
                .with("/usr/local/bin/other", "/usr/local/sbin>bin", "/opt/away>/data/away", "/opt/bin>/data/bin");
        Launch launch = command(command).withMounts(List.of(new Mapping("/home/me", mapped, false)));
        assertThat(said(launch, run(null, null, "/opt/tools/bin:/usr/local/sbin:/bin", "/work")))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "PATH=/own, , OK program.ok /own/tool",
        "PATH=/usr/bin, , FAILS program.missing tool",
        "PATH=/usr/bin, -ePATH=/own, OK program.ok /own/tool",
        "PATH=/usr/bin, -iePATH=/own, OK program.ok /own/tool",
        "PATH, , ''",
        "OTHER=1, --env-file=/home/me/variables, ''",
        "PATH=/usr/bin, --env-file=/home/me/variables, FAILS program.missing tool",
        "OTHER=1, --volume=/home/me/bin:/usr/bin, ''",
        "OTHER=1, -v/home/me/bin:/usr/bin, ''",
        "OTHER=1, --rm, FAILS program.missing tool",
    })
    void aPathOfTheLaunchsOwn(String variable, String option, String said) throws Exception {
        image.with("/own/tool", "/usr/bin/sh");
        Launch launch = command("tool")
                .withContainer(new ContainerOptions(
                        List.of(variable),
                        "",
                        List.of(),
                        Stream.ofNullable(option).toList()));
        assertThat(said(launch, RunConfiguration.NONE)).isEqualTo(said);
    }

    @Test
    void dockerrunBeginsInAFolderOfTheHosts() throws Exception {
        image.with("/usr/bin/sh");
        assertThat(said(launch(LaunchKind.Name.COMMAND, RunMode.DOCKERRUN, "./tool"), RunConfiguration.NONE))
                .isEmpty();
        assertThat(said(launch(LaunchKind.Name.COMMAND, RunMode.DOCKERRUN, "tool"), RunConfiguration.NONE))
                .isEqualTo("FAILS program.missing tool");
    }

    @Test
    void wordsOfAnyKindStayWords() throws Exception {
        String name = "a b'$(touch x)\n*";
        image.with("/usr/bin/" + name);
        assertThat(said(command(name), RunConfiguration.NONE)).isEqualTo("OK program.ok /usr/bin/" + name);
        assertThat(said(command("--follow-link"), RunConfiguration.NONE))
                .isEqualTo("FAILS program.missing --follow-link");
    }

    @Test
    void whatIsMissingIsToldWithWhereItWasLookedFor() {
        PreflightCheck missing =
                checks(command("tool"), run(null, null, "/a:/b", null)).getFirst();
        assertThat(missing.reason().arguments().toString()).contains("/a/tool, /b/tool");
        assertThat(missing.mend()).map(m -> m.key()).contains("check.program.spelling");
        PreflightCheck own = checks(launch(LaunchKind.Name.SHELL, RunMode.ME), RunConfiguration.NONE)
                .getFirst();
        assertThat(own.mend()).map(m -> m.key()).contains("check.program.add");
    }

    @Test
    void whereNobodyCanLookThatIsNoRefusal() throws Exception {
        image.busy();
        assertThat(said(command("tool"), RunConfiguration.NONE)).startsWith("NOTE trouble.fitness-unreadable");
        assertThat(checks(command("tool"), RunConfiguration.NONE)
                        .getFirst()
                        .reason()
                        .arguments())
                .as("what the engine said")
                .anyMatch(a -> a.toString().contains("busy"));
        Launch launch = command("tool");
        ImageRecord record = StubNode.record(launch, RunConfiguration.NONE);
        assertThat(new FitnessCheck(r -> new ImageVerdict.Missing(), new Fitness(image))
                        .check(launch, Optional.of(record)))
                .extracting(c -> c.state() + " " + c.reason().key())
                .containsExactly("NOTE check.program.unseen");
        assertThat(new FitnessCheck(r -> new ImageVerdict.Different(r.identity(), List.of()), new Fitness(image))
                        .check(launch, Optional.of(record)))
                .isEmpty();
        assertThat(new FitnessCheck(THERE, new Fitness(image)).check(launch, Optional.empty()))
                .isEmpty();
    }

    /** The engine says of its files what it says of one that is not there. */
    @Test
    void aContainerThatIsGoneSaysNothingOfItsImage() throws Exception {
        image.with("/usr/bin/tool").gone();
        assertThat(said(command("tool"), RunConfiguration.NONE)).startsWith("NOTE trouble.fitness-unreadable");
    }

    @Test
    void whatNoSentenceCanHoldIsNoReasonToRefuse() {
        String much = "x".repeat(40_000);
        assertThat(said(command("tool"), run(much, null, null, null))).isEmpty();
        assertThat(said(command("tool"), run(null, null, "/" + much, null))).isEmpty();
        assertThat(said(command("./tool"), run(null, null, null, "/" + much))).isEmpty();
    }

    @Test
    void theEngineIsAskedOnceForAllAndNotAgainForWhatWasFound() throws Exception {
        image.with(CLUSTER).with("/bin/mpirun");
        Fitness fitness = new Fitness(image);
        Launch launch = launch(LaunchKind.Name.MPI, RunMode.ME, "sshd");
        for (int i = 0; i < 2; i++) {
            assertThat(new FitnessCheck(THERE, fitness)
                            .check(launch, Optional.of(StubNode.record(launch, RunConfiguration.NONE))))
                    .hasSize(2)
                    .allMatch(c -> c.state() == PreflightCheck.Outcome.OK);
        }
        assertThat(image.told()).filteredOn(l -> l.startsWith("create")).hasSize(1);
        assertThat(image.told()).filteredOn(l -> l.startsWith("rm")).isNotEmpty();
    }
}
