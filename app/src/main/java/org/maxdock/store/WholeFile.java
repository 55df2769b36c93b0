package org.maxdock.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.UUID;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Writes files whole: beside the old one, to the disk, then in its place. A full disk leaves the old one as it was. A
 * new file has the rights that the user's umask gives, since others are to read a project's file; an old one keeps its
 * own.
 */
final class WholeFile {

    private WholeFile() {}

    static void write(Path file, String text) throws Trouble {
        write(file, text, false);
    }

    /** The same for what nobody else is to read. */
    static void writePrivate(Path file, String text) throws Trouble {
        write(file, text, true);
    }

    private static void write(Path file, String text, boolean forMe) throws Trouble {
        Path fresh = null;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            fresh = file.toAbsolutePath().resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
            try (FileChannel channel =
                    FileChannel.open(fresh, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
                if (forMe) {
                    Files.setPosixFilePermissions(
                            fresh, Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
                }
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            if (!forMe && Files.exists(file)) {
                Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(file));
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            remove(fresh);
            throw new Trouble(e, TroubleKind.FILE_UNWRITABLE, file, IoReason.of(e));
        }
    }

    private static void remove(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.getLogger(WholeFile.class.getName()).log(System.Logger.Level.WARNING, "left behind: " + file, e);
        }
    }
}
