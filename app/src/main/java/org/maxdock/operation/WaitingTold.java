package org.maxdock.operation;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.Slurm;
import org.maxdock.slurm.Waiting;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/** Tells what a job waits for, each time that this is something else, until it is closed. */
final class WaitingTold implements AutoCloseable {

    private static final int LOOK_SECONDS = 2;

    private final Slurm slurm;
    private final Mark mark;
    private final Consumer<Message> told;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param told is called from another thread */
    WaitingTold(Slurm slurm, Mark mark, Consumer<Message> told) {
        this.slurm = slurm;
        this.mark = mark;
        this.told = told;
    }

    void start() {
        Thread.ofVirtual().name("what a job waits for").start(this::look);
    }

    private void look() {
        Optional<Message> before = Optional.empty();
        try {
            while (!closed.await(LOOK_SECONDS, TimeUnit.SECONDS)) {
                Optional<Waiting> waiting = slurm.waiting(mark);
                Optional<Message> now =
                        waiting.map(w -> Message.of("node.waits", w.job().id(), w.why()));
                if (now.isPresent() && !now.equals(before)) {
                    told.accept(now.get());
                    before = now;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Trouble e) { // it is only good to know
            System.getLogger(WaitingTold.class.getName()).log(System.Logger.Level.DEBUG, "not known", e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
