package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.Running;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.BusyCores;
import org.maxdock.lab.Lab;
import org.maxdock.lab.RecordedImage;
import org.maxdock.operation.Server;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
import org.maxdock.store.Json;
import org.maxdock.store.Project;

/**
 * Launches that end in all sorts of ways at any moment, on a machine whose cores are busy: then nothing of theirs is
 * left, and what is in use beside them, and what only looks like theirs, has lived through it all, and through
 * {@code leftovers --stop}. The number of launches is {@code -Dmaxdock.ends}, their choice {@code -Dmaxdock.seed}.
 */
@Tag("lab")
@Tag("whole")
@Tag("once")
@Timeout(3600)
class RandomEndsLabTest {

    private static final int COUNT = Integer.getInteger("maxdock.ends", 8);
    private static final int AT_ONCE = 4;
    private static final List<RunMode> MODES = List.of(RunMode.values());
    private static final String IMAGE = "max-registry:5000/test/ends:1";

    private enum End {
        EXIT,
        CLOSE,
        SCANCEL,
        KILL_TERMINAL,
        KILL_SALLOC,
        KILL_MAXDOCK,
        TIME_LIMIT,
        CUT
    }

    private static final List<End> SOON =
            List.of(End.EXIT, End.CLOSE, End.SCANCEL, End.KILL_TERMINAL, End.KILL_SALLOC, End.KILL_MAXDOCK, End.CUT);

    /** What can end a launch in a job that outlives it. */
    private static final List<End> BESIDE = List.of(End.EXIT, End.CLOSE, End.KILL_TERMINAL, End.KILL_MAXDOCK, End.CUT);

    /** What the site's own script says when sshd in a container was too slow for its 15 seconds. */
    private static final String SITE_GAVE_UP = "nobody answers on port";

    private final AtomicInteger givenUp = new AtomicInteger();

    @TempDir
    Path folder;

    private ImageRecord record;
    private Server bench;
    private Optional<JobId> standing = Optional.empty();
    private List<String> bystanding = List.of();
    private String stepInUse = "";

    /** Whatever it shows, the tests that follow have the nodes. */
    @AfterEach
    void theJobBesideIsGone() {
        if (!standing.isEmpty()) {
            Lab.must("mxuser@max-wgs", "scancel " + standing.get());
        }
    }

    @Test
    void nothingIsLeftOfThem() throws Exception {
        long seed = Long.getLong("maxdock.seed", System.nanoTime());
        System.out.println("seed " + seed + ", " + COUNT + " launches");
        Random random = new Random(seed);
        try (Server opened = Lab.connect();
                BusyCores busy = new BusyCores();
                ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            bench = opened;
            prepare();
            try (Bystanders bystanders = new Bystanders(bench, record)) {
                stepInUse = bystanders.step();
                bystanding = all();
                assertThat(containers(bystanding)).hasSize(Bystanders.containers());
                endThem(random, threads);
                assertThat(busy.areBusy()).isTrue();
                theJobBesideWhichTheyRanEnds();
                stopLeftovers();
                assertThat(all()).as("what is in use, and what is not theirs").containsAll(bystanding);
                bystanders.endWell();
            }
        }
    }

