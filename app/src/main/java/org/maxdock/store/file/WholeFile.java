package org.maxdock.store.file;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Optional;
import java.util.Set;

/**
 * Writes files whole: beside the old one, to the disk, then in its place, so that there is the old one or the new one
 * and nothing between. To be used by the holder of the file's lock only: what another one left half made, it replaces.
 */
final class WholeFile {

    private WholeFile() {}

    static Path freshOf(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".maxdock-new");
    }

    /** @param forMe whether nobody else is to read it; else it keeps its rights, and a new one has the usual ones */
    static void write(Path file, byte[] content, boolean forMe) throws IOException {
        Path fresh = freshOf(file);
        Optional<PosixFileAttributes> old = attributes(file);
        Files.deleteIfExists(fresh);
        try {
            try (FileChannel channel = FileChannel.open(
                    fresh,
                    Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
                    forMe || old.isPresent() ? FileRights.MINE_AT_OPEN : FileRights.USUAL)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                if (!forMe && old.isPresent()) {
                    FileRights.keep(old.get(), fresh);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            remove(fresh);
            throw e;
        }
        sync(file.getParent());
    }

    /** Removes what a writer that was killed left beside a file. */
    static void sweep(Path file) throws IOException {
        Files.deleteIfExists(freshOf(file));
    }

    private static Optional<PosixFileAttributes> attributes(Path file) throws IOException {
        try {
            return Optional.of(Files.readAttributes(file, PosixFileAttributes.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger(WholeFile.class.getName()).log(Level.WARNING, "left behind: " + file, e);
        }
    }

    /** Some file systems cannot do that to a folder; the new file is in its place all the same. */
    private static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            System.getLogger(WholeFile.class.getName()).log(Level.DEBUG, "not synced: " + folder, e);
        }
    }
}
