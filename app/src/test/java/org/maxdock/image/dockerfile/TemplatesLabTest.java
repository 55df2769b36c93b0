package org.maxdock.image.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.engine.BuildOptions;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.image.FitnessPoint;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;

/**
 * The templates build as they stand, from the lab's Debian by their build argument, with Debian's packages from where
 * this machine has them; and the one for MPI has all that a job on several nodes needs. With
 * {@code -Dmaxdock.templates=all} all of them are built.
 */
@Tag("lab")
@Tag("whole")
@Tag("once")
@Timeout(600)
class TemplatesLabTest {

    private static final String DEBIAN = "max-registry:5000/maxwell/debian:1";

    @TempDir
    Path folder;

    static Stream<Template> templates() {
        return System.getProperty("maxdock.templates", "").equals("all")
                ? Stream.of(Template.values())
                : Stream.of(Template.MPI);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void itBuildsAsItStands(Template template) throws Exception {
        for (Map.Entry<String, String> file : template.read().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        String image = "max-registry:5000/test/template-" + template.word() + ":1";
        try (Server bench = Lab.connectToEngine()) {
            bench.images()
                    .build(
                            new BuildRequest(
                                    new BuildFolder.Here(folder),
                                    "Dockerfile",
                                    image,
                                    BuildOptions.NONE.withArguments(Map.of(Template.BASE, DEBIAN))),
                            Progress.Listener.none(),
                            new Cancellation());
            List<FitnessPoint> points = bench.imageFitness().of(image, new Cancellation());
            if (template == Template.MPI) {
                assertThat(points).hasSizeGreaterThan(8).allMatch(FitnessPoint::holds);
            }
            assertThat(points)
                    .filteredOn(p -> List.of("processor", "shell", "libc").contains(p.what()))
                    .hasSize(3)
                    .allMatch(FitnessPoint::holds);
            assertThat(bench.imageFitness().of(DEBIAN, new Cancellation()))
                    .filteredOn(p -> !p.holds())
                    .extracting(FitnessPoint::what)
                    .contains("sshd", "mpi", "ucx", "verbs", "providers");
        }
    }
}
