package org.maxdock.ui.build;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maxdock.engine.Progress;

/** The steps of a build, from the lines of the classic builder. */
final class BuildSteps {

    private static final Pattern STEP = Pattern.compile("Step (\\d+)/(\\d+) : (.*)", Pattern.DOTALL);

    enum State { RUNNING, CACHED, DONE, FAILED }

    record Step(int number, int of, String instruction, State state) {
        Step with(State other) {
            return new Step(number, of, instruction, other);
        }
    }

    private final ObservableList<Step> steps = FXCollections.observableArrayList();

    ObservableList<Step> steps() {
        return steps;
    }

    void clear() {
        steps.clear();
    }

    void report(Progress progress) {
        Matcher m = STEP.matcher(progress.text().strip());
        if (m.matches()) {
            endLast(State.DONE);
            steps.add(new Step(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), m.group(3), State.RUNNING));
        } else if (progress.text().contains("---> Using cache")) {
            endLast(State.CACHED);
        }
    }

    void end(boolean well) {
        endLast(well ? State.DONE : State.FAILED);
    }

    private void endLast(State how) {
        if (!steps.isEmpty() && steps.getLast().state() == State.RUNNING) {
            steps.set(steps.size() - 1, steps.getLast().with(how));
        }
    }
}
