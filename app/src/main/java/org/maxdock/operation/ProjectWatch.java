package org.maxdock.operation;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.maxdock.store.Project;
import org.maxdock.store.file.FileStamp;
import org.maxdock.text.Trouble;

/**
 * Notices when a project's file was changed: at once where the file system tells it (inotify(7)), else by looking at it
 * now and then, since NFS tells nothing of what other machines do.
 */
final class ProjectWatch implements AutoCloseable {

    /** Who writes a file in place does so in several steps. */
    private static final long CALM_NANOS = TimeUnit.MILLISECONDS.toNanos(30);

    private final Project project;
    private final Duration interval;
    private final Runnable changed;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private FileStamp seen;
    private boolean settled;
    private WatchKey key;

    /** @param changed called by the watch's own thread; the file may turn out to hold what it held before */
    ProjectWatch(Project project, Duration interval, Runnable changed) {
        this.project = project;
        this.interval = interval;
        this.changed = changed;
        this.thread = Thread.ofPlatform().daemon().name("project watch").unstarted(this::watch);
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
    }

    private void watch() {
        Optional<WatchService> told = service();
        try {
            long next = System.nanoTime();
            while (closed.getCount() > 0) {
                if (next - System.nanoTime() <= 0) {
                    told.ifPresent(this::register);
                    look();
                    next = System.nanoTime() + interval.toNanos();
                }
                if (isTold(told, next - System.nanoTime())) {
                    next = Math.min(next, System.nanoTime() + CALM_NANOS);
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            System.getLogger(ProjectWatch.class.getName()).log(Level.DEBUG, "watched no more", e);
        } finally {
            told.ifPresent(ProjectWatch::close);
        }
    }

    /** None where the user has as many as the system allows. */
    private static Optional<WatchService> service() {
        try {
            return Optional.of(FileSystems.getDefault().newWatchService());
        } catch (IOException e) {
            System.getLogger(ProjectWatch.class.getName()).log(Level.INFO, "looked at now and then only", e);
            return Optional.empty();
        }
    }

    private static void close(WatchService service) {
        try {
            service.close();
        } catch (IOException e) {
            System.getLogger(ProjectWatch.class.getName()).log(Level.WARNING, "not closed", e);
        }
    }

    /** Again where the folder has gone and come back, or the file's link leads elsewhere. */
    private void register(WatchService service) {
        try {
            Path folder = project.writtenIn();
            if (key == null || !key.isValid() || !key.watchable().equals(folder)) {
                if (key != null) {
                    key.cancel();
                }
                key = folder.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            }
        } catch (IOException | Trouble e) {
            System.getLogger(ProjectWatch.class.getName()).log(Level.DEBUG, "not told of changes", e);
        }
    }

    /** Waits that long; whether it was told of a change before. */
    private boolean isTold(Optional<WatchService> told, long nanos) throws InterruptedException {
        if (told.isEmpty()) {
            closed.await(nanos, TimeUnit.NANOSECONDS);
            return false;
        }
        WatchKey signalled = told.get().poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        if (signalled == null) {
            return false;
        }
        boolean ours = signalled.pollEvents().stream().anyMatch(ProjectWatch::isOurs);
        signalled.reset();
        return ours;
    }

    /** A link may have another name than the file it leads to; then looking at the interval is enough. */
    private static boolean isOurs(WatchEvent<?> event) {
        return event.kind() == StandardWatchEventKinds.OVERFLOW
                || event.context() instanceof Path name && name.endsWith(Project.FILE);
    }

    /**
     * A file that has just changed may be changed once more without looking any different, where its times are coarse:
     * so it is read again at the look after.
     */
    private void look() {
        Optional<FileStamp> now = stamp();
        boolean same = now.isPresent() && now.get().equals(seen);
        if (!same || !settled) {
            settled = same;
            seen = now.orElse(null);
            changed.run();
        }
    }

    /** None where even that cannot be told; reading it will say why. */
    private Optional<FileStamp> stamp() {
        try {
            return Files.isDirectory(project.folder()) ? Optional.of(project.stamp()) : Optional.empty();
        } catch (Trouble e) {
            System.getLogger(ProjectWatch.class.getName()).log(Level.DEBUG, "not to be seen", e);
            return Optional.empty();
        }
    }
}
