package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Command;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.host.Terminal;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.lab.RecordedImage;
import org.maxdock.operation.Server;
import org.maxdock.slurm.Mark;
import org.testfx.util.WaitForAsyncUtils;

/** A launch gives its allocation back also where SLURM does not answer as it ends, or somebody ends it as it begins. */
@Tag("lab")
@Tag("whole")
@Tag("once")
@Timeout(400)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlurmAwayLabTest {

    private static final String IMAGE = "max-registry:5000/test/away:1";
    private static final String CONTROLLER = "max-wgs";
    private static final char CTRL_C = 3;

    @TempDir
    static Path folder;

    private Server bench;
    private ImageRecord record;

    @BeforeAll
    void build() throws Exception {
        bench = Lab.connect();
        Files.writeString(folder.resolve("Dockerfile"), "FROM " + Lab.BASE + "\nENV MARK=away\n");
        record = RecordedImage.everywhere(bench, folder, IMAGE);
    }

    @AfterAll
    void nothingIsLeft() throws Exception {
        begin();
        Lab.awaitNone(() -> bench.slurm().mine().found());
        Lab.awaitNone(() -> bench.leftovers().find(Set.of()));
        bench.close();
    }

    private LaunchPlan plan(LaunchKind.Name kind, String work) {
        Launch launch = new Launch(
                        "away",
                        ImageReference.parse(IMAGE),
                        List.of(),
                        List.of(),
                        RunMode.ME,
                        LaunchPlace.Allocation.of("maxcpu", 1, "20"),
                        List.of("sh", "-c", work),
                        "")
                .withKind(kind.plain())
                .withContainer(new ContainerOptions(List.of(), "", List.of(), List.of("--init"))); // heeds Ctrl-C
        return new LaunchPlan(launch, record, Mark.fresh());
    }

    @Test
    void whereSlurmIsAwayAsACommandEndsItIsGivenBackOnceItAnswers() throws Exception {
        LaunchPlan plan = plan(LaunchKind.Name.COMMAND, "sleep 4; echo done; exit 6");
        try (Running running = bench.launcher().start(plan)) {
            await(() -> Lab.NODES.stream()
                    .anyMatch(n -> !Lab.must(n, "docker ps -q --filter label=maxdock.mark=" + plan.mark())
                            .isBlank()));
            Lab.must(CONTROLLER, "pkill -x slurmctld; while pgrep -x slurmctld; do sleep 0.1; done");
            Output output = CancellableOutput.collect(running);
            assertThat(output.text()).as(output.errors()).isEqualTo("done\n");
            assertThat(output.status()).as(output.errors()).isEqualTo(6);
            assertThat(output.errors()).contains("SLURM does not answer. The job is given back as soon as it does");
        } finally {
            begin();
        }
        Lab.awaitNone(() -> bench.slurm().find(plan.mark()).stream().toList());
    }

    /** As packaging/lab.d/host has it, with what it knew; nothing where it runs. */
    private static void begin() {
        Lab.must(
                CONTROLLER,
                "pgrep -x slurmctld >/dev/null || { . /lab.d/parts; start slurmctld /usr/sbin/slurmctld -D; }; "
                        + "until sinfo --noheader --Node --format=%t | grep -q -e idle -e mix -e alloc; "
                        + "do sleep 0.2; done");
    }

    /** Before the script on the node has begun, or while it begins. */
    @ParameterizedTest
    @ValueSource(ints = {0, 100, 300})
    void ctrlCRightAfterTheGrantEndsItWithTheStatusOfThat(int milliseconds) throws Exception {
        LaunchPlan plan = plan(LaunchKind.Name.SHELL, "sleep 100");
        try (Terminal terminal = new KeptTerminals(bench.host(), Duration.ofMinutes(5))
                .open(plan.mark(), bench.launcher().script(plan), 100, 30)) {
            StringBuilder screen = new StringBuilder();
            CountDownLatch granted = new CountDownLatch(1);
            Thread reads = Thread.ofVirtual().start(() -> read(terminal, screen, granted));
            assertThat(granted.await(60, TimeUnit.SECONDS))
                    .as(screen.toString())
                    .isTrue();
            reads.join(Duration.ofMillis(milliseconds)); // at that moment: that is what is tried here
            terminal.input().write(CTRL_C);
            terminal.input().flush();
            assertThat(terminal.await()).as(screen.toString()).isEqualTo(130);
        }
        Lab.awaitNone(() -> bench.slurm().find(plan.mark()).stream().toList());
    }

    /** How a launch is begun that waits for its node: in a terminal that is kept, or by hand. */
    enum Begun {
        KEPT,
        BY_HAND
    }

    @ParameterizedTest
    @EnumSource
    void ctrlCWhileItWaitsForItsNodeEndsItWithTheStatusOfThatAndSaysSo(Begun begun) throws Exception {
        LaunchPlan later = later();
        String script = bench.launcher().script(later);
        try (Terminal terminal = begun == Begun.KEPT
                ? new KeptTerminals(bench.host(), Duration.ofMinutes(5)).open(later.mark(), script, 100, 30)
                : bench.host().openTerminal(Command.script(script), 100, 30)) {
            StringBuilder screen = new StringBuilder();
            CountDownLatch waits = new CountDownLatch(1);
            Thread reads = Thread.ofVirtual().start(() -> read(terminal, screen, "waiting for resources", waits));
            assertThat(waits.await(60, TimeUnit.SECONDS)).as(screen.toString()).isTrue();
            assertThat(bench.slurm().find(later.mark())).isPresent();
            terminal.input().write(CTRL_C);
            terminal.input().flush();
            assertThat(terminal.await()).as(screen.toString()).isEqualTo(130);
            reads.join(Duration.ofSeconds(5));
            assertThat(screen.toString()).contains("MaxDock: interrupted before it had begun");
        }
        Lab.awaitNone(() -> bench.slurm().find(later.mark()).stream().toList());
    }

    /** Closed by MaxDock, or ended by hand: SLURM is told. */
    @ParameterizedTest
    @ValueSource(strings = {"close", "TERM", "HUP"})
    void aQueueingThatIsCancelledLeavesNoJob(String how) throws Exception {
        LaunchPlan later = later();
        String script = bench.launcher().script(later);
        try (Running running = how.equals("close")
                ? bench.launcher().start(later)
                : bench.host().start(Command.script(script))) {
            await(() -> bench.slurm().find(later.mark()).isPresent());
            if (how.equals("close")) {
                running.close();
            } else {
                String line = "salloc .*" + later.mark();
                Lab.must(CONTROLLER, "kill -" + how + " $(ps -o ppid= -p $(pgrep -x -f '" + line + ".*'))");
                assertThat(running.await()).isNotZero();
            }
        }
        Lab.awaitNone(() -> bench.slurm().find(later.mark()).stream().toList());
    }

    /** One that SLURM does not begin before an hour has passed. */
    private LaunchPlan later() {
        LaunchPlan plan = plan(LaunchKind.Name.SHELL, "sleep 100");
        LaunchPlace place = LaunchPlace.Allocation.of("maxcpu", 1, "20").withMore(List.of("--begin=now+1hour"));
        return new LaunchPlan(plan.launch().withPlace(place), record, Mark.fresh());
    }

    private static void read(Terminal terminal, StringBuilder screen, CountDownLatch granted) {
        read(terminal, screen, "Granted job allocation", granted);
    }

    private static void read(Terminal terminal, StringBuilder screen, String sign, CountDownLatch granted) {
        byte[] buffer = new byte[4096];
        try {
            for (int n; (n = terminal.output().read(buffer)) >= 0; ) {
                screen.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                if (screen.toString().contains(sign)) {
                    granted.countDown();
                }
            }
        } catch (java.io.IOException e) {
            System.getLogger(SlurmAwayLabTest.class.getName()).log(System.Logger.Level.DEBUG, "ended", e);
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    }
}
