package org.maxdock.store.file;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.maxdock.text.IoReason;
import org.maxdock.text.RegularFile;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * A file that several programs change: what is there now is read, changed and written whole under a lock, so that
 * nobody's change undoes another's. Reading needs no lock. A link stays one; the file that it names is written.
 */
public final class LockedFile {

    private static final int MOST_LINKS = 40; // as many as Linux follows: path_resolution(7)
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path path;
    private final boolean forMe;
    private final Duration patience;

    private LockedFile(Path path, boolean forMe, Duration patience) {
        this.path = path.toAbsolutePath();
        this.forMe = forMe;
        this.patience = patience;
    }

    /** One that others may read as its rights say, in a folder that must be there. */
    public static LockedFile shared(Path path) {
        return new LockedFile(path, false, PATIENCE);
    }

    /** One that is the user's alone; its folder is made where it is not there. */
    public static LockedFile mine(Path path) {
        return new LockedFile(path, true, PATIENCE);
    }

    /** The same file, for whose lock is waited that long. */
    public LockedFile waiting(Duration limit) {
        return new LockedFile(path, forMe, limit);
    }

    /** What makes the new content out of what is there; it may be asked more than once. */
    public interface Change {

        /**
         * @param now none where there is no file
         * @return what is to be there; none to leave all as it is
         */
        Optional<byte[]> of(Optional<byte[]> now) throws Trouble;
    }

    public Path path() {
        return path;
    }

    /** The file's bytes; none where there is none. What a killed writer left beside it goes, unless somebody writes. */
    public Optional<byte[]> read() throws Trouble {
        sweep();
        return RegularFile.read(path);
    }

    /** Who may not write in the folder, or writes a file already, leaves that to others. */
    private void sweep() {
        try {
            Path real = real();
            boolean left = Files.exists(WholeFile.freshOf(real)) || Files.exists(WriteLock.fileOf(real));
            if (left && !ThreadLock.isHeld()) {
                try (WriteLock lock = WriteLock.take(real, Duration.ZERO)) {
                    WholeFile.sweep(real);
                }
            }
        } catch (IOException | Trouble e) {
            System.getLogger(LockedFile.class.getName()).log(System.Logger.Level.DEBUG, "not swept: " + path, e);
        }
    }

    /**
     * Changes the file. What is to be written is made before the lock is taken, which is held for no longer than
     * writing takes, and made again where the file is another one by then.
     *
     * @throws Trouble where it cannot be read, locked or written, or the change has one; then it is as it was
     */
    public void change(Change change) throws Trouble {
        Optional<byte[]> before = read();
        Optional<byte[]> next = change.of(before);
        if (next.isEmpty()) {
            return;
        }
        try {
            if (forMe) {
                Files.createDirectories(path.getParent(), FileRights.MY_FOLDER);
            }
            Path real = real();
            try (WriteLock lock = WriteLock.take(real, patience)) {
                WholeFile.sweep(real);
                Optional<byte[]> now = RegularFile.read(real);
                next = same(before, now) ? next : change.of(now);
                if (next.isPresent()) {
                    write(real, next.get());
                }
            }
        } catch (IOException e) {
            throw WriteTrouble.of(e, path);
        }
    }

    private static boolean same(Optional<byte[]> one, Optional<byte[]> other) {
        return Arrays.equals(one.orElse(null), other.orElse(null));
    }

    private void write(Path real, byte[] content) throws IOException, Trouble {
        if (Files.exists(real) && !Files.isWritable(real)) {
            throw new Trouble(TroubleKind.FILE_READ_ONLY, path);
        }
        WholeFile.write(real, content, forMe);
    }

    /** Writes the file where there is nothing, not even a link; says whether it did. */
    public boolean writeNew(byte[] content) throws Trouble {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        AtomicBoolean there = new AtomicBoolean();
        change(now -> {
            there.set(now.isPresent());
            return now.isPresent() ? Optional.empty() : Optional.of(content);
        });
        return !there.get();
    }

    /** Puts a content in the place of whatever is there. */
    public void write(byte[] content) throws Trouble {
        change(now -> Optional.of(content));
    }

    /** How the file looks from outside, to see whether somebody changed it. */
    public FileStamp stamp() throws Trouble {
        try {
            return FileStamp.of(path);
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNREADABLE, path, IoReason.of(e));
        }
    }

    /** The folder of the file that is written, where the path is a link. */
    public Path folder() throws Trouble {
        try {
            return real().getParent();
        } catch (IOException e) {
            throw WriteTrouble.of(e, path);
        }
    }

    /** Where the links lead, also where nothing is there yet. */
    private Path real() throws IOException {
        if (Files.exists(path)) {
            return path.toRealPath();
        }
        Path at = path;
        for (int links = 0; Files.isSymbolicLink(at); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(path.toString());
            }
            at = at.resolveSibling(Files.readSymbolicLink(at));
            at = at.getParent().toRealPath().resolve(at.getFileName());
        }
        return at.getParent().toRealPath().resolve(at.getFileName());
    }
}
