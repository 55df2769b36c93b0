package org.maxdock.image;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maxdock.engine.Progress;
import org.maxdock.image.dockerfile.Instruction;
import org.maxdock.image.dockerfile.LineRange;
import org.maxdock.image.dockerfile.StepPlace;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** The step by which a build fails and what stood before it, by what its builder says; for one thread at a time. */
public final class BeforeFailure implements Progress.Listener {

    private static final int MOST = 2_000;

    /** With these the classic builder ends at the step that it has begun last. */
    private static final Set<TroubleKind> OF_A_STEP = Set.of(
            TroubleKind.BUILD_STEP_FAILED,
            TroubleKind.COPY_SOURCE_MISSING,
            TroubleKind.DOCKERFILE_SYNTAX,
            TroubleKind.DISK_FULL,
            TroubleKind.ENGINE_REFUSED,
            TroubleKind.IMAGE_NOT_IN_REGISTRY,
            TroubleKind.NO_SUCH_IMAGE,
            TroubleKind.PULL_LIMIT,
            TroubleKind.REGISTRY_PASSWORD,
            TroubleKind.REGISTRY_UNREACHABLE);

    private static final Pattern COMPLAINT = Pattern.compile("parse error (?:on )?line ([0-9]{1,6})");

    private final Map<Integer, BuildLine.Begun> begun = new HashMap<>();
    private Optional<Stood> stood = Optional.empty();
    private Optional<BuildLine.Begun> last = Optional.empty();
    private Optional<BuildLine.Begun> failed = Optional.empty();

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
            case BuildLine.Begun step when step.vertex() == BuildLine.LAST -> last = Optional.of(step);
            case BuildLine.Begun step when begun.size() < MOST -> begun.putIfAbsent(step.vertex(), step);
            case BuildLine.Layer(String id) -> stood = Optional.of(new Stood.Layer(id));
            case BuildLine.Ended(int vertex, BuildLine.End how)
            when how == BuildLine.End.FAILED ->
                Optional.ofNullable(begun.get(vertex)).ifPresent(this::failed);
            default -> {}
        }
    }

    private void failed(BuildLine.Begun step) {
        failed = Optional.of(step);
        stood = Optional.of(new Stood.Step(step.stage(), step.number(), step.of(), step.instruction()));
    }

    /** Whether a failure is about something that stands in the Dockerfile; a lost connection, say, is not. */
    public boolean isAbout(Trouble trouble) {
        return trouble.kind() != TroubleKind.CANCELLED && (failed.isPresent() || OF_A_STEP.contains(trouble.kind()));
    }

    /**
     * Where in a Dockerfile that stands by which the build failed; empty where it is about no line of it.
     *
     * @param trouble with which it ended
     * @throws Trouble where the text is larger than any Dockerfile
     */
    public Optional<LineRange> in(String dockerfile, Trouble trouble) throws Trouble {
        if (!isAbout(trouble)) {
            return Optional.empty();
        }
        Matcher complaint = COMPLAINT.matcher(String.join(" ", trouble.arguments()));
        if (trouble.kind() == TroubleKind.DOCKERFILE_SYNTAX && complaint.find()) {
            int line = Integer.parseInt(complaint.group(1));
            return line < 1 || line > dockerfile.lines().count()
                    ? Optional.empty()
                    : Optional.of(new LineRange(line, line));
        }
        if (failed.isPresent()) {
            BuildLine.Begun step = failed.get();
            return StepPlace.of(dockerfile, step.stage(), step.number(), step.of(), step.instruction())
                    .map(Instruction::lines);
        }
        if (last.isPresent()) {
            return StepPlace.counted(dockerfile, last.get().number(), last.get().instruction())
                    .map(Instruction::lines);
        }
        return Optional.empty();
    }

    /** Empty where nothing stood before, or where it cannot be had. */
    public Optional<Stood> stood() {
        return stood;
    }
}
