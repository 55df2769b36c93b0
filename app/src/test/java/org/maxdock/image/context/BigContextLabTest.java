package org.maxdock.image.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;
import org.testfx.util.WaitForAsyncUtils;

/** A folder of 100 GB, mostly holes, built from by a MaxDock with little memory, and the build cancelled under way. */
@Tag("lab")
@Tag("whole")
@Tag("once")
@Timeout(180)
class BigContextLabTest {

    private static final String RECEIVED = "du -sm $(docker info -f '{{.DockerRootDir}}')/tmp | cut -f1";

    @TempDir
    Path folder;

    @Test
    void itIsNeverHeldInMemoryAndCancellingLeavesNothing() throws Exception {
        Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY data.h5 /\n");
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("data.h5").toFile(), "rw")) {
            file.setLength(100L << 30);
        }
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        Process maxdock = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-Duser.home=" + System.getProperty("user.home"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "org.maxdock.Main",
                        "-F",
                        Lab.ssh().config().orElseThrow().toString(),
                        "--on",
                        "max-wgs",
                        "build",
                        "-t",
                        "max-registry:5000/mxuser/cancelled:1",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, () -> !maxdock.isAlive() || received() > 400);
            assertThat(maxdock.isAlive()).as(Files.readString(log)).isTrue();
            maxdock.destroy();
            assertThat(maxdock.waitFor(10, TimeUnit.SECONDS)).isTrue();
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> received() < 5);
            assertThat(Lab.must("max-wgs", "docker images -q max-registry:5000/mxuser/cancelled:1"))
                    .isEmpty();
            assertThat(folder.toFile().list()).hasSize(2);
        } finally {
            maxdock.destroyForcibly();
            Files.deleteIfExists(log);
        }
    }

    private static int received() throws Exception {
        return Integer.parseInt(Lab.must("max-wgs", RECEIVED).strip());
    }
}
