package org.maxdock.ui.build;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.engine.Progress;

/**
 * The steps of a build, from the lines of the classic builder: how each stands, how long it took, what it said, and the
 * layer it made. May be used from any thread; what a build says without end takes no more room than is given to it.
 */
final class BuildSteps {

    /** Characters of the log that are kept. */
    static final int LONGEST = 500_000;

    /** A container that prints lines like the builder's makes no list without end of them. */
    static final int MOST_STEPS = 2_000;

    private static final Pattern STEP = Pattern.compile("Step (\\d{1,6})/(\\d{1,6}) : (.*)", Pattern.DOTALL);
    private static final Pattern LAYER = Pattern.compile("---> ([0-9a-f]{12,64})");

    enum State {
        RUNNING,
        CACHED,
        DONE,
        FAILED
    }

    /**
     * A step.
     *
     * @param began in nanoseconds of the clock
     * @param took nanoseconds, once it has ended
     * @param said where in the log it begins
     */
    record Step(int number, int of, String instruction, State state, long began, long took, long said) {
        Step ended(State how, long now) {
            return new Step(number, of, instruction, how, began, now - began, said);
        }

        Duration time(long now) {
            return Duration.ofNanos(state == State.RUNNING ? now - began : took);
        }
    }

    private final List<Step> steps = new ArrayList<>();
    private final BuildLog log = new BuildLog(LONGEST);
    private final LongSupplier clock;
    private Optional<String> layer = Optional.empty();

    /** @param clock in nanoseconds */
    BuildSteps(LongSupplier clock) {
        this.clock = clock;
    }

    synchronized List<Step> steps() {
        return List.copyOf(steps);
    }

    synchronized void report(Progress progress) {
        String text = progress.text();
        Matcher m = STEP.matcher(text.strip());
        if (m.matches() && steps.size() < MOST_STEPS) {
            endLast(State.DONE);
            steps.add(new Step(
                    Integer.parseInt(m.group(1)),
                    Integer.parseInt(m.group(2)),
                    m.group(3),
                    State.RUNNING,
                    clock.getAsLong(),
                    0,
                    log.end()));
        } else if (text.contains("---> Using cache")) {
            endLast(State.CACHED);
        }
        Matcher made = LAYER.matcher(text.strip());
        layer = made.matches() ? Optional.of(made.group(1)) : layer;
        if (progress.total() == 0 && !text.isEmpty()) {
            log.append(progress.id().isEmpty() ? text : progress.id() + ": " + text);
        }
    }

    /** @param said last, such as why it failed; empty for nothing */
    synchronized void end(boolean well, String said) {
        log.append(said);
        endLast(well ? State.DONE : State.FAILED);
    }

    /**
     * What a step said; all that was said for a number below 0.
     *
     * @param seen how far it has been read already
     */
    synchronized BuildLog.Part log(int index, long seen) {
        boolean one = index >= 0 && index < steps.size();
        long from = one ? steps.get(index).said() : 0;
        long to = one && index + 1 < steps.size() ? steps.get(index + 1).said() : Long.MAX_VALUE;
        return log.part(Math.max(from, seen), to);
    }

    /** The layer of the last step that went well. */
    synchronized Optional<String> lastLayer() {
        return layer;
    }

    /** How long all of it took, or has taken so far. */
    synchronized Duration time() {
        return steps.stream().map(s -> s.time(clock.getAsLong())).reduce(Duration.ZERO, Duration::plus);
    }

    private void endLast(State how) {
        if (!steps.isEmpty() && steps.getLast().state() == State.RUNNING) {
            steps.set(steps.size() - 1, steps.getLast().ended(how, clock.getAsLong()));
        }
    }
}
