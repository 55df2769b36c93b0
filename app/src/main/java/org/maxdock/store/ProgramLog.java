package org.maxdock.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.logging.ErrorManager;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.maxdock.text.Printable;

/**
 * The program's log: a file for the user alone (0600 from the moment it is made), which begins anew when it has become
 * long; the one before stays beside it. Several programs may write to it: each record is one write at its end.
 */
public final class ProgramLog extends Handler {

    /** Bytes of one file; there are at most two. */
    static final long LONGEST = 1_000_000;

    /** Characters of a record: many times as long as where something went wrong. */
    private static final int LONGEST_RECORD = 200_000;

    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> PRIVATE_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path file;
    private final Formatter formatter = new SimpleFormatter();

    public ProgramLog(Path file) {
        this.file = file;
    }

    /** Where the user's log is: below XDG_STATE_HOME, or else ~/.local/state (XDG Base Directory Specification). */
    public static Path place(Path home, String stateHome) {
        Path state = stateHome == null || !Path.of(stateHome).isAbsolute()
                ? home.resolve(".local").resolve("state")
                : Path.of(stateHome);
        return state.resolve("maxdock").resolve("maxdock.log");
    }

    /** That of the user who runs this program. */
    public static ProgramLog ofUser() {
        return new ProgramLog(place(Path.of(System.getProperty("user.home")), System.getenv("XDG_STATE_HOME")));
    }

    public Path file() {
        return file;
    }

    @Override
    public void publish(LogRecord record) {
        if (!isLoggable(record)) {
            return;
        }
        try {
            write(record);
        } catch (IOException e) {
            reportError(null, e, ErrorManager.WRITE_FAILURE);
        }
    }

    /** Writes something down that the user is told to find here. */
    public synchronized void write(LogRecord record) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent(), PRIVATE_FOLDER);
        if (Files.exists(file) && Files.size(file) > LONGEST) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        String text = formatter.format(record); // others may have written parts of it, and terminals show logs
        append(Printable.text(text.substring(0, Math.min(LONGEST_RECORD, text.length())))
                .getBytes(StandardCharsets.UTF_8));
    }

    private void append(byte[] bytes) throws IOException {
        try (var out =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), PRIVATE)) {
            OutputStream whole = java.nio.channels.Channels.newOutputStream(out);
            whole.write(bytes);
        }
    }

    @Override
    public void flush() {
        // each record is written when it comes
    }

    @Override
    public void close() {
        // no file stays open
    }
}