    private void endThem(Random random, ExecutorService threads) throws Exception {
        List<Future<End>> running = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            boolean beside = random.nextInt(4) == 0;
            List<End> ends = beside ? BESIDE : SOON;
            End end = i < COUNT / 16
                    ? End.TIME_LIMIT
                    : ends.get(random.nextInt(ends.size())); // SLURM's shortest limit is a minute
            Launch launch = launch(MODES.get(random.nextInt(MODES.size())), end, beside && end != End.TIME_LIMIT, i);
            long after = random.nextInt(4000);
            running.add(threads.submit(() -> launchAndEnd(end, launch, after)));
        }
        Map<End, Integer> ended = new EnumMap<>(End.class);
        for (Future<End> one : running) {
            if (ended.values().stream().mapToInt(i -> i).sum() == COUNT / 2) {
                stopLeftovers();
            }
            ended.merge(one.get(), 1, Integer::sum);
        }
        System.out.println("launches ended: " + ended + "; the site's own script gave up: " + givenUp);
        assertThat(givenUp.get()).as("told so, and rare").isLessThanOrEqualTo(1 + COUNT / 20);
        Lab.awaitNone(this::left);
    }

    /** As another MaxDock of the user's would. */
    private void stopLeftovers() throws Exception {
        Path said = folder.resolve("leftovers");
        assertThat(maxdock(List.of("leftovers", "--stop", "--node", String.join(",", Lab.NODES)), said)
                        .waitFor())
                .as(Files.readString(said))
                .isZero();
    }

    private void prepare() throws Exception {
        Files.writeString(folder.resolve("Dockerfile"), "FROM " + Lab.BASE + "\nENV MARK=ends\n");
        record = RecordedImage.everywhere(bench, folder, IMAGE);
        new Project(folder, new Json()).put(record);
        standing = Optional.of(new JobId(
                Lab.must("mxuser@max-wgs", "sbatch --parsable -N2 -t 60 -o /dev/null --wrap 'tail -f /dev/null'")
                        .strip()));
        await(() -> bench.slurm()
                .find(standing.orElseThrow())
                .filter(org.maxdock.slurm.Job::running)
                .isPresent());
    }

    /** Clusters have ports of their own, since they share the nodes. */
    private Launch launch(RunMode mode, End end, boolean beside, int number) {
        LaunchPlace where = beside
                ? new LaunchPlace.InJob(standing.orElseThrow())
                : LaunchPlace.Allocation.of(
                        "maxcpu", mode == RunMode.DOCKERCLUSTER ? 2 : 1, end == End.TIME_LIMIT ? "1" : "20");
        LaunchKind work = new LaunchKind.Shell(new VirtualCluster(beside ? "ends-" + number : "", 30_000 + number));
        return new Launch(
                        "ends",
                        ImageReference.parse(IMAGE),
                        List.of(),
                        List.of(),
                        mode,
                        where,
                        List.of("sleep", end == End.EXIT ? "1.5" : "1000"),
                        "")
                .withKind(work);
    }

    /** With two launches in it, which it takes with it. */
    private void theJobBesideWhichTheyRanEnds() throws Exception {
        try (Running one = bench.launcher()
                        .start(bench.launcher().plan(launch(RunMode.ME, End.SCANCEL, true, 1), record));
                Running other = bench.launcher()
                        .start(bench.launcher().plan(launch(RunMode.DOCKERCLUSTER, End.SCANCEL, true, 2), record))) {
            await(() -> containers(left()).size() == 4);
            assertThat(containers(left())).as("of both, on both nodes").hasSize(4);
            bench.slurm().cancel(List.of(standing.orElseThrow()));
            assertThat(one.await()).isNotZero();
            assertThat(other.await()).isNotZero();
        }
        standing = Optional.empty();
        await(() -> left().isEmpty());
        assertThat(left()).isEmpty();
    }

    private End launchAndEnd(End end, Launch launch, long after) throws Exception {
        if (end == End.KILL_MAXDOCK) {
            return killMaxDock(launch, after);
        }
        try (Server mine = Lab.connect()) {
            LaunchPlan plan = new LaunchPlan(launch, record, Mark.fresh());
            String script = bench.launcher().script(plan);
            KeptTerminals terminals = new KeptTerminals(mine.host(), Duration.ofSeconds(3));
            try (Running running = after % 2 == 0 || end == End.KILL_TERMINAL
                    ? terminals.open(plan.mark(), script, 80, 24)
                    : mine.launcher().start(plan)) {
                LastWords said = new LastWords();
                Thread drained = Thread.ofVirtual().start(() -> drain(running.output(), said));
                Thread.ofVirtual().start(() -> drain(running.errors(), said));
                if (end != End.EXIT && end != End.TIME_LIMIT) {
                    drained.join(Duration.ofMillis(after)); // at any moment: that is what is tried here
                }
                end(end, mine, plan, running, said);
            }
        }
        return end;
    }

    private void end(End end, Server mine, LaunchPlan plan, Running running, LastWords said) throws Exception {
        String name = plan.mark().name();
        switch (end) {
            case EXIT -> {
                int status = running.await();
                if (status != 0 && said.toString().contains(SITE_GAVE_UP)) {
                    givenUp.incrementAndGet();
                } else {
                    assertThat(status).as(() -> plan.launch() + " said " + said).isZero();
                }
            }
            case TIME_LIMIT -> running.await();
            case CLOSE -> running.close();
            case SCANCEL -> {
                var job = bench.slurm().find(plan.mark());
                if (job.isPresent()) {
                    bench.slurm().cancel(List.of(job.get().id()));
                    running.await();
                }
            }
            case KILL_TERMINAL ->
                Lab.sh("max-wgs", "pkill -KILL -x -f 'dtach -A /tmp/maxdock-tab-[0-9]*-" + name + "/.*'");
            case KILL_SALLOC -> Lab.sh("max-wgs", "pkill -KILL -x -f 'salloc .*" + name + ".*'");
            case CUT -> mine.host().close();
            case KILL_MAXDOCK -> throw new IllegalStateException();
        }
    }

    /** A MaxDock of its own, in a process of its own. */
    private Process maxdock(List<String> command, Path out) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-Duser.home=" + System.getProperty("user.home"),
                "-cp",
                System.getProperty("java.class.path"),
                "org.maxdock.Main",
                "-F",
                Lab.sshConfig().toString(),
                "--on",
                "max-wgs",
                "--project",
                folder.toString()));
        words.addAll(command);
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
    }

    private End killMaxDock(Launch launch, long after) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                "launch",
                "--force",
                "--name",
                "ends",
                "--mode",
                launch.mode().word(),
                "--port",
                String.valueOf(launch.kind().clusterIfAny().port())));
        words.addAll(
                launch.place().allocates()
                        ? List.of(
                                "-N",
                                String.valueOf(launch.place()
                                        .allocation()
                                        .orElseThrow()
                                        .nodes()),
                                "-p",
                                "maxcpu",
                                "-t",
                                "20",
                                IMAGE)
                        : List.of(
                                "--in-job",
                                standing.orElseThrow().text(),
                                "--cluster-name",
                                launch.kind().clusterIfAny().name(),
                                IMAGE));
        words.addAll(launch.command());
        Process process = maxdock(words, folder.resolve("out-" + after));
        process.waitFor(2500 + after, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        return End.KILL_MAXDOCK;
    }

    private static void drain(InputStream stream, LastWords said) {
        try {
            stream.transferTo(said);
        } catch (java.io.IOException e) {
            System.getLogger(RandomEndsLabTest.class.getName()).log(System.Logger.Level.DEBUG, "ended", e);
        }
    }

    private static List<String> containers(List<String> left) {
        return left.stream().filter(l -> l.split(" ")[1].equals("container")).toList();
    }

    private List<String> left() throws Exception {
        List<String> left = all();
        bystanding.forEach(left::remove);
        return left;
    }

    private List<String> all() throws Exception {
        List<String> left = new ArrayList<>();
        for (String host : List.of("max-wgs", "max-wn001", "max-wn002")) {
            Lab.must(host, "docker ps -a --format '{{.Names}} {{.ID}}' | grep -e maxdock- -e docker_ -e ends- || true")
                    .lines()
                    .forEach(l -> left.add(host + " container " + l));
            Lab.must(host, "ls -d /tmp/maxdock* 2>/dev/null || true")
                    .lines()
                    .forEach(l -> left.add(host + " file " + l));
            Lab.must(
                            host,
                            "ps -u mxuser -o pid=,comm=,args= | while read -r pid all; do "
                                    + "grep -qzx 'MAXDOCK_STEP=" + stepInUse + "' /proc/$pid/environ 2>/dev/null || "
                                    + "echo \"$all\"; done | grep -vE '^(sshd|ps|grep|"
                                    + "bash .*(squeue|exec|/bin/bash)) ' | "
                                    + "grep -E 'dtach|salloc|srun|docker|sleep' || true")
                    .lines()
                    .forEach(l -> left.add(host + " process "
                            + l.strip().substring(0, Math.min(200, l.strip().length()))));
        }
        Lab.must("mxuser@max-wgs", "squeue --noheader --user=mxuser --format='%i %j'")
                .lines()
                .filter(j -> standing.isEmpty() || !j.strip().startsWith(standing.get() + " "))
                .forEach(j -> left.add("job " + j.strip()));
        return left;
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        try {
            org.testfx.util.WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, condition);
        } catch (java.util.concurrent.TimeoutException e) {
            System.getLogger(RandomEndsLabTest.class.getName())
                    .log(System.Logger.Level.INFO, "still something is left");
        }
    }
}
