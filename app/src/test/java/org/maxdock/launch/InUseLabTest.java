package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Running;
import org.maxdock.host.Terminal;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.lab.RecordedImage;
import org.maxdock.operation.Server;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobUsage;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.Partitions;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.testfx.util.WaitForAsyncUtils;

/** What is in use is never taken for left over, and what is not is always found; seen by another MaxDock. */
@Tag("lab")
@Tag("once")
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InUseLabTest {

    private static final String IMAGE = "max-registry:5000/test/in-use:1";

    @TempDir
    static Path folder;

    private Server bench;
    private ImageRecord record;

    @BeforeAll
    void build() throws Exception {
        bench = Lab.connect();
        Files.writeString(folder.resolve("Dockerfile"), "FROM " + Lab.BASE + "\nENV MARK=in-use\n");
        record = RecordedImage.everywhere(bench, folder, IMAGE);
    }

    @AfterAll
    void nothingIsLeft() throws Exception {
        Lab.awaitNone(() -> bench.slurm().mine().found());
        Lab.awaitNone(this::left);
        bench.close();
    }

    /** Whose it is does not follow from what is written on it; all of that anybody can read and write. */
    @Test
    void whatAnotherUserLabelsAsTheLaunchsStays() throws Exception {
        LaunchPlan plan = plan(LaunchKind.Name.COMMAND.plain(), ofItsOwn());
        String foreign = "foreign-" + plan.mark().name();
        try (Server other = Lab.connect();
                Running running = other.launcher().start(plan)) {
            await(() -> runsOnANode(plan.mark()));
            String node = Lab.NODES.stream()
                    .filter(n -> runs(n, plan.mark()))
                    .findFirst()
                    .orElseThrow();
            Lab.must(
                    "mxother@" + node,
                    "docker run -d --name " + foreign + " $(docker inspect --format "
                            + "'{{range $k, $v := .Config.Labels}}--label {{$k}}={{$v}} {{end}}' "
                            + "$(docker ps -q --filter label=maxdock.mark=" + plan.mark() + ") | sed 's/in use/x/') "
                            + Lab.BASE + " sleep 500");
            try {
                Job job = bench.slurm().find(plan.mark()).orElseThrow();
                bench.slurm().cancel(List.of(job.id()));
                Lab.awaitNone(() -> bench.slurm().mine().found());
                await(() -> Lab.must("mxuser@" + node, "docker ps -aq --filter label=maxdock.mark=" + plan.mark())
                                .lines()
                                .count()
                        == 1);
                assertThat(Lab.must("mxother@" + node, "docker ps --filter name=" + foreign))
                        .contains("Up");
                assertThat(running.await()).isNotZero();
            } finally {
                Lab.must("mxother@" + node, "docker rm -f " + foreign);
            }
        }
    }

    /** Another user makes a folder of a kept terminal's name, with the number of a process that is not theirs. */
    @Test
    void aTerminalThatAnotherUserMadeUpIsNone() throws Exception {
        Mark mark = Mark.fresh();
        String victim = Lab.must("mxuser@max-wgs", "setsid sleep 317 >/dev/null 2>&1 & echo $!")
                .strip();
        String folder =
                "/tmp/maxdock-tab-" + Lab.must("mxuser@max-wgs", "id -u").strip() + "-" + mark.name();
        Lab.must(
                "mxother@max-wgs",
                "mkdir -m 755 " + folder + " && echo " + victim + " > " + folder + "/s.pid && echo 0 > " + folder
                        + "/s.status && perl -MIO::Socket::UNIX -e 'IO::Socket::UNIX->new(Local => \"" + folder
                        + "/s\", Listen => 1)'");
        try {
            KeptTerminals terminals = new KeptTerminals(bench.host(), Duration.ofMinutes(5));
            assertThat(terminals.attached()).doesNotContainKey(mark);
            assertThatThrownBy(() -> terminals.attach(mark, 80, 24))
                    .as("and whose it is")
                    .isInstanceOfSatisfying(
                            Trouble.class, t -> assertThat(t.kind()).isEqualTo(TroubleKind.TERMINAL_FOREIGN));
            terminals.end(mark);
            assertThat(Lab.sh("mxuser@max-wgs", "kill -0 " + victim).status()).isZero();
            assertThat(Lab.must("mxother@max-wgs", "ls " + folder)).contains("s.pid", "s.status");
        } finally {
            Lab.must("max-wgs", "rm -rf " + folder + "; kill " + victim);
        }
    }

    private LaunchPlan plan(LaunchKind kind, LaunchPlace where) {
        Launch launch = new Launch(
                        "in use",
                        ImageReference.parse(IMAGE),
                        List.of(),
                        List.of(),
                        RunMode.ME,
                        where,
                        List.of("sleep", "1000"),
                        "")
                .withKind(kind);
        return new LaunchPlan(launch, record, Mark.fresh());
    }

    private static LaunchPlace ofItsOwn() {
        return LaunchPlace.Allocation.of("maxcpu", 1, "5");
    }

    private List<Leftover> left() throws Exception {
        return LeftOfLaunches.of(bench.leftovers().find(Set.of()));
    }

    private List<Leftover> leftOnNodes() throws Exception {
        return LeftOfLaunches.of(bench.leftovers().findOn(Lab.NODE_NAMES, Partitions.DEFAULT, new Cancellation()));
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(40, TimeUnit.SECONDS, condition);
    }

    private static boolean runs(String host, Mark mark) {
        return !Lab.must("mxuser@" + host, "docker ps -q --filter label=maxdock.mark=" + mark)
                .isBlank();
    }

    private static boolean runsOnANode(Mark mark) {
        return Lab.NODES.stream().anyMatch(n -> runs(n, mark));
    }

    @Test
    void aCommandWhoseClientIsAttachedIsInUse() throws Exception {
        LaunchPlan plan = plan(LaunchKind.Name.COMMAND.plain(), ofItsOwn());
        try (Server other = Lab.connect();
                Running running = other.launcher().start(plan)) {
            await(() -> runsOnANode(plan.mark()));
            assertThat(left()).isEmpty();
            assertThat(leftOnNodes()).isEmpty();
            assertThat(running.output()).as("it is still there").isNotNull();
            Job job = bench.slurm().find(plan.mark()).orElseThrow();
            JobUsage granted = bench.slurm().usage(job.id());
            assertThat(granted.limit()).contains(Duration.ofMinutes(5));
            JobUsage used = bench.containerUsage().of(job, granted, new Cancellation());
            assertThat(used.memory().orElseThrow()).isBetween(1L, 1L << 30);
            assertThat(used.cpu()).isPresent();
        }
        await(() -> !runsOnANode(plan.mark()));
    }

    @Test
    @Tag("whole")
    void aTerminalIsInUseAsLongAsSomebodyIsAttached() throws Exception {
        LaunchPlan plan = plan(LaunchKind.Shell.PLAIN, ofItsOwn());
        try (Server other = Lab.connect()) {
            Terminal terminal = new KeptTerminals(other.host(), Duration.ofMinutes(5))
                    .open(plan.mark(), bench.launcher().script(plan), 80, 24);
            await(() -> runsOnANode(plan.mark()));
            assertThat(left()).isEmpty();
            assertThat(terminal.isAlive()).isTrue();
            other.host().close();
        }
        await(() -> left().equals(List.of(new Leftover.KeptTerminal(plan.mark()))));
        assertThat(left()).as("its job is no other thing").containsExactly(new Leftover.KeptTerminal(plan.mark()));
        bench.leftovers().stop(left().getFirst(), Set.of(), Partitions.DEFAULT, new Cancellation());
        await(() -> bench.slurm().find(plan.mark()).isEmpty() && !runsOnANode(plan.mark()));
        assertThat(left()).isEmpty();
    }

    /** As after a reboot: it would begin at night, and hold its nodes for nobody. */
    @Test
    void anAllocationThatWaitsIsLeftOverOnceItsClientIsGone() throws Exception {
        Mark mark = Mark.fresh();
        String client = Lab.must(
                        "mxuser@max-wgs",
                        "setsid salloc -H -J waits --comment=" + mark
                                + " -p maxcpu -t 5 true </dev/null >/dev/null 2>&1 & echo $!")
                .strip();
        await(() -> bench.slurm().find(mark).filter(Job::waiting).isPresent());
        Job job = bench.slurm().find(mark).orElseThrow();
        try {
            assertThat(left()).isEmpty();
            Lab.must("mxuser@max-wgs", "kill -9 " + client);
            Leftover waits = new Leftover.Allocation(job.id(), "waits", job.where(), mark);
            await(() -> left().equals(List.of(waits)));
            assertThat(bench.leftovers().stop(waits, Set.of(), Partitions.DEFAULT, new Cancellation()))
                    .isTrue();
            await(() -> bench.slurm().find(mark).isEmpty());
            assertThat(bench.leftovers().stop(waits, Set.of(), Partitions.DEFAULT, new Cancellation()))
                    .isFalse();
        } finally {
            Lab.must("mxuser@max-wgs", "scancel " + job.id());
        }
    }

    @Test
    void aContainerOnTheServerEndsWithItsTerminalAndItsFolder() throws Exception {
        LaunchPlan plan = plan(LaunchKind.Shell.PLAIN, new LaunchPlace.OnServer());
        try (Terminal terminal = new KeptTerminals(bench.host(), Duration.ofMinutes(5))
                .open(plan.mark(), bench.launcher().script(plan), 80, 24)) {
            await(() -> runs("max-wgs", plan.mark()));
            assertThat(left()).isEmpty();
            assertThat(terminal.isAlive()).isTrue();
        }
        assertThat(runs("max-wgs", plan.mark())).isFalse();
        await(() ->
                Lab.must("max-wgs", "ls -d /tmp/maxdock.* 2>/dev/null || true").isBlank());
    }

    @Test
    void aContainerWithoutItsLaunchIsFoundWhileTheJobGoesOn() throws Exception {
        String job = Lab.must("mxuser@max-wgs", "sbatch --parsable -w max-wn001 -t 5 -o /dev/null --wrap 'sleep 300'")
                .strip();
        await(() -> bench.slurm().mine().found().stream().anyMatch(Job::running));
        String run = "docker run -d --userns=host -u $(id -u):$(id -g) --security-opt no-new-privileges "
                + "--label maxdock.user=mxuser --label maxdock.job=" + job + " --label maxdock.launch=lost ";
        try {
            String lost = Lab.must(
                            "mxuser@max-wn001", run + "--label maxdock.step=" + job + "-1 " + Lab.BASE + " sleep 600")
                    .strip();
            String unknown =
                    Lab.must("mxuser@max-wn001", run + Lab.BASE + " sleep 600").strip();
            String forged = Lab.must("mxother@max-wn001", run.replace(job, "999") + Lab.BASE + " sleep 600")
                    .strip();
            String path = "/tmp/maxdock-" + job + "-1";
            Lab.must("mxuser@max-wn001", "mkdir -m 700 " + path);
            Lab.must("mxother@max-wn001", "mkdir -m 700 /tmp/maxdock-999-1");
            List<Leftover> found = leftOnNodes();
            assertThat(found)
                    .as("not one of which only the job tells, nor what another forged")
                    .containsExactlyInAnyOrder(
                            container(lost, found), new Leftover.Folder(Optional.of(Lab.NODE_NAMES.getFirst()), path));
            for (Leftover one : found) {
                bench.leftovers().stop(one, Set.of(), Partitions.DEFAULT, new Cancellation());
            }
            assertThat(leftOnNodes()).isEmpty();
            assertThat(Lab.must("max-wn001", "docker ps -q --no-trunc; ls -d /tmp/maxdock*"))
                    .contains(unknown, forged, "/tmp/maxdock-999-1")
                    .doesNotContain(lost, path);
        } finally {
            Lab.must("max-wn001", "docker ps -q | xargs -r docker rm -f; rm -rf /tmp/maxdock-*");
            Lab.must("mxuser@max-wgs", "scancel " + job);
        }
    }

    private static Leftover container(String id, List<Leftover> found) {
        return found.stream()
                .filter(l -> l instanceof Leftover.Container c && c.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
