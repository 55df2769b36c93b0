package org.maxdock.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.store.OtherProgram;

/**
 * Writers killed at any point leave the old file or the new one, no lock, and nothing that the next one would not tidy.
 */
@Timeout(3600)
class KilledWritersTest {

    private static final int KILLS = Integer.getInteger("maxdock.kills", 24);
    private static final long SEED = Long.getLong("maxdock.seed", System.nanoTime());
    private static final int AT_ONCE = 4;
    private static final int LATEST_MICROS = 60_000;

    @TempDir
    Path folder;

    @Test
    void leaveTheOldFileOrTheNewOne() throws Exception {
        Random random = new Random(SEED);
        Path path = folder.resolve("some.json");
        LockedFile file = LockedFile.shared(path);
        file.write(EndlessWriter.content(0));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
        long before = 0;
        int halfMade = 0;
        int locked = 0;
        for (int killed = 0; killed < KILLS; killed += AT_ONCE) {
            Process[] writers = new Process[AT_ONCE];
            for (int i = 0; i < AT_ONCE; i++) {
                writers[i] = OtherProgram.start(EndlessWriter.class, path, "shared");
            }
            for (Process writer : writers) {
                killAtRandom(writer, random);
                long number = EndlessWriter.number(file.read().orElseThrow());
                assertThat(number).as("seed %d", SEED).isGreaterThanOrEqualTo(before);
                before = number;
            }
            if (Files.exists(WholeFile.freshOf(path))) {
                halfMade++;
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(WholeFile.freshOf(path))))
                        .isIn("rw-------", "rw-r-----");
            }
            locked += Files.exists(WriteLock.fileOf(path)) ? 1 : 0;
            EndlessWriter.count(file);
            assertThat(EndlessWriter.number(file.read().orElseThrow())).isEqualTo(++before);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rw-r-----");
            try (Stream<Path> all = Files.list(folder)) {
                assertThat(all).as("seed %d", SEED).containsExactly(path);
            }
        }
        System.out.printf(
                "%d writers killed, after %d writes; %d half-made files and %d locks left, all tidied (seed %d)%n",
                KILLS, before, halfMade, locked, SEED);
    }

    private static void killAtRandom(Process writer, Random random) throws Exception {
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("ready");
            writer.waitFor(random.nextInt(LATEST_MICROS), TimeUnit.MICROSECONDS);
            writer.destroyForcibly();
            assertThat(writer.waitFor()).as("killed, not failed").isEqualTo(128 + 9);
        }
    }
}
