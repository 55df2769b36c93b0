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

    private static final String TAR_NAME = "ustar";
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final List<String> PACKED = List.of("\u001f\u008b", "BZh", "\u00fd7zXZ", "(\u00b5/\u00fd");

    /** In a COPY or ADD: it takes from elsewhere, or from where only its builder will know. */
    private static final List<String> NOT_OF_FOLDER = List.of("--from=", "://", "git@", "<<", "$");

    private final Path folder;
    private final List<Instruction> instructions;

    private PipedDockerfile(Path folder, List<Instruction> instructions) {
        this.folder = folder;
        this.instructions = instructions;
    }

    /** Reads standard input to its end. */
    static PipedDockerfile read() throws Trouble {
        byte[] text = GivenText.bytes(
                GivenText.STANDARD_INPUT, TAR_NAME_AT + TAR_NAME.length(), PipedDockerfile::refuseArchive);
        if (new String(text, StandardCharsets.UTF_8)
                .replace(BYTE_ORDER_MARK, "")
                .isBlank()) {
            throw new Trouble(TroubleKind.NOTHING_CAME);
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

    /** What docker would take for a folder: a tar file, or one packed by gzip, bzip2, xz or zstd. */
    private static void refuseArchive(byte[] first) throws Trouble {
        String begin = new String(first, StandardCharsets.ISO_8859_1);
        if (PACKED.stream().anyMatch(begin::startsWith) || begin.startsWith(TAR_NAME, TAR_NAME_AT)) {
            throw new Trouble(TroubleKind.ARCHIVE_CAME);
        }
    }

    /** The first line that copies files of a folder, where there is none but that of the Dockerfile. */
    Optional<Integer> copied() {
        return instructions.stream()
                .filter(i -> i.keyword().equals("COPY") || i.keyword().equals("ADD"))
                .filter(i -> NOT_OF_FOLDER.stream().noneMatch(i.rest()::contains))
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
