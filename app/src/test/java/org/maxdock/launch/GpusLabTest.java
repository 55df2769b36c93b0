package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.lab.RecordedImage;
import org.maxdock.operation.Server;
import org.testfx.util.WaitForAsyncUtils;

/** Of the two pretended GPUs of max-wn002 a container gets those that SLURM granted its job, and no others. */
@Tag("lab")
@Tag("once")
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GpusLabTest {

    private static final String IMAGE = "max-registry:5000/test/gpus:1";
    private static final String NODE = "max-wn002";

    /** What NVIDIA's tools would make of the request; until it may end. */
    private static final String WORK =
            "echo $NVIDIA_VISIBLE_DEVICES counted $CUDA_VISIBLE_DEVICES; until [ -e /tmp/go ]; do sleep 0.2; done";

    @TempDir
    static Path folder;

    private Server bench;
    private ImageRecord record;

    @BeforeAll
    void build() throws Exception {
        bench = Lab.connect();
        Files.writeString(folder.resolve("Dockerfile"), "FROM " + Lab.BASE + "\nENV MARK=gpus\n");
        record = RecordedImage.everywhere(bench, folder, IMAGE);
    }

    @AfterAll
    void nothingIsLeft() throws Exception {
        Lab.awaitNone(() -> bench.slurm().mine().found());
        bench.close();
    }

    private static Launch launch(RunMode mode, List<String> asked, String gpus, String work) {
        return new Launch(
                        "gpus",
                        ImageReference.parse(IMAGE),
                        List.of(),
                        List.of(),
                        mode,
                        LaunchPlace.Allocation.of("maxgpu", 1, "5").withMore(asked),
                        List.of("sh", "-c", work),
                        "")
                .withKind(LaunchKind.Name.COMMAND.plain())
                .withContainer(new ContainerOptions(List.of(), "", List.of(), List.of("--gpus=" + gpus)));
    }

    @ParameterizedTest
    @EnumSource(
            value = RunMode.class,
            names = {"ISOLATED", "ME", "DOCKERRUN"})
    void twoAtOnceGetOneEachAndAnother(RunMode mode) throws Exception {
        Launch one = launch(mode, List.of("--gres=gpu:1"), "all", WORK);
        assertThat(bench.preflight().check(one, Optional.of(record)))
                .noneMatch(c -> c.state() == PreflightCheck.Outcome.FAILS);
        List<LaunchPlan> plans =
                List.of(bench.launcher().plan(one, record), bench.launcher().plan(one, record));
        List<Running> both = new ArrayList<>();
        for (LaunchPlan plan : plans) {
            both.add(bench.launcher().start(plan));
            WaitForAsyncUtils.waitFor(
                    60, TimeUnit.SECONDS, () -> !container(plan).isEmpty());
        }
        List<String> requests = plans.stream().map(GpusLabTest::request).toList();
        assertThat(requests).containsExactlyInAnyOrder("[[0]]", "[[1]]");
        Lab.must(
                NODE,
                "for c in $(docker ps -q --filter label=maxdock.launch=gpus); do docker exec $c touch /tmp/go; done");
        for (int i = 0; i < both.size(); i++) {
            try (Running running = both.get(i)) {
                Output output = CancellableOutput.collect(running);
                assertThat(output.status()).as(output.errors()).isZero();
                String given = requests.get(i).replaceAll("[\\[\\]]", "");
                boolean countedAnew = mode != RunMode.DOCKERRUN || !Lab.isSite();
                assertThat(output.text()).isEqualTo(given + " counted " + (countedAnew ? "0" : given) + "\n");
            }
        }
    }

    private static String container(LaunchPlan plan) {
        return Lab.must(NODE, "docker ps -q --filter label=maxdock.mark=" + plan.mark())
                .strip();
    }

    private static String request(LaunchPlan plan) {
        return Lab.must(
                        NODE,
                        "docker inspect --format '[{{range .HostConfig.DeviceRequests}}{{.DeviceIDs}}{{end}}]' "
                                + container(plan))
                .strip();
    }

    @Test
    void whatSlurmDidNotGrantIsRefused() throws Exception {
        Launch two = launch(RunMode.ME, List.of("--gres=gpu:1"), "2", "true");
        try (Running running = bench.launcher().start(bench.launcher().plan(two, record))) {
            Output output = CancellableOutput.collect(running);
            assertThat(output.errors()).contains("SLURM granted 1 GPUs of max-wn002, and 2 are wanted");
            assertThat(output.status()).isEqualTo(3);
        }
        Launch none = launch(RunMode.ME, List.of(), "all", "true");
        assertThat(bench.preflight().check(none, Optional.of(record)))
                .anyMatch(c -> c.reason().key().equals("check.gpus.not-asked"));
        try (Running running = bench.launcher().start(bench.launcher().plan(none, record))) {
            assertThat(CancellableOutput.collect(running).errors()).contains("SLURM granted no GPU of max-wn002");
        }
    }
}
