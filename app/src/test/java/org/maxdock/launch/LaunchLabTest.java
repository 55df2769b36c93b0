package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maxdock.engine.Progress;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.host.Terminal;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.lab.RecordedImage;
import org.maxdock.mount.Mapping;
import org.maxdock.operation.Server;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partitions;

/** Launches on the lab's nodes: the script, as it is, run by SLURM. */
@Tag("lab")
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LaunchLabTest {

    private static final NodeName FIRST = new NodeName("max-wn001");

    private static final String IMAGE = "max-registry:5000/test/launch:1";
    private static final Mapping DATA = new Mapping(Lab.DATA + "/c20190101", "/data", true);

    @TempDir
    static Path folder;

    private Server bench;
    private ImageRecord record;

    @BeforeAll
    void buildRecordPush() throws Exception {
        bench = Lab.connect();
        Files.writeString(
                folder.resolve("Dockerfile"),
                "FROM " + Lab.MPI + "\nENV MARK=recorded\nCMD [\"sh\", \"-c\", \"echo $MARK\"]\n");
        record = RecordedImage.everywhere(bench, folder, IMAGE);
    }

    @AfterAll
    void nothingIsLeftBehind() throws Exception {
        for (String node : Lab.NODES) {
            assertThat(Lab.must(node, "docker ps -a --format '{{.Names}}' | grep -c -e maxdock- -e docker_ || true")
                            .strip())
                    .isEqualTo("0");
            assertThat(Lab.must(node, "ls -d /tmp/maxdock* 2>/dev/null || true"))
                    .isEmpty();
        }
        bench.close();
    }

    private Launch launch(RunMode mode, int nodes, String workdir, String... command) {
        return new Launch(
                "test launch",
                ImageReference.parse(IMAGE),
                mode == RunMode.ISOLATED ? List.of() : List.of(DATA),
                List.of(),
                mode,
                LaunchPlace.Allocation.of("maxcpu", nodes, "5"),
                List.of(command),
                workdir);
    }

    private Output run(Launch launch, ImageRecord of) throws Exception {
        try (Running running = bench.launcher().start(bench.launcher().plan(launch, of))) {
            return CancellableOutput.collect(running);
        }
    }

    @Test
    void asMeItIsMeOnANodeWithTheData() throws Exception {
        Output output = run(
                launch(
                        RunMode.ME,
                        1,
                        "/data/raw/run01",
                        "sh",
                        "-c",
                        "id -u; id -g; id -un; echo $HOME; touch ~/x && pwd && cat frame_0001.cbf; exit 5"),
                record);
        assertThat(output.text())
                .isEqualTo("21437\n3512\nmxuser\n/home/mxuser\n/data/raw/run01\nframe 1 of c20190101\n");
        assertThat(output.status()).isEqualTo(5);
    }

    /** Of the command that the image has by itself; a shell without one is a shell. */
    private Launch imagesOwn(String workdir) {
        return launch(RunMode.ME, 1, workdir).withKind(LaunchKind.Name.COMMAND.plain());
    }

    @Test
    void withoutACommandTheImagesOwnRuns() throws Exception {
        assertThat(run(imagesOwn(""), record).text()).isEqualTo("recorded\n");
        assertThat(run(imagesOwn("/data"), record).text()).isEqualTo("recorded\n");
    }

    @Test
    void isolatedItIsRootOfItsOwnNamespace() throws Exception {
        assertThat(run(launch(RunMode.ISOLATED, 1, "/usr", "sh", "-c", "id -u; pwd"), record)
                        .text())
                .isEqualTo("0\n/usr\n");
    }

    @Test
    void dockerrunMountsTheCurrentFolder() throws Exception {
        assertThat(run(launch(RunMode.DOCKERRUN, 1, "", "sh", "-c", "id -u; pwd; ls /data/raw/run01 | wc -l"), record)
                        .text())
                .isEqualTo("21437\n/docker_pwd\n2\n");
    }

    @Test
    void dockerclusterRunsOnAllNodesWhatWasRecorded() throws Exception {
        Output output =
                run(launch(RunMode.DOCKERCLUSTER, 2, "/data/raw/run01", "sh", "-c", "id -u; pwd; echo $MARK"), record);
        assertThat(output.text()).isEqualTo("21437\n/data/raw/run01\nrecorded\n");
        assertThat(output.status()).isZero();
    }

    @Test
    void severalNodesEachRunIt() throws Exception {
        assertThat(run(launch(RunMode.ME, 2, "", "echo", "here"), record).text())
                .isEqualTo("here\nhere\n");
    }

    @Test
    void hostileWordsArriveAsTheyAre() throws Exception {
        String[] words = {"printf", "[%s]", "it's", "$(id)", "a b", "`x`", "\"", "\\", "*", "é\n", "!"};
        assertThat(run(launch(RunMode.ME, 1, "", words), record).text())
                .isEqualTo("[it's][$(id)][a b][`x`][\"][\\][*][é\n][!]");
    }

    /**
     * Printable, and each of the bytes that make trouble on the way through window, script, ssh, salloc, srun and
     * docker.
     */
    private static final String HOSTILE =
            " it's \"q\" $(id) `id` ${HOME} \\ * ? [a] ; | & < > # ! ~ = % \t\u0001\u007f ä € \ud83d\ude00 ";

    @ParameterizedTest
    @EnumSource(RunMode.class)
    void environmentAndOptionsArriveAsTheyAre(RunMode mode) throws Exception {
        ContainerOptions options = new ContainerOptions(
                List.of("FIRST=1", "HOSTILE=" + HOSTILE, "LINES=a\nb\n\nc", "EMPTY="),
                "7m",
                List.of("nofile=777:777"),
                List.of("--label", "of=us here", "--hostname=max-test"));
        boolean ownName = mode == RunMode.ISOLATED
                || mode == RunMode.ME; // the site's scripts give it the host's network, and with it its name
        Launch launch = launch(
                        mode,
                        1,
                        "",
                        "sh",
                        "-c",
                        "printf '%s|' \"$FIRST\" \"$HOSTILE\" \"$LINES\" \"$EMPTY\" \"$MARK\"; "
                                + "df -m /dev/shm | tail -n 1 | awk '{print $2}'; ulimit -n")
                .withContainer(
                        ownName
                                ? options
                                : new ContainerOptions(
                                        options.environment(),
                                        options.sharedMemory(),
                                        options.ulimits(),
                                        List.of("--label", "of=us here")));
        Output output = run(launch, record);
        assertThat(output.text()).as(output.errors()).isEqualTo("1|" + HOSTILE + "|a\nb\n\nc||recorded|7\n777\n");
        assertThat(output.status()).isZero();
    }

    @Test
    @Tag("once")
    void optionsOfSlurmArePassedOnAndTestedBefore() throws Exception {
        Launch launch = new Launch(
                        "test launch",
                        ImageReference.parse(IMAGE),
                        List.of(),
                        List.of(),
                        RunMode.ME,
                        LaunchPlace.Allocation.of("maxcpu", 1, "5")
                                .withMore(List.of("--mem=123M", "--nodelist=max-wn002")),
                        List.of("sh", "-c", "hostname"),
                        "")
                .withContainer(new ContainerOptions(List.of(), "", List.of(), List.of("--net=host")));
        assertThat(run(launch, record).text()).isEqualTo("max-wn002\n");
        assertThat(bench.preflight().check(launch, Optional.of(record)))
                .anyMatch(c -> c.reason().key().equals("check.start.now")
                        && c.reason().arguments().contains("max-wn002"));
        Launch tooMuch = new Launch(
                "l",
                ImageReference.parse(IMAGE),
                List.of(),
                List.of(),
                RunMode.ME,
                LaunchPlace.Allocation.of("maxcpu", 1, "5").withMore(List.of("--mem=900G")),
                List.of(),
                "");
        assertThat(bench.preflight().check(tooMuch, Optional.of(record)))
                .anyMatch(c -> c.state() == PreflightCheck.Outcome.FAILS
                        && c.subject().key().equals("check.partition"));
        for (String bad : List.of("mem=1", "-n5", "--wrap=x", "--job-name=x", "--mem=1\n#SBATCH --uid=0")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> LaunchPlace.Allocation.of("", 1, "").withMore(List.of(bad)))
                    .as(bad)
                    .isInstanceOf(org.maxdock.text.InvalidValue.class);
        }
    }

    @ParameterizedTest
    @EnumSource(RunMode.class)
    void aReplacedImageStopsItBeforeItStarts(RunMode mode) throws Exception {
        Lab.NODES.forEach(n -> Lab.replace(n, IMAGE));
        try {
            Output output = run(launch(mode, 1, "", "echo", "ran"), record);
            assertThat(output.status()).isEqualTo(3);
            assertThat(output.text()).doesNotContain("ran").doesNotContain("swapped");
            assertThat(output.errors())
                    .contains("is not the image that was recorded")
                    .contains("env 11 SWAPPED=yes")
                    .contains("Nothing was started");
            assertThat(bench.nodes()
                            .verify(Lab.NODE_NAMES, List.of(record), Partitions.DEFAULT, new Cancellation())
                            .get(new NodeName("max-wn002"))
                            .getFirst()
                            .word())
                    .isEqualTo("different");
        } finally {
            bench.provider().provide(Lab.NODE_NAMES, record, Partitions.DEFAULT, new Cancellation());
        }
        assertThat(bench.nodes()
                        .verify(Lab.NODE_NAMES, List.of(record), Partitions.DEFAULT, new Cancellation())
                        .values())
                .allSatisfy(v -> assertThat(v.getFirst().word()).isEqualTo("same"));
    }

    @Test
    void anImageThatSaysOfItselfThatItIsTheRecordedOneIsNotBelieved() throws Exception {
        String claims =
                "FROM %1$s\\nLABEL Id=%2$s\\nLABEL \\\\\"Id\\\\\"=%2$s\\nENV Id=%2$s\\nCMD [\"echo\",\"swapped\"]\\n"
                        .formatted(Lab.BASE, record.identity().id());
        Lab.NODES.forEach(
                n -> Lab.must("mxother@" + n, "printf '" + claims + "' | docker build -q -t " + IMAGE + " -"));
        try {
            Output output = run(imagesOwn(""), record);
            assertThat(output.status()).isEqualTo(3);
            assertThat(output.text()).isEmpty();
            assertThat(output.errors())
                    .contains("is not the image that was recorded")
                    .contains("label 2 71 Id=" + record.identity().id());
        } finally {
            bench.provider().provide(Lab.NODE_NAMES, record, Partitions.DEFAULT, new Cancellation());
        }
    }

    @Test
    void whereTheEngineCannotBeAskedByItselfDockersClientIs() throws Exception {
        Lab.must(
                "mxuser@max-wgs",
                "mkdir -p between; [ ! -e .bash_profile ]; echo 'export PATH=$HOME/between:$PATH' > "
                        + ".bash_profile; cd between; "
                        + "printf '#!/bin/bash\\necho \"$1 $2\" >> ~/between/asked\\n"
                        + "PATH=${PATH#\"$HOME/between:\"} exec docker \"$@\"\\n' > docker; chmod 755 docker");
        try {
            assertThat(run(imagesOwn(""), record).text()).isEqualTo("recorded\n");
            assertThat(Lab.must("mxuser@max-wgs", "cat between/asked"))
                    .as("of itself it said which image it has")
                    .contains("run --rm")
                    .doesNotContain("image inspect");
            Lab.must("mxuser@max-wgs", "printf '#!/bin/sh\\nexit 7\\n' > between/curl; chmod 755 between/curl");
            assertThat(run(imagesOwn(""), record).text()).isEqualTo("recorded\n");
            assertThat(Lab.must("mxuser@max-wgs", "cat between/asked")).contains("image inspect");
            Lab.NODES.forEach(n -> Lab.replace(n, IMAGE));
            assertThat(run(imagesOwn(""), record).status()).isEqualTo(3);
        } finally {
            Lab.must("mxuser@max-wgs", "rm -rf between .bash_profile");
            bench.provider().provide(Lab.NODE_NAMES, record, Partitions.DEFAULT, new Cancellation());
        }
    }

    /**
     * Somebody who waits for the moment after the check: a docker in front of docker, which exchanges the image just
     * before it lets it run.
     */
    private static final String EXCHANGER = """
            #!/bin/bash
            PATH=${PATH/"$HOME/exchange:"/}
            if [ "$1" = run ] && [ -e "$HOME/exchange/armed" ]; then
              printf 'FROM %1$s\\nENV SWAPPED=yes\\nCMD ["echo","swapped"]\\n' | \
            docker build -q -t %2$s - >> "$HOME/exchange/done" 2>&1
            fi
            exec docker "$@"
            """.formatted(Lab.BASE, IMAGE);

    @ParameterizedTest
    @EnumSource(RunMode.class)
    void anImageThatIsReplacedBetweenCheckAndRunDoesNotRun(RunMode mode) throws Exception {
        Lab.must(
                "mxuser@max-wgs",
                "mkdir -p exchange; [ ! -e .bash_profile ]; echo 'export PATH=$HOME/exchange:$PATH' > .bash_profile");
        bench.files()
                .write("/home/mxuser/exchange/docker", EXCHANGER.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Lab.must("mxuser@max-wgs", "chmod 755 exchange/docker; touch exchange/armed");
        try {
            Output output = run(launch(mode, 1, "", "sh", "-c", "echo $MARK$SWAPPED"), record);
            assertThat(Lab.must("mxuser@max-wgs", "cat exchange/done"))
                    .as("the image was exchanged")
                    .startsWith("sha256:");
            assertThat(bench.nodes()
                            .verify(List.of(FIRST), List.of(record), Partitions.DEFAULT, new Cancellation())
                            .get(FIRST)
                            .getFirst()
                            .word())
                    .isEqualTo("different");
            assertThat(output.text()).as(output.errors()).isEqualTo("recorded\n");
        } finally {
            Lab.must("mxuser@max-wgs", "rm -rf exchange .bash_profile");
            bench.provider().provide(Lab.NODE_NAMES, record, Partitions.DEFAULT, new Cancellation());
        }
    }

    @Test
    @Tag("once")
    void anImageWithMoreSettingsThanAScriptCanCarryIsVerifiedAllTheSame() throws Exception {
        String tag = "test/many:1";
        StringBuilder dockerfile = new StringBuilder("FROM " + Lab.BASE + "\nCMD [\"echo\", \"many\"]\nLABEL last=1");
        for (int i = 0; i < 60; i++) {
            dockerfile.append(" \\\n  l").append(i).append("=").append("x".repeat(3000));
        }
        Files.writeString(folder.resolve("Dockerfile"), dockerfile.append("\n"));
        bench.images().build(BuildRequest.plain(folder, tag), Progress.Listener.none(), new Cancellation());
        ImageRecord many = bench.images()
                .record(tag)
                .withTarball(bench.images()
                        .files()
                        .save(tag, "/beegfs/desy/user/mxuser/many.tgz", Progress.Listener.none(), new Cancellation()));
        Lab.must("max-wn001", "docker rmi -f " + tag + " >/dev/null 2>&1 || true");
        Launch launch = new Launch(
                        "many",
                        ImageReference.parse(tag),
                        List.of(),
                        List.of(),
                        RunMode.ME,
                        LaunchPlace.Allocation.of("maxcpu", 1, "5").withMore(List.of("--nodelist=max-wn001")),
                        List.of(),
                        "")
                .withKind(LaunchKind.Name.COMMAND.plain());
        assertThat(run(launch, many).text()).isEqualTo("many\n");
        assertThat(bench.nodes()
                        .verify(List.of(FIRST), List.of(many, record), Partitions.DEFAULT, new Cancellation())
                        .get(FIRST))
                .extracting(v -> v.word())
                .containsExactly("same", "same");
        Lab.replace("max-wn001", tag);
        Output replaced = run(launch, many);
        assertThat(replaced.status()).isEqualTo(3);
        assertThat(replaced.errors()).contains("is not the image that was recorded");
        Lab.must("mxuser@max-wgs", "rm -f /beegfs/desy/user/mxuser/many.tgz");
    }

    @Test
    @Tag("once")
    void aLineOfTheRecordGuardsAScriptOfOnesOwnOnANodeWithNothingButDocker() throws Exception {
        String line = org.maxdock.image.identity.RecordLine.of(record);
        String guarded = line + " && echo holds || echo does not; command -v java maxdock || true";
        assertThat(Lab.must("mxuser@max-wn002", "sh -c " + org.maxdock.host.shell.Shell.quote(guarded)))
                .startsWith("holds\n");
        Lab.replace("max-wn002", IMAGE);
        assertThat(Lab.must("mxuser@max-wn002", "sh -c " + org.maxdock.host.shell.Shell.quote(guarded)))
                .startsWith("does not\n");
        bench.provider().provide(Lab.NODE_NAMES, record, Partitions.DEFAULT, new Cancellation());
    }

    @Test
    @Tag("once")
    void anImageThatWasNeverPushedComesFromItsSavedFileAndIsVerifiedByItsLayers() throws Exception {
        String tag = "test/unpushed:1";
        Files.writeString(
                folder.resolve("Dockerfile"),
                "FROM " + Lab.BASE + "\nENV MARK=unpushed\nCMD [\"sh\", \"-c\", \"echo $MARK\"]\n");
        bench.images().build(BuildRequest.plain(folder, tag), Progress.Listener.none(), new Cancellation());
        ImageRecord unpushed = bench.images()
                .record(tag)
                .withTarball(bench.images()
                        .files()
                        .save(
                                tag,
                                "/beegfs/desy/user/mxuser/unpushed.tgz",
                                Progress.Listener.none(),
                                new Cancellation()));
        assertThat(unpushed.identity().repoDigests()).isEmpty();
        Lab.must("max-wn001", "docker rmi -f " + tag + " >/dev/null 2>&1 || true");
        Launch launch = new Launch(
                        "unpushed",
                        ImageReference.parse(tag),
                        List.of(),
                        List.of(),
                        RunMode.ME,
                        LaunchPlace.Allocation.of("maxcpu", 1, "5"),
                        List.of(),
                        "")
                .withKind(LaunchKind.Name.COMMAND.plain());
        assertThat(run(launch, unpushed).text()).isEqualTo("unpushed\n");
        Lab.NODES.forEach(n -> Lab.replace(n, tag));
        assertThat(run(launch, unpushed).status()).isEqualTo(3);
        assertThat(bench.nodes()
                        .verify(List.of(FIRST), List.of(unpushed), Partitions.DEFAULT, new Cancellation())
                        .get(FIRST)
                        .getFirst()
                        .word())
                .isEqualTo("different");
        Lab.must("max-wn001", "docker rmi -f " + tag);
        Lab.must("max-wgs", "echo spoilt >> /beegfs/desy/user/mxuser/unpushed.tgz");
        Output spoilt = run(launch, unpushed);
        assertThat(spoilt.status()).isEqualTo(3);
        assertThat(spoilt.errors()).contains("the saved image has changed since it was recorded, and is not loaded");
    }

    /** Where nothing on the server can keep a terminal, too. */
    @Test
    @Tag("once")
    void withoutDtachAndTmuxToo() throws Exception {
        Lab.must("max-wgs", "for p in dtach tmux; do mv /usr/bin/$p /usr/bin/$p.away; done");
        try {
            closingATerminalGivesTheAllocationBack();
        } finally {
            Lab.must("max-wgs", "for p in dtach tmux; do mv /usr/bin/$p.away /usr/bin/$p; done");
        }
    }

    @Test
    void aTerminalIsAContainersAndClosingItGivesTheAllocationBack() throws Exception {
        closingATerminalGivesTheAllocationBack();
    }

    private void closingATerminalGivesTheAllocationBack() throws Exception {
        try (Terminal terminal = bench.launcher()
                .openTerminal(bench.launcher().plan(launch(RunMode.ME, 1, "", "sh"), record), 100, 30)) {
            StringBuilder screen = new StringBuilder();
            Thread.ofVirtual().start(() -> read(terminal, screen));
            await(() -> text(screen).contains("$ ")); // what is typed before the shell is there gets lost on the way
            terminal.input()
                    .write(
                            ("until stty size | grep '30 100'; do sleep 0.1; done; " // Docker tells its size late
                                            + "test -t 0 && echo term-$((40+2))\n")
                                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            terminal.input().flush();
            awaitShown(screen, "term-42");
            assertThat(bench.slurm().mine().found()).anyMatch(j -> j.name().equals("test launch") && j.running());
        }
        await(() ->
                bench.slurm().mine().found().stream().noneMatch(j -> j.name().equals("test launch")));
        await(() -> Lab.must("max-wn001", "docker ps -q").isEmpty()
                && Lab.must("max-wn002", "docker ps -q").isEmpty());
        assertThat(bench.slurm().mine().found()).noneMatch(j -> j.name().equals("test launch"));
    }

    @Test
    @Tag("once")
    void cancellingTheJobRemovesTheContainer() throws Exception {
        try (Running running =
                bench.launcher().start(bench.launcher().plan(launch(RunMode.ME, 1, "", "sleep", "305"), record))) {
            await(() -> Lab.must("max-wn001", "docker ps -q").strip().length() > 0);
            bench.slurm()
                    .cancel(bench.slurm().mine().found().stream()
                            .filter(j -> j.name().equals("test launch"))
                            .map(j -> j.id())
                            .toList());
            assertThat(running.await()).isNotZero();
        }
        await(() -> Lab.must("max-wn001", "docker ps -aq").isEmpty());
        assertThat(Lab.must("max-wn001", "docker ps -aq")).isEmpty();
    }

    @Test
    @Tag("once")
    void aKilledConnectionEndsJobAndContainer() throws Exception {
        try (Server other = Lab.connect()) {
            Running running =
                    other.launcher().start(other.launcher().plan(launch(RunMode.ME, 1, "", "sleep", "306"), record));
            await(() -> Lab.must("max-wn001", "docker ps -q").strip().length() > 0);
            other.host().close();
            assertThat(running.await()).isEqualTo(255);
        }
        Lab.awaitNone(() -> bench.slurm().mine().found());
        Lab.awaitNone(
                () -> Lab.must("max-wn001", "docker ps -a").lines().skip(1).toList());
        Lab.awaitNone(() -> Lab.must("max-wgs", "pgrep salloc || true").lines().toList());
    }

    /** Its steps have then no variable but SLURM's own (sbatch(1), --export), unless they are told otherwise. */
    @Test
    @Tag("once")
    void aBatchJobWithNothingOfTheEnvironmentRunsOnceToo() throws Exception {
        Launch launch = launch(RunMode.ME, 2, "", "sh", "-c", "echo batch $MARK");
        LaunchPlace bare = launch.place().allocation().orElseThrow().withMore(List.of("--export=NONE"));
        JobId job = bench.launcher().submit(bench.launcher().plan(launch.withPlace(bare), record));
        await(() -> bench.slurm().mine().found().stream().noneMatch(j -> j.id().equals(job)));
        assertThat(Lab.must("mxuser@max-wgs", "cat slurm-" + job + ".out; rm slurm-" + job + ".out"))
                .isEqualTo("batch recorded\nbatch recorded\n");
    }

    @Test
    @Tag("once")
    void inABatchJobItIsTheSameScript() throws Exception {
        JobId job = bench.launcher()
                .submit(bench.launcher().plan(launch(RunMode.ME, 1, "", "sh", "-c", "echo batch $MARK"), record));
        await(() -> bench.slurm().mine().found().stream().noneMatch(j -> j.id().equals(job)));
        assertThat(Lab.must("mxuser@max-wgs", "cat slurm-" + job + ".out; rm slurm-" + job + ".out"))
                .contains("batch recorded");
    }

    @Test
    @Tag("once")
    void theScriptWorksWithoutMaxDockAndIsShellcheckClean() throws Exception {
        List<String> files = new java.util.ArrayList<>(List.of("shellcheck", "-s", "bash"));
        for (RunMode mode : RunMode.values()) {
            for (LaunchKind.Name kind : LaunchKind.Name.values()) {
                if ((kind != LaunchKind.Name.MPI && mode != RunMode.DOCKERCLUSTER)
                        || kind == LaunchKind.Name.SHELL
                        || (kind == LaunchKind.Name.MPI && mode != RunMode.ISOLATED)) {
                    Path file = folder.resolve(mode.word() + "-" + kind.word() + ".sh");
                    Files.writeString(
                            file,
                            bench.launcher()
                                    .script(bench.launcher()
                                            .plan(
                                                    launch(mode, 1, "/data", "echo", "by hand")
                                                            .withKind(kind.plain()),
                                                    record)));
                    files.add(file.toString());
                }
            }
        }
        for (RunMode mode : List.of(RunMode.ME, RunMode.DOCKERCLUSTER)) {
            Path file = folder.resolve(mode.word() + "-in-job.sh");
            Launch joins = new Launch(
                            "joins",
                            ImageReference.parse(IMAGE),
                            List.of(),
                            List.of(),
                            mode,
                            new LaunchPlace.InJob(new JobId("123")),
                            List.of("true"),
                            "")
                    .withKind(new LaunchKind.Shell(new VirtualCluster("other", 0)));
            Files.writeString(file, bench.launcher().script(bench.launcher().plan(joins, record)));
            files.add(file.toString());
        }
        for (RunMode mode : RunMode.values()) {
            Launch shows = launch(mode, 1, "", "true")
                    .withKind(
                            mode == RunMode.DOCKERCLUSTER
                                    ? LaunchKind.Name.MPI.plain()
                                    : LaunchKind.Name.COMMAND.plain())
                    .withContainer(new ContainerOptions(List.of("A=b c"), "", List.of(), List.of("--gpus=all")));
            Path file = folder.resolve(mode.word() + "-gpus.sh");
            Files.writeString(file, bench.launcher().script(bench.launcher().plan(shows, record)));
            files.add(file.toString());
        }
        Lab.Said said = Lab.run(files);
        assertThat(said.out()).isEmpty();
        assertThat(said.status()).isZero();
        String script =
                bench.launcher().script(bench.launcher().plan(launch(RunMode.ME, 1, "", "echo", "by hand"), record));
        bench.files().write("/home/mxuser/by-hand.sh", script.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(Lab.must("mxuser@max-wgs", "bash by-hand.sh; rm by-hand.sh")).isEqualTo("by hand\n");
    }

    @Test
    void thePreflightTellsWhatWillFail() throws Exception {
        Launch bad = new Launch(
                "bad",
                ImageReference.parse(IMAGE),
                List.of(new Mapping(Lab.DATA + "/c20190101/raw", "/data", true)),
                List.of(),
                RunMode.ME,
                LaunchPlace.Allocation.of("upex", 1, ""),
                List.of(),
                "");
        assertThat(failing(bad, Optional.of(record))).containsExactly("mount.root-squash", "check.partition.forbidden");
        assertThat(failing(with("nowhere", 1, ""), Optional.of(record))).containsExactly("check.partition.unknown");
        assertThat(failing(with("maxgpu", 1, "9:00:00"), Optional.of(record)))
                .containsExactly("check.partition.time-over");
        assertThat(failing(with("maxgpu", 2, "1"), Optional.of(record))).containsExactly("check.nodes.too-many");
        assertThat(failing(with("maxcpu", 1, "1"), Optional.empty())).containsExactly("check.image.not-recorded");
        assertThat(failing(with("maxcpu", 1, "1"), Optional.of(record))).isEmpty();
    }

    private Launch with(String partition, int nodes, String time) {
        return new Launch(
                "l",
                ImageReference.parse(IMAGE),
                List.of(),
                List.of(),
                RunMode.ME,
                LaunchPlace.Allocation.of(partition, nodes, time),
                List.of(),
                "");
    }

    private List<String> failing(Launch launch, Optional<ImageRecord> of) throws Exception {
        return bench.preflight().check(launch, of).stream()
                .filter(c -> c.state() == PreflightCheck.Outcome.FAILS)
                .map(c -> c.reason().key())
                .toList();
    }

    private static void read(Terminal terminal, StringBuilder screen) {
        byte[] buffer = new byte[4096];
        try {
            for (int n; (n = terminal.output().read(buffer)) >= 0; ) {
                synchronized (screen) {
                    screen.append(new String(buffer, 0, n, java.nio.charset.StandardCharsets.UTF_8));
                }
            }
        } catch (java.io.IOException e) {
            synchronized (screen) {
                screen.append("ended");
            }
        }
    }

    private static void awaitShown(StringBuilder screen, String text) throws Exception {
        try {
            await(() -> text(screen).contains(text));
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("it shows " + text(screen), e);
        }
    }

    private static String text(StringBuilder screen) {
        synchronized (screen) {
            return screen.toString();
        }
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        org.testfx.util.WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    }
}
