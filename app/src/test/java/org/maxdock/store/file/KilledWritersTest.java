package org.maxdock.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.store.OtherProgram;

/**
 * Writers killed at any point leave the old file or the new one, no lock, and nothing that the next one who as much as
 * reads it would not tidy.
 */
@Timeout(3600)
class KilledWritersTest {

    private static final int KILLS = Integer.getInteger("maxdock.kills", 24);
    private static final long SEED = Long.getLong("maxdock.seed", System.nanoTime());
    private static final int AT_ONCE = 4;
    private static final int LATEST_MICROS = 60_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"shared, rw-r-----", "mine, rw-------"})
    void leaveTheOldFileOrTheNewOne(String whose, String rights) throws Exception {
        Random random = new Random(SEED);
        Path path = folder.resolve("some.json");
        LockedFile file = EndlessWriter.file(whose, path);
        file.write(EndlessWriter.content(0));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
        long before = 0;
        int halfMade = 0;
        int locked = 0;
        for (int killed = 0; killed < KILLS; killed += AT_ONCE) {
            Process[] writers = new Process[AT_ONCE];
            for (int i = 0; i < AT_ONCE; i++) {
                writers[i] = OtherProgram.start(EndlessWriter.class, path, whose);
            }
            for (Process writer : writers) {
                killAtRandom(writer, random);
                boolean last = writer == writers[AT_ONCE - 1];
                if (last && Files.exists(WholeFile.freshOf(path))) {
                    halfMade++;
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(WholeFile.freshOf(path))))
                            .isIn("rw-------", rights);
                }
                locked += last && Files.exists(WriteLock.fileOf(path)) ? 1 : 0;
                long number = EndlessWriter.number(file.read().orElseThrow());
                assertThat(number).as("seed %d", SEED).isGreaterThanOrEqualTo(before);
                before = number;
            }
            assertThat(left()).as("seed %d", SEED).containsExactly(path);
            EndlessWriter.count(file);
            assertThat(EndlessWriter.number(file.read().orElseThrow())).isEqualTo(++before);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo(rights);
            assertThat(left()).as("seed %d", SEED).containsExactly(path);
        }
        System.out.printf(
                "%d writers killed, after %d writes; %d half-made files and %d locks left, all tidied (seed %d)%n",
                KILLS, before, halfMade, locked, SEED);
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
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
