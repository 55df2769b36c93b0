package org.maxdock.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;
import org.maxdock.text.Trouble;

@Tag("lab")
@Tag("modern")
@Tag("once")
@Timeout(180)
class ImageFitnessLabTest {

    private static final String IMAGE = "max-registry:5000/test/fit:1";

    @Test
    void theImageOfTheMpiExampleHasAllAndAPlainOneIsToldWhatItLacks() throws Exception {
        try (Server bench = Lab.connectToEngine()) {
            var folder = Lab.top().resolve("ui-resources/src/main/resources/org/maxdock/example/mpi");
            bench.images().build(BuildRequest.plain(folder, IMAGE), Progress.Listener.none(), new Cancellation());
            assertThat(bench.imageFitness().of(IMAGE, new Cancellation())).allMatch(FitnessPoint::holds);
            List<FitnessPoint> plain = bench.imageFitness().of(Lab.BASE, new Cancellation());
            assertThat(plain)
                    .filteredOn(p -> !p.holds())
                    .extracting(FitnessPoint::what)
                    .contains("sshd", "ssh-keygen", "mpi", "ucx", "verbs", "providers")
                    .doesNotContain("shell");
            assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                    Trouble.class, () -> bench.imageFitness().of("test/none:1", new Cancellation()))
                            .key())
                    .isEqualTo("no-such-image");
            assertThat(Lab.must(Lab.engineHost("mxuser"), "docker ps -aq --filter ancestor=" + IMAGE))
                    .isEmpty();
        }
    }

    @Test
    void aConnectionThatIsLostWhileOneLooksLeavesNothingOnTheServer() throws Exception {
        Server lost = Lab.connectToEngine();
        AtomicReference<Throwable> ended = new AtomicReference<>();
        Thread looking = Thread.ofVirtual().start(() -> {
            while (ended.get() == null) { // one look may be over before it is seen
                ended.set(org.assertj.core.api.Assertions.catchThrowable(
                        () -> lost.imageFitness().of(Lab.BASE, new Cancellation())));
            }
        });
        org.testfx.util.WaitForAsyncUtils.waitFor(20, java.util.concurrent.TimeUnit.SECONDS, () -> !looks().isEmpty());
        lost.host().close();
        org.testfx.util.WaitForAsyncUtils.waitFor(20, java.util.concurrent.TimeUnit.SECONDS, () -> looks().isEmpty());
        assertThat(looks()).isEmpty();
        looking.join();
        assertThat(ended.get()).isInstanceOf(Trouble.class);
    }

    private static String looks() {
        return Lab.must(Lab.engineHost("mxuser"), "docker ps --all --quiet --filter name=maxdock-look-");
    }

    @Test
    void aLibraryIsKnownByItsVersion() {
        assertThat(ImageFitness.points(
                        List.of(
                                "usr/lib/openmpi/lib/libmpi.so",
                                "usr/lib/libmpi.so.40.30.4",
                                "opt/bin/bash",
                                "x/openmpi/mca_pml_ucx.so"),
                        ""))
                .filteredOn(p -> p.found().isPresent())
                .containsExactly(new FitnessPoint(
                        "mpi", java.util.Optional.of("/usr/lib/libmpi.so.40.30.4 (Open MPI 4.1: ucx)"), true));
    }

    @Test
    void aKernelMustBeNewEnoughForTheCLibrary() {
        assertThat(ImageFitness.points(List.of("lib64/libc.so.6"), "2.6.32-754.el6"))
                .filteredOn(p -> p.what().equals("libc"))
                .noneMatch(FitnessPoint::holds);
        assertThat(ImageFitness.points(List.of("lib64/libc.so.6"), "3.10.0-1160.el7"))
                .filteredOn(p -> p.what().equals("libc"))
                .allMatch(FitnessPoint::holds);
        assertThat(ImageFitness.points(List.of("usr/lib/libcudart.so.12.6.77"), ""))
                .filteredOn(p -> p.what().equals("gpu"))
                .allMatch(p -> p.found().isPresent() && !p.needed());
    }
}
