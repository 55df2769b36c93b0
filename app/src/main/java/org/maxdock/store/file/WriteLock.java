package org.maxdock.store.file;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * The right to write a file, which one thread of one process has at a time. Its lock file stands beside the file while
 * it is held, so that all machines that see the file see the lock; the lock on it is the kernel's (fcntl(2), which NFS
 * passes on to its server), and goes when its holder is killed.
 */
final class WriteLock implements AutoCloseable {

    private static final int LONGEST_CLAIM = 200;
    private static final long SHORTEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(3);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(15);

    private final ThreadLock.Held threads;
    private final Path path;
    private final FileChannel locked;
    private final FileChannel seen;

    private WriteLock(ThreadLock.Held threads, Path path, FileChannel locked, FileChannel seen) {
        this.threads = threads;
        this.path = path;
        this.locked = locked;
        this.seen = seen;
    }

    static Path fileOf(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".maxdock-lock");
    }

    /**
     * Waits for the right to write a file.
     *
     * @param file by its real path
     * @throws Trouble where one other has it for longer than the limit, with who it is; where the folder is not to be
     *     written
     */
    static WriteLock take(Path file, Duration limit) throws Trouble {
        Patience waiting = new Patience(limit);
        ThreadLock.Held threads = ThreadLock.take(file, limit);
        try {
            while (true) {
                Optional<WriteLock> taken = attempt(threads, fileOf(file));
                if (taken.isPresent()) {
                    return taken.get();
                }
                if (waiting.isOver(() -> claim(fileOf(file)))) {
                    throw new Trouble(
                            TroubleKind.FILE_LOCKED, file, limit.toSeconds(), Claim.readable(claim(fileOf(file))));
                }
                // a lock of another process gives no sign when it goes
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_NANOS, LONGEST_PAUSE_NANOS));
                if (Thread.currentThread().isInterrupted()) {
                    throw new Trouble(TroubleKind.CANCELLED);
                }
            }
        } catch (IOException e) {
            threads.close();
            throw WriteTrouble.of(e, file);
        } catch (Trouble | RuntimeException e) {
            threads.close();
            throw e;
        }
    }

    private static Optional<WriteLock> attempt(ThreadLock.Held threads, Path path) throws IOException, Trouble {
        Optional<FileChannel> open = open(path);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        FileChannel locked = open.get();
        FileChannel seen = null;
        try {
            if (locked.tryLock() != null) {
                if (!Claim.isOne(read(locked))) {
                    throw new Trouble(TroubleKind.LOCK_FILE_ODD, path);
                }
                String claim = Claim.mine();
                write(locked, claim);
                // The one before may have removed the file that is locked now. What is opened to see that must stay
                // open: closing any channel to a file gives up all locks on it (fcntl(2)).
                seen = FileChannel.open(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
                if (read(seen).equals(claim)) {
                    return Optional.of(new WriteLock(threads, path, locked, seen));
                }
            }
        } catch (NoSuchFileException e) {
            close(seen, locked);
            return Optional.empty();
        } catch (Trouble | IOException | RuntimeException e) {
            close(seen, locked);
            if (String.valueOf(e.getMessage()).contains("Stale file handle")) { // removed on another machine: NFS
                return Optional.empty();
            }
            throw e;
        }
        close(seen, locked);
        return Optional.empty();
    }

    /**
     * None where it has come or gone meanwhile, or is not yet what it will be: whoever may write in the folder may lock
     * what is in it.
     */
    private static Optional<FileChannel> open(Path path) throws IOException, Trouble {
        boolean there = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        try {
            return Optional.of(there ? existing(path) : fresh(path));
        } catch (FileAlreadyExistsException e) {
            return Optional.empty();
        } catch (AccessDeniedException e) {
            if (there) {
                return Optional.empty();
            }
            throw e;
        } catch (NoSuchFileException e) {
            if (Files.isDirectory(path.getParent())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What has another name as well would lose its content there, too. */
    private static FileChannel existing(Path path) throws IOException, Trouble {
        if (!Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .isRegularFile()) {
            throw new Trouble(TroubleKind.FILE_NOT_REGULAR, path);
        }
        if (path.getFileSystem().supportedFileAttributeViews().contains("unix")
                && (int) Files.getAttribute(path, "unix:nlink", LinkOption.NOFOLLOW_LINKS) > 1) {
            throw new Trouble(TroubleKind.LOCK_FILE_ODD, path);
        }
        return FileChannel.open(
                path, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
    }

    private static FileChannel fresh(Path path) throws IOException {
        FileChannel fresh = FileChannel.open(
                path,
                Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
                FileRights.MINE_AT_OPEN);
        try {
            FileRights.asItsFolder(path);
            return fresh;
        } catch (IOException e) {
            fresh.close();
            throw e;
        }
    }

    private static void write(FileChannel channel, String claim) throws IOException {
        channel.truncate(0);
        ByteBuffer bytes = ByteBuffer.wrap(claim.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_CLAIM * 4);
        int more = 0;
        while (more >= 0 && bytes.hasRemaining()) {
            more = channel.read(bytes);
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    /** What its holder says of itself, if there is one: to be shown, and to be believed by nobody. */
    private static String claim(Path path) {
        try (FileChannel channel = FileChannel.open(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            return read(channel);
        } catch (IOException e) {
            System.getLogger(WriteLock.class.getName()).log(Level.DEBUG, "nobody to be named", e);
            return "";
        }
    }

    private static void close(FileChannel... channels) throws IOException {
        for (FileChannel channel : channels) {
            if (channel != null) {
                channel.close();
            }
        }
    }

    /** Its last act is to remove the lock file, while it still has it. */
    @Override
    public void close() {
        try (threads;
                seen;
                locked) {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            System.getLogger(WriteLock.class.getName()).log(Level.WARNING, "left behind: " + path, e);
        }
    }
}
