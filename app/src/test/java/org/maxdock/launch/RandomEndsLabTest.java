package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Running;
import org.maxdock.image.BuildRequest;
import org.maxdock.image.ImageRecord;
import org.maxdock.lab.Lab;
import org.maxdock.project.Json;
import org.maxdock.project.Project;
import org.maxdock.project.Workbench;

/**
 * Launches that end in all sorts of ways at any moment, and then nothing of theirs is left. The number of launches is {@code -Dmaxdock.ends},
 * their choice {@code -Dmaxdock.seed}.
 */
@Tag("lab")
@Tag("once")
@Timeout(1200)
class RandomEndsLabTest {

    private static final int COUNT = Integer.getInteger("maxdock.ends", 8);
    private static final int AT_ONCE = 4;
    private static final String IMAGE = "max-registry:5000/test/ends:1";

    private enum End { EXIT, CLOSE, SCANCEL, KILL_TERMINAL, KILL_SALLOC, KILL_MAXDOCK, TIME_LIMIT, CUT }

    private static final List<End> SOON = List.of(End.EXIT, End.CLOSE, End.SCANCEL, End.KILL_TERMINAL, End.KILL_SALLOC, End.KILL_MAXDOCK, End.CUT);

    @TempDir
    Path folder;

    private ImageRecord record;
    private Workbench bench;

    @Test
    void nothingIsLeftOfThem() throws Exception {
        Random random = new Random(Long.getLong("maxdock.seed", System.nanoTime()));
        try (Workbench opened = Lab.connect(); ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            bench = opened;
            prepare();
            List<Future<End>> running = new ArrayList<>();
            for (int i = 0; i < COUNT; i++) {
                End end = i < COUNT / 16 ? End.TIME_LIMIT : SOON.get(random.nextInt(SOON.size())); // SLURM's shortest limit is a minute
                RunMode mode = RunMode.values()[random.nextInt(4)];
                long after = random.nextInt(4000);
                running.add(threads.submit(() -> launchAndEnd(end, mode, after)));
            }
            Map<End, Integer> ended = new EnumMap<>(End.class);
            for (Future<End> one : running) {
                ended.merge(one.get(), 1, Integer::sum);
            }
            System.out.println("launches ended: " + ended);
            await(() -> left().isEmpty());
            assertThat(left()).isEmpty();
        }
    }

    private void prepare() throws Exception {
        Files.writeString(folder.resolve("Dockerfile"), "FROM " + Lab.BASE + "\nENV MARK=ends\n");
        bench.images().build(BuildRequest.plain(folder, IMAGE), Progress.Listener.none(), new Cancellation());
        bench.images().push(IMAGE, Progress.Listener.none(), new Cancellation());
        record = bench.images().record(IMAGE);
        new Project(folder, new Json()).put(record);
        bench.provider().provide(Lab.NODES, record, "", new Cancellation());
    }

    private End launchAndEnd(End end, RunMode mode, long after) throws Exception {
        String time = end == End.TIME_LIMIT ? "1" : "20";
        Launch launch = new Launch("ends", IMAGE, List.of(), List.of(), mode, Resources.of("maxcpu", mode == RunMode.DOCKERCLUSTER ? 2 : 1, time),
                List.of("sleep", end == End.EXIT ? String.valueOf(after / 1000.0) : "1000"), "");
        if (end == End.KILL_MAXDOCK) {
            return killMaxDock(launch, after);
        }
        try (Workbench mine = Lab.connect()) {
            LaunchPlan plan = new LaunchPlan(launch, record, Launcher.MARK + UUID.randomUUID());
            String script = bench.launcher().script(plan);
            KeptTerminals terminals = new KeptTerminals(mine.host(), Duration.ofSeconds(3));
            try (Running running = after % 2 == 0 || end == End.KILL_TERMINAL ? terminals.open(plan.mark(), script, 80, 24) : mine.launcher().start(plan)) {
                Thread.ofVirtual().start(() -> drain(running));
                if (end != End.EXIT && end != End.TIME_LIMIT) {
                    TimeUnit.MILLISECONDS.sleep(after); // at any moment: that is what is tried here
                }
                end(end, mine, plan, running);
            }
        }
        return end;
    }

    private void end(End end, Workbench mine, LaunchPlan plan, Running running) throws Exception {
        String name = plan.mark().substring(Launcher.MARK.length());
        switch (end) {
            case EXIT, TIME_LIMIT -> running.await();
            case CLOSE -> running.close();
            case SCANCEL -> {
                var job = bench.slurm().byComment(plan.mark());
                if (job.isPresent()) {
                    bench.slurm().cancel(List.of(job.get().id()));
                    running.await();
                }
            }
            case KILL_TERMINAL -> Lab.sh("max-wgs", "pkill -KILL -x -f 'dtach -A /tmp/maxdock-tabs-[0-9]*/" + name + " .*'");
            case KILL_SALLOC -> Lab.sh("max-wgs", "pkill -KILL -x -f 'salloc .*" + name + ".*'");
            case CUT -> mine.host().close();
            case KILL_MAXDOCK -> throw new IllegalStateException();
        }
    }

    /** A MaxDock of its own, in a process of its own. */
    private End killMaxDock(Launch launch, long after) throws Exception {
        List<String> words = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Duser.home=" + System.getProperty("user.home"), "-cp", System.getProperty("java.class.path"),
                "org.maxdock.Main", "-F", Lab.sshConfig().toString(), "--on", "max-wgs", "--project", folder.toString(), "launch", "--force", "--name", "ends", "--mode", launch.mode().word(),
                "-N", String.valueOf(launch.resources().nodes()), "-p", "maxcpu", "-t", "20", IMAGE));
        words.addAll(launch.command());
        Process process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(folder.resolve("out-" + after).toFile()).start();
        TimeUnit.MILLISECONDS.sleep(2500 + after);
        process.destroyForcibly().waitFor();
        return End.KILL_MAXDOCK;
    }

    private static void drain(Running running) {
        try {
            running.output().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (java.io.IOException e) {
            System.getLogger(RandomEndsLabTest.class.getName()).log(System.Logger.Level.DEBUG, "ended", e);
        }
    }

    private List<String> left() throws Exception {
        List<String> left = new ArrayList<>();
        for (String host : List.of("max-wgs", "max-wn001", "max-wn002")) {
            Lab.must(host, "docker ps -a --format '{{.Names}}' | grep -e maxdock- -e docker_ || true").lines().forEach(l -> left.add(host + " container " + l));
            Lab.must(host, "ls -d /tmp/maxdock* 2>/dev/null || true").lines().forEach(l -> left.add(host + " file " + l));
            Lab.must(host, "ps -u mxuser -o comm=,args= | grep -vE '^(sshd|ps|grep|bash .*(squeue|exec|/bin/bash)) ' | grep -E 'dtach|salloc|srun|docker|sleep' || true").lines().forEach(l -> left.add(host + " process " + l.strip()));
        }
        Lab.must("mxuser@max-wgs", "squeue --noheader --user=mxuser").lines().forEach(j -> left.add("job " + j.strip()));
        return left;
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        try {
            org.testfx.util.WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, condition);
        } catch (java.util.concurrent.TimeoutException e) {
            System.getLogger(RandomEndsLabTest.class.getName()).log(System.Logger.Level.INFO, "still something is left");
        }
    }
}
