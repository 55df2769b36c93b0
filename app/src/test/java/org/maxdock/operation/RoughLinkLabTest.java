package org.maxdock.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.engine.Progress;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Running;
import org.maxdock.host.Terminal;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.lab.SlowLink;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.launch.RunMode;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.Partitions;
import org.maxdock.text.Trouble;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A link of 5 Mbit/s, 80 ms long each way, that pauses, and is cut at any moment of a command, a build, a file, a
 * terminal, a launch: what was said to be kept is there, and nothing else is left. The number of cuts is
 * {@code -Dmaxdock.cuts}, their moments and the pauses {@code -Dmaxdock.seed}.
 */
@Tag("lab")
@Tag("whole")
@Tag("once")
@Timeout(7200)
class RoughLinkLabTest {

    private static final int CUTS = Integer.getInteger("maxdock.cuts", 5);
    private static final long SEED = Long.getLong("maxdock.seed", System.nanoTime());
    private static final String HOME = "/beegfs/desy/user/mxuser/rough";
    private static final String IMAGE = "max-registry:5000/test/rough:1";
    private static final Duration LONGEST = Duration.ofSeconds(40);

    private enum Work {
        COMMAND,
        BUILD,
        FILE,
        TERMINAL,
        LAUNCH
    }

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final ScheduledExecutorService scissors = Executors.newSingleThreadScheduledExecutor();
    private ImageRecord record;
    private byte[] kept = new byte[0];

    @AfterEach
    void nothingStays() {
        scissors.shutdownNow();
        Lab.must("mxuser@max-wgs", "rm -rf " + HOME + "; scancel --me");
    }

    @Test
    void whatWasSaidToBeKeptIsThereAndNothingElseIsLeft() throws Exception {
        System.out.printf("rough link: %d cuts, seed %d%n", CUTS, SEED);
        Lab.must("mxuser@max-wgs", "mkdir -p " + HOME);
        Files.writeString(folder.resolve("Dockerfile"), "FROM " + Lab.BASE + "\nENV MARK=rough\n");
        try (Server server = Lab.connect()) {
            server.images().build(BuildRequest.plain(folder, IMAGE), Progress.Listener.none(), new Cancellation());
            server.images().push(IMAGE, Progress.Listener.none(), new Cancellation());
            record = server.images().record(IMAGE);
            server.provider().provide(Lab.NODE_NAMES, record, Partitions.DEFAULT, new Cancellation());
            server.host().run(Command.of("true"));
        }
        Map<Work, Integer> done = new EnumMap<>(Work.class);
        Map<Work, Integer> cut = new EnumMap<>(Work.class);
        for (int i = 0; i < CUTS; i++) {
            Work work = Work.values()[i % Work.values().length];
            Set<String> before = present();
            (isDoneBeforeTheCut(work) ? done : cut).merge(work, 1, Integer::sum);
            nothingIsLeft(work, before);
        }
        System.out.printf("rough link: done before the cut %s, cut %s%n", done, cut);
    }

    private boolean isDoneBeforeTheCut(Work work) throws Exception {
        try (SlowLink link = new SlowLink(SlowLink.Quality.rough(random.nextLong()));
                Server server = link.connect(folder)) {
            var _ = scissors.schedule(
                    () -> {
                        link.cut();
                        return null;
                    },
                    random.nextLong(4000),
                    TimeUnit.MILLISECONDS);
            switch (work) {
                case COMMAND -> command(server);
                case BUILD -> build(server);
                case FILE -> file(server);
                case TERMINAL -> terminal(server);
                case LAUNCH -> launch(server);
            }
            return work != Work.TERMINAL;
        } catch (Trouble e) {
            return false;
        }
    }

    private static void command(Server server) throws Trouble {
        assertThat(server.host()
                        .run(Command.script("for n in 1 2 3 4 5; do echo $n; sleep 0.2; done"))
                        .text())
                .isEqualTo("1\n2\n3\n4\n5\n");
    }

    private void build(Server server) throws Trouble, IOException {
        Files.writeString(
                folder.resolve("Dockerfile"),
                "FROM " + Lab.BASE + "\nENV RANDOM=" + random.nextLong() + "\nRUN sleep 1; echo built > /file\n");
        server.images().build(BuildRequest.plain(folder, "test/rough:2"), Progress.Listener.none(), new Cancellation());
    }

