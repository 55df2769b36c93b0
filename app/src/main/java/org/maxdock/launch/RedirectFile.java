package org.maxdock.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * A page on disk that leads a browser on. A browser is started with its address as an argument, which everybody on a
 * machine can read; so that argument is this file's name, and where it leads is in the file, which is its user's alone.
 */
final class RedirectFile implements AutoCloseable {

    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final String PAGE = """
            <!DOCTYPE html>
            <html><head><meta charset="utf-8"><meta name="referrer" content="no-referrer">
            <meta http-equiv="refresh" content="0; url=%1$s"><title>MaxDock</title></head>
            <body><a href="%1$s">MaxDock</a></body></html>
            """;

    private final Path file;

    /**
     * Writes it.
     *
     * @param folder which becomes its user's alone
     * @param to an address of letters, digits and signs that HTML leaves alone
     */
    RedirectFile(Path folder, String to) throws Trouble {
        try {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PRIVATE));
            if (!Files.getPosixFilePermissions(folder).equals(PRIVATE)) {
                Files.setPosixFilePermissions(folder, PRIVATE);
            }
            file = Files.createTempFile(folder, "open-", ".html", FILE);
            Files.writeString(file, PAGE.formatted(to));
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNWRITABLE, folder, IoReason.of(e));
        }
    }

    String address() {
        return file.toUri().toString();
    }

    /** Takes it away. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger(RedirectFile.class.getName()).log(System.Logger.Level.DEBUG, "left behind", e);
        }
    }
}
