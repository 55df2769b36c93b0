package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Terminal;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.lab.LeftBehind;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.operation.Server;
import org.maxdock.slurm.Partitions;
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.testfx.util.WaitForAsyncUtils;

/** {@code leftovers --stop} ends what nobody is at, and nothing that somebody works in, here or elsewhere. */
@Tag("lab")
@Tag("once")
@Timeout(180)
class LeftoversLabTest {

    private static final String TYPED = "left-typed";
    private static final String SHELL = "left-shell";
    private static final List<String> STOP = List.of("leftovers", "--stop", "--node", String.join(",", Lab.NODES));

    @TempDir
    Path folder;

    @AfterEach
    void giveBack() {
        Lab.NODES.forEach(n -> Lab.must(n, "docker ps -aq --filter name=left- | xargs -r docker rm -f"));
        Lab.giveBack("mxuser");
    }

    @Test
    void whatSomebodyWorksInGoesOnAndWhatNobodyIsAtEnds() throws Exception {
        try (Server elsewhere = Lab.connect()) {
            ImageRecord record = Lab.pulled(elsewhere, Lab.BASE);
            elsewhere.provider().provide(Lab.NODE_NAMES, record, Partitions.DEFAULT, new Cancellation());
            new Project(folder, new Json()).put(record);
            TypedCommand typed = new TypedCommand(folder, command());
            try (Terminal shell =
                    elsewhere.launcher().openTerminal(elsewhere.launcher().plan(shell(), record), 80, 24)) {
                ByteArrayOutputStream screen = new ByteArrayOutputStream();
                Thread.ofVirtual().start(() -> Streams.copy(shell.output(), screen));
                begun(typed, screen);
                String lost = abandoned("mxuser");
                String others = abandoned("mxother");
                await(() -> runs("left-alone") == 2);

                Commands.Said said = new Commands(folder).maxdock(STOP.toArray(String[]::new));
                assertThat(said.status()).as(said.err()).isZero();
                assertThat(said.out()).contains(lost).doesNotContain(TYPED, SHELL, others);
                assertThat(LeftBehind.ofOurs(said.out())).as(said.out()).hasSize(1);

                assertThat(runs("left-alone")).as("the other user's").isEqualTo(1);
                shell.input().write("echo still-$((40 + 2)); exit 7\n".getBytes(StandardCharsets.US_ASCII));
                shell.input().flush();
                assertThat(shell.await())
                        .as(screen.toString(StandardCharsets.UTF_8))
                        .isEqualTo(7);
                assertThat(screen.toString(StandardCharsets.UTF_8)).contains("still-42");
                assertThat(typed.runs()).as(typed.said()).isTrue();
                Lab.must(
                        node(TYPED),
                        "docker exec $(docker ps -q --filter label=maxdock.launch=" + TYPED + ") touch /tmp/go");
                assertThat(typed.status()).as(typed.said()).isEqualTo(8);
                assertThat(typed.out()).isEqualTo("went on\n");
            }
            assertThat(LeftBehind.ofOurs(new Commands(folder)
                            .maxdock(STOP.toArray(String[]::new))
                            .out()))
                    .isEmpty();
        }
    }

    /** Waits until both run; where one does not, what they say is told. */
    private static void begun(TypedCommand typed, ByteArrayOutputStream screen) throws Exception {
        try {
            await(() -> !typed.runs() || runs(TYPED) == 1 && runs(SHELL) == 1);
        } catch (TimeoutException e) {
            throw new AssertionError(typed.said() + screen.toString(StandardCharsets.UTF_8), e);
        }
        assertThat(typed.runs()).as(typed.said()).isTrue();
    }

    private static List<String> command() {
        return List.of(
                "launch",
                "--kind",
                "command",
                "--name",
                TYPED,
                "-p",
                "maxcpu",
                "-t",
                "5",
                Lab.BASE,
                "sh",
                "-c",
                "until [ -e /tmp/go ]; do sleep 0.2; done; echo went on; exit 8");
    }

    private static Launch shell() {
        return new Launch(
                        SHELL,
                        ImageReference.parse(Lab.BASE),
                        List.of(),
                        List.of(),
                        RunMode.ME,
                        LaunchPlace.Allocation.of("maxcpu", 1, "5"),
                        List.of("sh"),
                        "")
                .withKind(LaunchKind.Name.SHELL.plain());
    }

    /** A container as one of mxuser's launches has it, of a job that there is not; its name. */
    private static String abandoned(String by) {
        String name = "left-of-" + by;
        Lab.must(
                by + "@max-wn001",
                "docker run -d --name " + name
                        + " --label maxdock.user=mxuser --label maxdock.job=999 --label maxdock.step=999-1 "
                        + "--label maxdock.launch=left-alone --userns=host -u $(id -u):$(id -g) "
                        + "--security-opt no-new-privileges " + Lab.BASE + " sleep 600");
        return name;
    }

    private static String node(String launch) {
        return Lab.NODES.stream().filter(n -> runs(n, launch) > 0).findFirst().orElseThrow();
    }

    private static long runs(String launch) {
        return Lab.NODES.stream().mapToLong(n -> runs(n, launch)).sum();
    }

    private static long runs(String node, String launch) {
        return Lab.must(node, "docker ps -q --filter label=maxdock.launch=" + launch)
                .lines()
                .count();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    }
}
