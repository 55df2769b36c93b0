package org.maxdock.image;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.maxdock.engine.Progress;

/** What stood before the step of a build that failed, by what its builder says; for one thread at a time. */
public final class BeforeFailure implements Progress.Listener {

    private static final int MOST = 2_000;

    private final Map<Integer, BuildLine.Begun> begun = new HashMap<>();
    private Optional<Stood> stood = Optional.empty();

    /** What there is to look at. */
    public sealed interface Stood {
        /** A layer that the engine has. */
        record Layer(String id) implements Stood {}

        /** What is before a step of BuildKit's, which keeps it in its cache. */
        record Step(String stage, int number, int of, String instruction) implements Stood {}
    }

    @Override
    public void report(Progress progress) {
        switch (BuildLine.of(progress.text())) {
            case BuildLine.Begun step
            when step.vertex() != BuildLine.LAST && begun.size() < MOST -> begun.putIfAbsent(step.vertex(), step);
            case BuildLine.Layer(String id) -> stood = Optional.of(new Stood.Layer(id));
            case BuildLine.Ended(int vertex, BuildLine.End how)
            when how == BuildLine.End.FAILED ->
                Optional.ofNullable(begun.get(vertex))
                        .ifPresent(s ->
                                stood = Optional.of(new Stood.Step(s.stage(), s.number(), s.of(), s.instruction())));
            default -> {}
        }
    }

    /** Empty where nothing stood before, or where it cannot be had. */
    public Optional<Stood> stood() {
        return stood;
    }
}
