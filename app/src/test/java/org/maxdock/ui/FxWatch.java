package org.maxdock.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/**
 * Asks the FX thread many times a second, and looks what it does while it does not answer. A thread that draws is slow
 * on a slow machine; one that waits for something in MaxDock's code is wrong on each.
 */
final class FxWatch implements AutoCloseable {

    private static final int LOOKS_A_SECOND = 50;
    private static final long HELD_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final List<String> ON_THE_WAY = List.of("java.net.", "sun.nio.ch.", "java.lang.ProcessImpl");

    private final ScheduledExecutorService looker = Executors.newSingleThreadScheduledExecutor();
    private final Thread fx = Seen.look(Thread::currentThread);
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Long> held = new CopyOnWriteArrayList<>();
    private final List<Long> worked = new CopyOnWriteArrayList<>();
    private final List<String> waited = new CopyOnWriteArrayList<>();
    private final AtomicLong unanswered = new AtomicLong();
    private String lastWait = "";

    FxWatch() {
        var _ = looker.scheduleAtFixedRate(this::look, 0, 1000 / LOOKS_A_SECOND, TimeUnit.MILLISECONDS);
    }

    private void look() {
        long asked = System.nanoTime();
        long since = unanswered.get();
        if (since != 0 && asked - since > HELD_NANOS) {
            lookWhatItWaitsFor();
        }
        unanswered.compareAndSet(0, asked);
        long spent = threads.getThreadCpuTime(fx.threadId());
        Platform.runLater(() -> {
            unanswered.set(0);
            worked.add(TimeUnit.NANOSECONDS.toMillis(threads.getCurrentThreadCpuTime() - spent));
            held.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked));
        });
    }

    private void lookWhatItWaitsFor() {
        Thread.State state = fx.getState();
        StackTraceElement[] stack = fx.getStackTrace();
        boolean waits = state != Thread.State.RUNNABLE
                || Arrays.stream(stack)
                        .limit(3)
                        .anyMatch(f -> ON_THE_WAY.stream().anyMatch(f.getClassName()::startsWith));
        boolean ours = Arrays.stream(stack).anyMatch(f -> f.getClassName().startsWith("org.maxdock."));
        String now = waits && ours ? state + " " + Arrays.toString(stack) : "";
        if (!now.isEmpty() && now.equals(lastWait)) { // twice in the same place: it does not only pass
            waited.add(now);
        }
        lastWait = now;
    }

    /** Where it stood and waited, for more than a moment, in code of MaxDock. */
    List<String> waited() {
        return waited;
    }

    int asked() {
        return held.size();
    }

    /** Milliseconds in which this part of the questions was answered. */
    long within(double part) {
        return part(held, part);
    }

    /**
     * Milliseconds of processor time in which it came to this part of the questions: how much it did before, however
     * much else the machine had to do.
     */
    long workedWithin(double part) {
        return part(worked, part);
    }

    private static long part(List<Long> figures, double part) {
        List<Long> sorted = new ArrayList<>(figures);
        Collections.sort(sorted);
        return sorted.get(Math.max(0, (int) Math.ceil(part * sorted.size()) - 1));
    }

    @Override
    public void close() throws InterruptedException {
        looker.shutdown();
        if (!looker.awaitTermination(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the FX thread is still watched");
        }
    }
}
