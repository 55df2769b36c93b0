package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.host.Terminal;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.lab.LeftBehind;
import org.maxdock.lab.ProcessWatch;
import org.maxdock.operation.Server;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Partitions;
import org.maxdock.text.Texts;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Every kind of launch in every run mode on the lab as it stands: it works, or is refused before an allocation with the
 * reason; with its status, what it wrote, what is in its environment, and what is left. The table is written to
 * target/launches-site.txt or launches-plain.txt.
 */
@Tag("lab")
@Tag("modern")
@Tag("whole")
@Timeout(600)
class EveryKindLabTest {

    private static final int AT_ONCE = 3;
    private static final String SECRET = "k7Hidden9q";
    private static final String VALUE = "a  b*" + SECRET; // in whichever way that is quoted, the secret is not
    private static final int STATUS = 5;
    private static final String ECHO = "echo \"is $V $(id -u)\"";
    private static final String SAY = ECHO + "; exit " + STATUS;
    private static final String SERVE =
            "cd /tmp; echo \"is $V $(id -u)\" > index.html; exec python3 -m http.server $PORT";

    /** What came of one: how it went, its status, what it wrote with what of its environment, what is left. */
    private record Row(RunMode mode, LaunchKind.Name kind, String how, String status, String wrote, String left) {

        String line() {
            return String.format(
                    Locale.ROOT, "%-14s %-8s %-60s %-8s %-24s %s", mode.word(), kind.word(), how, status, wrote, left);
        }
    }

    @Test
    void worksOrIsRefusedBefore() throws Exception {
        try (Server bench = Lab.connect()) {
            ImageRecord record = Lab.pulled(bench, Lab.MPI);
            bench.provider().provide(Lab.NODE_NAMES, record, Partitions.DEFAULT, new Cancellation());
            watchedByAnotherUser(() -> everyKind(bench, record));
        }
    }

    /** What -e says is in nobody's arguments, nor in an environment that another user can read. */
    private static void watchedByAnotherUser(Callable<Void> work) throws Exception {
        List<String> machines =
                Stream.concat(Stream.of("max-wgs"), Lab.NODES.stream()).toList();
        try (ProcessWatch watch = new ProcessWatch(SECRET, machines)) {
            work.call();
            assertThat(watch.seen()).isEmpty();
            for (String machine : machines) {
                Lab.must("mxuser@" + machine, "bash -c 'sleep 2; true' bash '" + VALUE + "'");
            }
            for (String machine : machines) {
                assertThat(watch.seen()).as("it did look").anyMatch(line -> line.startsWith(machine + ": "));
            }
        }
    }

    private static Void everyKind(Server bench, ImageRecord record) throws Exception {
        ExecutorService some = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<Row>> running = new ArrayList<>();
        for (RunMode mode : RunMode.values()) {
            for (LaunchKind.Name kind : LaunchKind.Name.values()) {
                running.add(some.submit(() -> {
                    try {
                        return row(bench, record, mode, kind);
                    } catch (Exception | AssertionError e) {
                        throw new IllegalStateException(mode.word() + " " + kind.word() + ": " + e, e);
                    }
                }));
            }
        }
        some.shutdown();
        List<String> lines = new ArrayList<>();
        SoftAssertions wrong = new SoftAssertions(); // all that is, not the first alone
        for (Future<Row> row : running) {
            try {
                lines.add(row.get().line());
            } catch (ExecutionException e) {
                wrong.fail(String.valueOf(e.getCause()), e.getCause());
            }
        }
        wrong.assertAll();
        Lab.awaitNone(() -> bench.slurm().mine().found());
        Files.write(Path.of("target", "launches-" + Lab.mode() + ".txt"), lines);
        assertThat(lines).hasSize(RunMode.values().length * LaunchKind.Name.values().length);
        assertThat(bench.leftovers().find(Set.of())).isEmpty();
        for (String node : Lab.NODES) {
            assertThat(Lab.must(node, "docker ps -aq; ls -d /tmp/maxdock-* 2>/dev/null || true"))
                    .isEmpty();
        }
        return null;
    }

