package org.maxdock.store.file;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Keeps the threads of this process apart where the kernel's locks cannot: they belong to the process, and are lost
 * when any of its threads closes the file (fcntl(2)). So these are the process's, too, and no object's.
 */
final class ThreadLock {

    private static final ReentrantLock[] LOCKS =
            Stream.generate(ReentrantLock::new).limit(61).toArray(ReentrantLock[]::new);

    private ThreadLock() {}

    /** A lock that is held. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /** Whether this thread has one. */
    static boolean isHeld() {
        return Arrays.stream(LOCKS).anyMatch(ReentrantLock::isHeldByCurrentThread);
    }

    /** Files share a few locks, so that nobody may take a second one while it has a first. */
    static Held take(Path file, Duration limit) throws Trouble {
        if (isHeld()) {
            throw new IllegalStateException("a file changed while another one is: " + file);
        }
        ReentrantLock lock = LOCKS[Math.floorMod(file.hashCode(), LOCKS.length)];
        try {
            if (!lock.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new Trouble(TroubleKind.FILE_LOCKED, file, limit.toSeconds(), "MaxDock");
            }
            return lock::unlock;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(e, TroubleKind.CANCELLED);
        }
    }
}
