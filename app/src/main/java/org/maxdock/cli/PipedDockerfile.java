package org.maxdock.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.maxdock.image.dockerfile.Dockerfile;
import org.maxdock.image.dockerfile.Instruction;
import org.maxdock.text.IoReason;
import org.maxdock.text.RawText;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * A Dockerfile that comes on standard input, for as long as it is needed: {@code -f - FOLDER}, or {@code -} for one
 * that needs no folder (docs.docker.com/build/concepts/context). It lies in a folder of its user's own, with nothing
 * else.
 */
final class PipedDockerfile implements AutoCloseable {

    /** Where the head of a tar file names its format (POSIX.1-2001, pax). */
    private static final int TAR_NAME_AT = 257;

    private static final List<String> PACKED = List.of("\u001f\u008b", "BZh", "\u00fd7zXZ", "\u0028\u00b5\u002f\u00fd");

    private final Path folder;
    private final List<Instruction> instructions;

    private PipedDockerfile(Path folder, List<Instruction> instructions) {
        this.folder = folder;
        this.instructions = instructions;
    }

    /** Reads standard input to its end. */
    static PipedDockerfile read() throws Trouble {
        byte[] text = GivenText.bytes(GivenText.STANDARD_INPUT);
        if (new String(text, StandardCharsets.ISO_8859_1).isBlank()) {
            throw new Trouble(TroubleKind.NOTHING_CAME);
        }
        if (isArchive(text)) {
            throw new Trouble(TroubleKind.ARCHIVE_CAME);
        }
        try {
            PipedDockerfile piped = new PipedDockerfile(
                    Files.createTempDirectory("maxdock-dockerfile"), Dockerfile.read(RawText.of(text)));
            piped.folder.toFile().deleteOnExit(); // of a program that is ended from the keyboard, too
            piped.file().toFile().deleteOnExit();
            Files.write(piped.file(), text);
            return piped;
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNWRITABLE, System.getProperty("java.io.tmpdir"), IoReason.of(e));
        }
    }

    /** Whether it is what docker would take for a folder: a tar file, or one packed by gzip, bzip2, xz or zstd. */
    private static boolean isArchive(byte[] bytes) {
        String begin = new String(bytes, 0, Math.min(bytes.length, TAR_NAME_AT + 5), StandardCharsets.ISO_8859_1);
        return PACKED.stream().anyMatch(begin::startsWith) || begin.startsWith("ustar", TAR_NAME_AT);
    }

    /** The first line that copies what lies in no stage, no image and no address: without a folder it finds nothing. */
    Optional<Integer> copied() {
        return instructions.stream()
                .filter(i -> i.keyword().equals("COPY") || i.keyword().equals("ADD"))
                .filter(i -> !i.rest().contains("--from=")
                        && !i.rest().contains("://")
                        && !i.rest().contains("<<"))
                .map(Instruction::line)
                .findFirst();
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
