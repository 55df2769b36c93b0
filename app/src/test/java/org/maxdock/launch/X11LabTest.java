package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Running;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Partitions;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A program in a container on a node, whose window is on this display: through SLURM's forwarding where the lab has it,
 * told beforehand where not.
 */
@Tag("lab")
@Tag("once")
@Tag("x11")
@Timeout(120)
class X11LabTest {

    private static final String IMAGE = "max-registry:5000/maxwell/debian_mpi:1";

    private Server bench;
    private ImageRecord record;

    @BeforeEach
    void connect() throws Exception {
        bench = Lab.connect();
        bench.images().pull(IMAGE, Progress.Listener.none(), new Cancellation());
        record = bench.images().record(IMAGE);
    }

    @AfterEach
    void close() {
        bench.close();
        Lab.giveBack("mxuser");
    }

    private static Launch launch(RunMode mode, LaunchPlace where) {
        return new Launch("eyes", ImageReference.parse(IMAGE), List.of(), List.of(), mode, where, List.of("xeyes"), "")
                .withKind(LaunchKind.Name.X11.plain());
    }

    private List<String> failing(Launch launch) throws Exception {
        return bench.preflight().check(launch, Optional.of(record)).stream()
                .filter(c -> c.state() == PreflightCheck.Outcome.FAILS)
                .map(c -> c.reason().key())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWindowOfANodeIsShownHere(boolean inTerminal) throws Exception {
        Launch launch = launch(
                RunMode.ME, LaunchPlace.Allocation.of("maxcpu", 1, "5").withMore(List.of("--nodelist=max-wn001")));
        if (!bench.slurm().forwardsX11()) {
            assertThat(failing(launch)).contains("check.kind.no-x11");
            return;
        }
        bench.provider().provide(Lab.NODE_NAMES, record, Partitions.DEFAULT, new Cancellation());
        assertThat(failing(launch)).isEmpty();
        LaunchPlan plan = bench.launcher().plan(launch, record);
        try (Running running = inTerminal
                ? bench.launcher().openTerminal(plan, 80, 24)
                : bench.launcher().start(plan)) {
            var said = CompletableFuture.supplyAsync(() -> said(running));
            await(() -> eyes() || said.isDone());
            assertThat(eyes()).as(said.getNow("")).isTrue();
            assertThat(Lab.must("max-wn001", "docker ps --format '{{.Image}} {{.Command}}' --no-trunc"))
                    .contains("xeyes");
            assertThat(Lab.must("max-wn001", "ps -eo args; docker inspect $(docker ps -q)"))
                    .as("the display's key")
                    .contains("xeyes")
                    .doesNotContain(forms(cookie()));
        }
        await(() -> !eyes());
        Lab.awaitNone(() -> bench.slurm().mine().found());
        assertThat(Lab.must("max-wn001", "docker ps --all --quiet; ls -d /tmp/maxdock* 2>/dev/null || true"))
                .isEmpty();
    }

    /** Its hexadecimal form, as xauth lists what sshd put there. */
    private static String cookie() {
        String[] words =
                Lab.must("mxuser@max-wgs", "xauth list | tail -n 1").strip().split(" +");
        assertThat(words).hasSize(3);
        return words[2];
    }

    /** As it is listed, and within base64 of more, wherever it begins there. */
    private static List<String> forms(String cookie) {
        byte[] key = HexFormat.of().parseHex(cookie);
        List<String> forms = new ArrayList<>(List.of(cookie));
        for (int skipped = 0; skipped < 3; skipped++) {
            forms.add(Base64.getEncoder().encodeToString(Arrays.copyOfRange(key, skipped, skipped + 12)));
        }
        return forms;
    }

    @Test
    void whereNoDisplayCanBeReachedIsToldBefore() throws Exception {
        assertThat(failing(launch(RunMode.ISOLATED, new LaunchPlace.OnServer())))
                .contains("check.mode.x11");
        String job = Lab.must("mxuser@max-wgs", "sbatch --parsable -t 5 -o /dev/null --wrap 'sleep 100'")
                .strip();
        assertThat(failing(launch(RunMode.ME, new LaunchPlace.InJob(new JobId(job)))))
                .contains(bench.slurm().forwardsX11() ? "check.kind.x11-job" : "check.kind.no-x11");
    }

    private static boolean eyes() {
        return Lab.run(List.of("xwininfo", "-root", "-tree")).out().contains("xeyes");
    }

    private static String said(Running running) {
        try {
            return new String(running.output().readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(40, TimeUnit.SECONDS, condition);
    }
}
