package org.maxdock.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.text.Printable;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** The log is the user's alone, and does not grow without end. */
class ProgramLogTest {

    @TempDir
    Path folder;

    @Test
    void eachFileIsForTheUserAloneAndTheyAreAtMostTwo() throws Exception {
        Path file = folder.resolve("state").resolve("maxdock.log");
        ProgramLog log = new ProgramLog(file);
        for (int i = 0; i < 400; i++) {
            log.publish(new LogRecord(Level.WARNING, "number " + i + " " + "x".repeat(10_000)));
        }
        try (var all = Files.list(file.getParent())) {
            for (Path one : all.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
                        .isEqualTo("rw-------");
                assertThat(Files.size(one)).isLessThan(ProgramLog.LONGEST + 20_000);
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        assertThat(Files.readString(file)).contains("number 399");
        try (var all = Files.list(file.getParent())) {
            assertThat(all).hasSize(2);
        }
    }

    /** Whoever looks at it does so in a terminal, which would obey it. */
    @Test
    void whatOthersWroteIsNotObeyedWhereItIsRead() throws Exception {
        Path file = folder.resolve("maxdock.log");
        LogRecord record = new LogRecord(Level.SEVERE, "\u001b]0;title\u0007\u009b2J");
        record.setThrown(new Trouble(TroubleKind.BAD_ARGUMENT, "a\u202eb", "x".repeat(2_000_000)));
        new ProgramLog(file).write(record);
        String log = Files.readString(file);
        assertThat(Printable.hides(log)).isFalse();
        assertThat(log).contains("\\u001b]0;title\\u0007\\u009b2J", "a\\u202eb").hasSizeLessThan(300_000);
    }

    @Test
    void itIsWhereTheDesktopSaysOrElseInTheHome() {
        assertThat(ProgramLog.place(Path.of("/home/u"), null))
                .isEqualTo(Path.of("/home/u/.local/state/maxdock/maxdock.log"));
        assertThat(ProgramLog.place(Path.of("/home/u"), "relative"))
                .isEqualTo(Path.of("/home/u/.local/state/maxdock/maxdock.log"));
        assertThat(ProgramLog.place(Path.of("/home/u"), "/state")).isEqualTo(Path.of("/state/maxdock/maxdock.log"));
    }
}
