package org.maxdock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * A Dockerfile that comes on standard input, for as long as it is needed: {@code -f - FOLDER}, or {@code -} for one
 * that needs no folder (docs.docker.com/build/concepts/context). It lies in a folder of its user's own, with nothing
 * else.
 */
final class PipedDockerfile implements AutoCloseable {

    private final Path folder;

    private PipedDockerfile(Path folder) {
        this.folder = folder;
    }

    /** Reads standard input to its end. */
    static PipedDockerfile read() throws Trouble {
        byte[] text = GivenText.bytes(GivenText.STANDARD_INPUT);
        try {
            PipedDockerfile piped = new PipedDockerfile(Files.createTempDirectory("maxdock-dockerfile"));
            piped.folder.toFile().deleteOnExit(); // of a program that is ended from the keyboard, too
            piped.file().toFile().deleteOnExit();
            Files.write(piped.file(), text);
            return piped;
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNWRITABLE, System.getProperty("java.io.tmpdir"), IoReason.of(e));
        }
    }

    /** With the Dockerfile alone in it. */
    Path folder() {
        return folder;
    }

    Path file() {
        return folder.resolve(GivenDockerfile.USUAL);
    }

    @Override
    public void close() throws Trouble {
        try {
            Files.deleteIfExists(file());
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNWRITABLE, folder, IoReason.of(e));
        }
    }
}
