package org.maxdock.store.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.maxdock.text.IoReason;
import org.maxdock.text.Reason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Why a file could not be written, each reason with a sentence of its own; the words are those of errno(3). */
final class WriteTrouble {

    private WriteTrouble() {}

    static Trouble of(IOException e, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        Reason reason = IoReason.of(e);
        if (reason.key().equals("reason.no-space") || reason.key().equals("reason.quota")) {
            return new Trouble(e, TroubleKind.NO_SPACE, file, reason);
        }
        if (e instanceof NoSuchFileException && !Files.isDirectory(folder)) {
            return new Trouble(e, TroubleKind.FOLDER_GONE, folder);
        }
        return e instanceof AccessDeniedException || reason.key().equals("reason.read-only")
                ? new Trouble(e, TroubleKind.FOLDER_READ_ONLY, folder, file.getFileName())
                : new Trouble(e, TroubleKind.FILE_UNWRITABLE, file, reason);
    }
}
