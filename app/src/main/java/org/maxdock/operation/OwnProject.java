package org.maxdock.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * The project of who only wants to run an image that exists: a folder in their home, made when it is first asked for.
 */
public final class OwnProject {

    private final Path folder;

    public OwnProject(Path home) {
        this.folder = home.resolve("MaxDock");
    }

    /** @throws Trouble where the folder cannot be made */
    public Path folder() throws Trouble {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNWRITABLE, folder, IoReason.of(e));
        }
    }
}