    private static Row row(Server bench, ImageRecord record, RunMode mode, LaunchKind.Name kind) throws Exception {
        boolean mpi = kind == LaunchKind.Name.MPI;
        LaunchKind what = switch (kind) {
            case MPI -> new LaunchKind.Mpi(1, "", new VirtualCluster("", port(mode, kind)));
            case SHELL -> new LaunchKind.Shell(new VirtualCluster("", port(mode, kind)));
            case COMMAND -> new LaunchKind.Command(new VirtualCluster("", port(mode, kind)));
            case BATCH -> new LaunchKind.Batch("", new VirtualCluster("", port(mode, kind)));
            default -> kind.plain();
        };
        List<String> command = switch (kind) {
            case SHELL -> List.of("bash", "--norc");
            case JUPYTER -> List.of();
            case WEB -> List.of("sh", "-c", SERVE);
            default -> List.of("sh", "-c", SAY);
        };
        List<String> asked = new ArrayList<>(Lab.whereIsolated(mode == RunMode.ISOLATED));
        if (kind == LaunchKind.Name.BATCH) {
            asked.add("--output=/beegfs/desy/user/mxuser/every-%j.out");
        }
        Launch launch = new Launch(
                        kind.word() + " " + mode.word(),
                        ImageReference.parse(Lab.MPI),
                        List.of(),
                        List.of(),
                        mode,
                        LaunchPlace.Allocation.of("maxcpu", mpi ? 2 : 1, "5").withMore(asked),
                        command,
                        "")
                .withContainer(new ContainerOptions(List.of("V=" + VALUE), "", List.of(), List.of()))
                .withKind(what);
        List<PreflightCheck> checks = bench.preflight().check(launch, Optional.of(record));
        assertThat(checks.stream().anyMatch(c -> c.reason().key().equals("check.site.lacks")))
                .as(launch.name() + ": " + checks)
                .isEqualTo(!Lab.isSite() && SiteCall.isBySite(launch));
        Optional<PreflightCheck> refused = checks.stream()
                .filter(c -> c.state() == PreflightCheck.Outcome.FAILS)
                .findFirst();
        Optional<String> expected = KindTable.refusal(kind, mode);
        assertThat(refused.isPresent()).as(launch.name() + ": " + checks).isEqualTo(expected.isPresent());
        assertThat(checks.stream().map(c -> c.reason().key()))
                .as(launch.name())
                .containsAll(expected.stream().toList());
        if (refused.isPresent()) {
            return new Row(
                    mode,
                    kind,
                    "refused: " + new Texts(Locale.ENGLISH).get(refused.get().reason()),
                    "-",
                    "-",
                    "-");
        }
        LaunchPlan plan = bench.launcher().plan(launch, record);
        String said = "is " + VALUE + " " + (mode == RunMode.ISOLATED ? "0" : "21437");
        String status = switch (kind) {
            case SHELL -> typed(bench, plan, said);
            case BATCH -> submitted(bench, plan, said);
            case JUPYTER, WEB -> served(bench, plan, kind == LaunchKind.Name.WEB ? said : "version");
            case MPI -> ofTwo(bench, launch, record, said);
            default -> ran(bench, plan, said, 1, STATUS);
        };
        Lab.awaitNone(() -> bench.slurm().find(plan.mark()).stream().toList());
        Lab.awaitNone(() -> LeftBehind.containers("maxdock.mark=" + plan.mark()));
        return new Row(
                mode, kind, "works", status, kind == LaunchKind.Name.JUPYTER ? "its interface" : said, "no container");
    }

    /** One of its own, since several clusters are on a node at once. */
    private static int port(RunMode mode, LaunchKind.Name kind) {
        return 2100
                + List.of(RunMode.values()).indexOf(mode) * 10
                + List.of(LaunchKind.Name.values()).indexOf(kind);
    }

