package org.maxdock.ui.build;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.maxdock.engine.Progress;
import org.maxdock.image.BeforeFailure;
import org.maxdock.image.BuildLine;
import org.maxdock.image.dockerfile.LineRange;
import org.maxdock.text.Trouble;

/**
 * The steps of a build, from the lines of its builder: how each stands, how long it took, what it said, and the layer
 * it made. May be used from any thread; what a build says without end takes no more room than is given to it.
 */
final class BuildSteps {

    /** Characters of the log that are kept. */
    static final int LONGEST = 500_000;

    /** A container that prints lines like the builder's makes no list without end of them. */
    static final int MOST_STEPS = 2_000;

    enum State {
        RUNNING,
        CACHED,
        DONE,
        FAILED,
        CANCELLED
    }

    /**
     * A step.
     *
     * @param vertex by which BuildKit names it; {@link BuildLine#LAST} for the classic builder's
     * @param of how many there are of its stage; 0 for what is no step of the Dockerfile, and has no number
     * @param bytes how much of something has come, in the builder's words; empty where it says nothing of that
     * @param began in nanoseconds of the clock
     * @param took nanoseconds, once it has ended
     * @param said where in the log it begins
     */
    record Step(
            int vertex,
            int number,
            int of,
            String instruction,
            String bytes,
            State state,
            long began,
            long took,
            long said) {
        Step with(String moved) {
            return new Step(vertex, number, of, instruction, moved, state, began, took, said);
        }

        boolean isNumbered() {
            return of > 0;
        }

        Step ended(State how, long now) {
            return new Step(vertex, number, of, instruction, bytes, how, began, now - began, said);
        }

        Duration time(long now) {
            return Duration.ofNanos(state == State.RUNNING ? now - began : took);
        }
    }

    private final List<Step> steps = new ArrayList<>();
    private final BuildLog log = new BuildLog(LONGEST);
    private final LongSupplier clock;
    private final BeforeFailure before = new BeforeFailure();

    /** @param clock in nanoseconds */
    BuildSteps(LongSupplier clock) {
        this.clock = clock;
    }

    synchronized List<Step> steps() {
        return List.copyOf(steps);
    }

    synchronized void report(Progress progress) {
        String text = progress.text();
        switch (BuildLine.of(text)) {
            case BuildLine.Begun begun -> begin(begun);
            case BuildLine.Work(int vertex, String what) -> begin(new BuildLine.Begun(vertex, "", 0, 0, what));
            case BuildLine.Moved(int vertex, String bytes) -> moved(vertex, bytes);
            case BuildLine.Ended(int vertex, BuildLine.End how) -> end(vertex, State.valueOf(how.name()));
            case BuildLine.Layer layer -> {}
            case BuildLine.Said() -> {}
        }
        before.report(progress);
        if (progress.total() == 0 && !text.isEmpty()) {
            log.append(progress.id().isEmpty() ? text : progress.id() + ": " + text);
        }
    }

    private void begin(BuildLine.Begun begun) {
        boolean known = begun.vertex() != BuildLine.LAST && index(begun.vertex()) >= 0;
        if (known || steps.size() >= MOST_STEPS) {
            return;
        }
        if (begun.vertex() == BuildLine.LAST) {
            end(BuildLine.LAST, State.DONE);
        }
        steps.add(new Step(
                begun.vertex(),
                begun.number(),
                begun.of(),
                (begun.stage().isEmpty() ? "" : begun.stage() + ": ") + begun.instruction(),
                "",
                State.RUNNING,
                clock.getAsLong(),
                0,
                log.end()));
    }

    private int index(int vertex) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (vertex == BuildLine.LAST || steps.get(i).vertex() == vertex) {
                return i;
            }
        }
        return -1;
    }

    private void moved(int vertex, String bytes) {
        int index = index(vertex);
        if (vertex != BuildLine.LAST && index >= 0 && steps.get(index).state() == State.RUNNING) {
            steps.set(index, steps.get(index).with(bytes));
        }
    }

    private void end(int vertex, State how) {
        int index = index(vertex);
        if (index >= 0 && steps.get(index).state() == State.RUNNING) {
            steps.set(index, steps.get(index).ended(how, clock.getAsLong()));
        }
    }

    /** @param said last, such as why it failed; empty for nothing */
    synchronized void end(boolean well, String said) {
        log.append(said);
        boolean told = steps.stream().anyMatch(s -> s.state() == State.FAILED);
        State how = well ? State.DONE : told ? State.CANCELLED : State.FAILED;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).state() == State.RUNNING) {
                steps.set(i, steps.get(i).ended(how, clock.getAsLong()));
            }
        }
    }

    /**
     * The step that failed, by its index: one of the Dockerfile before what else failed, of which a cache that is not
     * there ends nothing. Else the last one; -1 where there are none.
     */
    synchronized int failed() {
        int other = -1;
        for (int i = 0; i < steps.size(); i++) {
            boolean failed = steps.get(i).state() == State.FAILED;
            if (failed && steps.get(i).isNumbered()) {
                return i;
            }
            other = failed ? i : other;
        }
        return other < 0 ? steps.size() - 1 : other;
    }

    /**
     * What a step said; all that was said for a number below 0.
     *
     * @param seen how far it has been read already
     */
    synchronized BuildLog.Part log(int index, long seen) {
        if (index < 0 || index >= steps.size()) {
            return log.part(seen, Long.MAX_VALUE);
        }
        Step step = steps.get(index);
        if (step.vertex() != BuildLine.LAST) {
            return log.part(Math.max(step.said(), seen), Long.MAX_VALUE).ofVertex(step.vertex());
        }
        long to = index + 1 < steps.size() ? steps.get(index + 1).said() : Long.MAX_VALUE;
        return log.part(Math.max(step.said(), seen), to);
    }

    /** Where in a Dockerfile that stands by which the build failed; empty where that cannot be told. */
    synchronized Optional<LineRange> failedIn(String dockerfile, Trouble trouble) {
        try {
            return before.in(dockerfile, trouble);
        } catch (Trouble tooLarge) {
            return Optional.empty();
        }
    }

    /** What stood before the step that failed. */
    synchronized Optional<BeforeFailure.Stood> before() {
        return before.stood();
    }

    /** How long all of it took, or has taken so far. */
    synchronized Duration time() {
        long now = clock.getAsLong();
        long begun = steps.stream().mapToLong(Step::began).min().orElse(now);
        return Duration.ofNanos(steps.stream()
                .mapToLong(s -> s.began() + s.time(now).toNanos() - begun)
                .max()
                .orElse(0));
    }
}
