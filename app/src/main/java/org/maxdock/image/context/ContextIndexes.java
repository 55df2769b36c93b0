package org.maxdock.image.context;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import org.maxdock.text.RawText;

/**
 * What was known of build folders when they were built from last, kept in files of the user's own cache: what has not
 * changed since need not be read again. One that is gone, or says nothing that can be read, costs time and no more.
 */
public final class ContextIndexes {

    private static final int MOST = 256 << 20;
    private static final String MACHINE = "machine";

    private final Path folder;

    /** @param folder of the files; made where it is missing */
    public ContextIndexes(Path folder) {
        this.folder = folder;
    }

    /** Below XDG_CACHE_HOME, or else ~/.cache (XDG Base Directory Specification). */
    public static ContextIndexes of(Path home, Optional<String> cacheHome) {
        Path cache = cacheHome.map(Path::of).filter(Path::isAbsolute).orElse(home.resolve(".cache"));
        return new ContextIndexes(cache.resolve("maxdock").resolve("builds"));
    }

    /** What tells this machine from others, which may have folders of the same names; drawn once. */
    String machine() {
        Path file = folder.resolve(MACHINE);
        try {
            if (!Files.isRegularFile(file)) {
                write(MACHINE, UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            note(e);
            return "";
        }
    }

    ContextIndex read(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.isRegularFile(file) && Files.size(file) < MOST
                    ? ContextIndex.parse(RawText.of(Files.readAllBytes(file)))
                    : ContextIndex.NONE;
        } catch (IOException e) {
            note(e);
            return ContextIndex.NONE;
        }
    }

    void write(String name, ContextIndex index) {
        try {
            write(name, RawText.bytes(index.text()));
        } catch (IOException e) {
            note(e);
        }
    }

    private void write(String name, byte[] content) throws IOException {
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, name, ".new");
        try {
            Files.write(fresh, content);
            Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void note(IOException e) {
        System.getLogger(ContextIndexes.class.getName())
                .log(System.Logger.Level.INFO, "what is known of a build folder is not kept", e);
    }
}
