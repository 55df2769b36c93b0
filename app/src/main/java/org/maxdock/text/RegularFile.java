package org.maxdock.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Reads files that anybody may have put there: a pipe would never end its open, a device never its content. */
public final class RegularFile {

    private static final int MEGABYTES = 16;

    private RegularFile() {}

    /**
     * The bytes of a file; none where there is no such file.
     *
     * @throws Trouble where it is no ordinary file, is too large, or cannot be read
     */
    public static Optional<byte[]> read(Path file) throws Trouble {
        try {
            if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
                throw new Trouble(TroubleKind.FILE_NOT_REGULAR, file);
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes((MEGABYTES << 20) + 1);
                if (bytes.length > MEGABYTES << 20) {
                    throw new Trouble(TroubleKind.FILE_TOO_LARGE, file, MEGABYTES);
                }
                return Optional.of(bytes);
            }
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNREADABLE, file, IoReason.of(e));
        }
    }
}
