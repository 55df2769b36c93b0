package org.maxdock.ui.build;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maxdock.engine.Progress;

/**
 * The steps of a build, from the lines of the classic builder: how each stands, how long it took, what it said, and the
 * layer it made.
 */
final class BuildSteps {

    private static final Pattern STEP = Pattern.compile("Step (\\d{1,6})/(\\d{1,6}) : (.*)", Pattern.DOTALL);
    private static final Pattern LAYER = Pattern.compile("---> ([0-9a-f]{12,64})");

    private static final int LONGEST = 1_000_000;

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
     */
    record Step(int number, int of, String instruction, State state, long began, long took) {
        Step ended(State how, long now) {
            return new Step(number, of, instruction, how, began, now - began);
        }

        Duration time(long now) {
            return Duration.ofNanos(state == State.RUNNING ? now - began : took);
        }
    }

    private final ObservableList<Step> steps = FXCollections.observableArrayList();
    private final List<StringBuilder> logs = new ArrayList<>();
    private final StringBuilder before = new StringBuilder();
    private final StringBuilder whole = new StringBuilder();
    private final LongSupplier clock;
    private Optional<String> layer = Optional.empty();

    BuildSteps(LongSupplier clock) {
        this.clock = clock;
    }

    ObservableList<Step> steps() {
        return steps;
    }

    void clear() {
        steps.clear();
        logs.clear();
        before.setLength(0);
        whole.setLength(0);
        layer = Optional.empty();
    }

    void report(Progress progress) {
        String text = progress.text();
        Matcher m = STEP.matcher(text.strip());
        if (m.matches()) {
            endLast(State.DONE);
            logs.add(new StringBuilder());
            steps.add(new Step(
                    Integer.parseInt(m.group(1)),
                    Integer.parseInt(m.group(2)),
                    m.group(3),
                    State.RUNNING,
                    clock.getAsLong(),
                    0));
        } else if (text.contains("---> Using cache")) {
            endLast(State.CACHED);
        }
        Matcher made = LAYER.matcher(text.strip());
        layer = made.matches() ? Optional.of(made.group(1)) : layer;
        if (progress.total() == 0 && !text.isEmpty()) {
            String said = progress.id().isEmpty() ? text : progress.id() + ": " + text;
            keep(said, LONGEST);
        }
    }

    /** A step that says without end is not shown without end; the build's history has more of it. */
    private void keep(String said, int most) {
        StringBuilder log = logs.isEmpty() ? before : logs.getLast();
        if (log.length() < most) {
            log.append(said);
            whole.append(said);
        }
    }

    /** @param said last, such as why it failed; empty for nothing */
    void end(boolean well, String said) {
        keep(said, Integer.MAX_VALUE);
        endLast(well ? State.DONE : State.FAILED);
    }

    /** What a step said; all that was said for a number below 0. */
    String log(int index) {
        return index < 0 || index >= logs.size()
                ? whole.toString()
                : logs.get(index).toString();
    }

    /** The layer of the last step that went well. */
    Optional<String> lastLayer() {
        return layer;
    }

    /** How long all of it took, or has taken so far. */
    Duration time() {
        return steps.stream().map(s -> s.time(clock.getAsLong())).reduce(Duration.ZERO, Duration::plus);
    }

    private void endLast(State how) {
        if (!steps.isEmpty() && steps.getLast().state() == State.RUNNING) {
            steps.set(steps.size() - 1, steps.getLast().ended(how, clock.getAsLong()));
        }
    }
}
