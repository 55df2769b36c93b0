package org.maxdock.host.ssh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * The known_hosts file that new hosts are written to. It is only ever appended to: what others have in it stays, byte
 * for byte, also where the disk is full.
 */
record KnownHostsFile(Path path) {

    /** Whether there is something of that name that nothing can be kept in. */
    boolean isNoFile() {
        return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
    }

    /**
     * Appends a line. The file is made, readable by its owner only, where there is none; a last line without an end
     * gets one.
     *
     * @throws Trouble where it cannot be written; the file is then as it was
     */
    void append(String line) throws Trouble {
        synchronized (KnownHostsFile.class) { // a lock of a file is one of the whole program
            try {
                make();
                try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
                        FileLock held = Files.isRegularFile(path) ? file.lock() : null) {
                    write(file, line);
                }
            } catch (IOException e) {
                throw new Trouble(e, TroubleKind.FILE_UNWRITABLE, path, IoReason.of(e));
            }
        }
    }

    private void make() throws IOException {
        if (Files.exists(path)) {
            return;
        }
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        Path folder = path.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            if (posix) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
        try (FileChannel made = posix
                ? FileChannel.open(
                        path,
                        EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            made.force(true);
        }
    }

    private static void write(FileChannel file, String line) throws IOException {
        long end = file.size();
        ByteBuffer last = ByteBuffer.allocate(1);
        boolean open = end > 0 && file.read(last, end - 1) == 1 && last.get(0) != '\n';
        ByteBuffer bytes = ByteBuffer.wrap(((open ? "\n" : "") + line + "\n").getBytes(StandardCharsets.ISO_8859_1));
        try {
            long at = end;
            while (bytes.hasRemaining()) {
                at += file.write(bytes, at);
            }
            file.force(true);
        } catch (IOException e) {
            try {
                file.truncate(end);
            } catch (IOException notUndone) {
                e.addSuppressed(notUndone);
            }
            throw e;
        }
    }
}
