package org.maxdock.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.maxdock.host.Running;

/**
 * A step of a job. A signal to its srun would kill what it runs at once (srun(1), SIGTERM), with no time to clear up.
 * So closing it ends its input first, on which a script ends by itself, and it is killed only where it does not.
 */
final class StepRunning implements Running {

    private static final Duration TO_CLEAR_UP = Duration.ofSeconds(5);

    private final Running srun;
    private final InputStream errors;
    private final StepInput input;
    private final AtomicBoolean closing = new AtomicBoolean();

    StepRunning(Running srun) {
        this.srun = srun;
        this.errors = new SrunErrors(srun.errors());
        this.input = new StepInput(srun.input());
    }

    @Override
    public OutputStream input() {
        return input;
    }

    @Override
    public InputStream output() {
        return srun.output();
    }

    @Override
    public InputStream errors() {
        return errors;
    }

    @Override
    public int await() throws InterruptedException {
        return srun.await();
    }

    /** Does not wait for its end, which its outputs show. */
    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            CompletableFuture<Void> end = new CompletableFuture<>();
            Thread.ofVirtual().name("step-end").start(() -> endInput(end));
            Thread.ofVirtual().name("step-end").start(() -> killUnlessEnded(end));
        }
    }

    private void endInput(CompletableFuture<Void> end) {
        try {
            input.close();
            srun.await();
        } catch (IOException e) {
            System.getLogger(StepRunning.class.getName()).log(System.Logger.Level.DEBUG, "its input is no more", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end.complete(null);
    }

    private void killUnlessEnded(CompletableFuture<Void> end) {
        try {
            end.orTimeout(TO_CLEAR_UP.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof TimeoutException)) {
                throw e;
            }
        } finally {
            srun.close();
        }
    }
}