    /** mpirun ends what still runs when one of them fails: that both are there is seen where neither does. */
    private static String ofTwo(Server bench, Launch launch, ImageRecord record, String said) throws Exception {
        Launch well = launch.withCommand(List.of("sh", "-c", ECHO));
        ran(bench, bench.launcher().plan(well, record), said, 2, 0);
        try (Running running = bench.launcher().start(bench.launcher().plan(launch, record))) {
            Output output = CancellableOutput.collect(running);
            assertThat(output.status()).as(launch.name() + output.errors()).isEqualTo(STATUS);
            return String.valueOf(output.status());
        }
    }

    private static String ran(Server bench, LaunchPlan plan, String said, int times, int status) throws Exception {
        try (Running running = bench.launcher().start(plan)) {
            Output output = CancellableOutput.collect(running);
            assertThat(output.text().lines().filter(said::equals))
                    .as(plan.launch().name() + ": " + output.text() + output.errors())
                    .hasSize(times);
            assertThat(output.status()).as(plan.launch().name()).isEqualTo(status);
            assertThat(output.errors().contains("the same is done with plain docker"))
                    .as(plan.launch().name() + output.errors())
                    .isEqualTo(!Lab.isSite() && SiteCall.isBySite(plan.launch()));
            return String.valueOf(output.status());
        }
    }

    private static String submitted(Server bench, LaunchPlan plan, String said) throws Exception {
        JobId job = bench.launcher().submit(plan);
        await(() -> !bench.slurm().details(job).getOrDefault("JobState", "").matches("RUNNING|PENDING|COMPLETING"));
        String file = "/beegfs/desy/user/mxuser/every-" + job + ".out";
        assertThat(Lab.must("mxuser@max-wgs", "cat " + file + "; rm " + file)).contains(said);
        String exit = bench.slurm().details(job).get("ExitCode");
        assertThat(exit).as(plan.launch().name()).isEqualTo(STATUS + ":0");
        return exit;
    }

    private static String typed(Server bench, LaunchPlan plan, String said) throws Exception {
        try (Terminal terminal = bench.launcher().openTerminal(plan, 100, 30)) {
            StringBuilder screen = new StringBuilder();
            Thread.ofVirtual().start(() -> read(terminal, screen));
            awaitShown(plan, screen, "bash-5");
            terminal.input().write((SAY + "\n").getBytes(StandardCharsets.US_ASCII));
            terminal.input().flush();
            int status = terminal.await();
            awaitShown(plan, screen, said);
            assertThat(status).as(shown(screen)).isEqualTo(STATUS);
            return String.valueOf(status);
        }
    }

    private static String served(Server bench, LaunchPlan plan, String said) throws Exception {
        try (Running running = bench.launcher().start(plan)) {
            StringBuilder screen = new StringBuilder();
            Thread.ofVirtual().start(() -> copy(running.output(), screen));
            awaitShown(plan, screen, "it answers on port");
            String at = shown(screen).replaceAll("(?s).*it answers on port (\\d+) of (\\S+).*", "$2:$1");
            String path = plan.launch().kind() instanceof LaunchKind.Jupyter ? "/api" : "/";
            assertThat(Lab.must("mxuser@max-wgs", "curl --silent --show-error --max-time 5 http://" + at + path))
                    .contains(said);
        }
        return "-";
    }

    private static void read(Terminal terminal, StringBuilder screen) {
        copy(terminal.output(), screen);
    }

    private static void copy(java.io.InputStream from, StringBuilder screen) {
        byte[] buffer = new byte[4096];
        try {
            for (int n; (n = from.read(buffer)) >= 0; ) {
                synchronized (screen) {
                    screen.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            System.getLogger(EveryKindLabTest.class.getName()).log(System.Logger.Level.DEBUG, "ended", e);
        }
    }

    private static String shown(StringBuilder screen) {
        synchronized (screen) {
            return screen.toString();
        }
    }

    private static void awaitShown(LaunchPlan plan, StringBuilder screen, String text) throws Exception {
        try {
            await(() -> shown(screen).contains(text));
        } catch (TimeoutException e) {
            throw new AssertionError(plan.launch().name() + " shows " + shown(screen), e);
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    }
}