    private void file(Server server) throws Exception {
        byte[] text = new byte[300_000];
        random.nextBytes(text);
        Optional<Trouble> trouble = Optional.empty();
        try {
            server.files().write(HOME + "/file", text);
        } catch (Trouble e) {
            trouble = Optional.of(e);
        }
        Lab.awaitNone(() -> Lab.sh("max-wgs", "pgrep -u mxuser -f [m]axdock-new")
                .out()
                .lines()
                .toList());
        Path there = Lab.sharedDisk(HOME + "/file");
        byte[] now = Files.exists(there) ? Files.readAllBytes(there) : new byte[0];
        assertThat(now).as("seed %d", SEED).isIn(trouble.isEmpty() ? List.of(text) : List.of(kept, text));
        kept = now;
        if (trouble.isPresent()) {
            throw trouble.get();
        }
    }

    private void terminal(Server server) throws Exception {
        Mark mark = Mark.fresh();
        boolean begun = false;
        try (Terminal terminal = server.terminals().open(mark, "exec bash --norc", 80, 24)) {
            terminal.input().write("told=kept-of-$$; echo be''gun\n".getBytes(StandardCharsets.UTF_8));
            terminal.input().flush();
            begun = awaits(terminal, "begun");
            terminal.await();
        } finally {
            if (begun) {
                try (Server again = Lab.connect()) {
                    Terminal back = again.terminals().attach(mark, 80, 24);
                    back.input().write("echo \"=$told=\"\n".getBytes(StandardCharsets.UTF_8));
                    back.input().flush();
                    assertThat(awaits(back, "=kept-of-")).as("seed %d", SEED).isTrue();
                    back.close();
                }
            } else {
                try (Server again = Lab.connect()) {
                    again.terminals().end(mark);
                }
            }
        }
    }

    /** Whether this comes before the terminal is gone. */
    private static boolean awaits(Terminal terminal, String text) throws IOException {
        StringBuilder seen = new StringBuilder();
        byte[] buffer = new byte[4096];
        for (int n; (n = terminal.output().read(buffer)) >= 0; ) {
            seen.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
            if (seen.indexOf(text) >= 0) {
                return true;
            }
        }
        return false;
    }

    private void launch(Server server) throws Exception {
        Launch launch = new Launch(
                        "rough",
                        ImageReference.parse(IMAGE),
                        List.of(),
                        List.of(),
                        RunMode.ME,
                        LaunchPlace.Allocation.of("maxcpu", 1, "5"),
                        List.of("sleep", "2"),
                        "")
                .withKind(LaunchKind.Name.COMMAND.plain());
        try (Running running = server.launcher().start(new LaunchPlan(launch, record, Mark.fresh()))) {
            CancellableOutput.collect(running);
        }
    }

    /** No process, container, job or file more than before, on the server and on the nodes. */
    private static void nothingIsLeft(Work work, Set<String> before) throws Exception {
        Callable<Set<String>> more = () -> {
            Set<String> now = present();
            now.removeAll(before);
            return now;
        };
        try {
            WaitForAsyncUtils.waitFor(
                    LONGEST.toSeconds(), TimeUnit.SECONDS, () -> more.call().isEmpty());
        } catch (TimeoutException e) {
            assertThat(more.call()).as("%s, seed %d", work, SEED).isEmpty();
        }
    }

    private static Set<String> present() {
        StringBuilder there = new StringBuilder(Lab.must("mxuser@max-wgs", "squeue --noheader --me --format 'job %i'"));
        for (String host : List.of("max-wgs", "max-wn001", "max-wn002")) {
            there.append(Lab.must(host, """
                    {
                      docker -H unix:///run/docker.sock ps --all --quiet | sed 's/^/container /'
                      find /tmp -user mxuser | sed 's/^/file /'
                      ps -u mxuser -o pid=,args= | sed 's/^ */process /'
                    } | sed 's/^/%s: /'
                    """.formatted(host)));
        }
        there.append(Lab.must("max-wgs", "find " + HOME + " -type f ! -name file"));
        return there.toString().lines().collect(Collectors.toCollection(TreeSet::new));
    }
}
