package org.maxdock.mount;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maxdock.engine.Engine;
import org.maxdock.engine.ImageSummary;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Joins what was predicted with what an engine says. Where the two differ, the engine's answer counts and the
 * difference is told.
 */
public final class EngineAnswers {

    /** An engine that says what it objects to in a mapping, without running anything or leaving anything behind. */
    public interface Asked {

        /** The engine's objection, in its own words; empty where it accepts. */
        Optional<String> objection(Mapping mapping) throws Trouble;

        /**
         * An engine that answers as if it were to make a container, and makes none.
         *
         * @throws Trouble where it has no image to do that with
         */
        static Asked of(Engine engine) throws Trouble {
            List<ImageSummary> images = engine.images();
            if (images.isEmpty()) {
                throw new Trouble(TroubleKind.NO_IMAGE_TO_ASK_WITH);
            }
            String image = images.getFirst().id();
            return mapping ->
                    engine.mountQuestion().ask(image, mapping.host(), mapping.container(), mapping.readOnly());
        }
    }

    private final Asked engine;

    public EngineAnswers(Asked engine) {
        this.engine = engine;
    }

    /** Asks for each mapping that is sound in itself. */
    public List<CheckedMapping> to(List<CheckedMapping> predicted) throws Trouble {
        List<CheckedMapping> answered = new ArrayList<>();
        for (CheckedMapping one : predicted) {
            boolean ask = switch (one.verdict()) {
                case MountVerdict.Ok ok -> true;
                case MountVerdict.RootSquash squashed -> true;
                case MountVerdict.Denied denied -> true;
                case MountVerdict.Missing missing -> true;
                case MountVerdict.Conflict conflict -> false;
                case MountVerdict.Invalid invalid -> false;
            };
            answered.add(ask ? answer(one) : one);
        }
        return answered;
    }

    private CheckedMapping answer(CheckedMapping predicted) throws Trouble {
        Mapping mapping = predicted.mapping();
        MountVerdict verdict = predicted.verdict();
        Optional<String> objection = engine.objection(mapping);
        if (objection.isEmpty()) {
            boolean overruled = verdict instanceof MountVerdict.RootSquash;
            return predicted.answered(
                    overruled ? new MountVerdict.Ok(List.of(Note.info("mount.engine-accepts"))) : verdict, "");
        }
        String said = objection.get();
        boolean permission = said.contains("permission denied");
        MountVerdict counts = switch (verdict) {
            case MountVerdict.RootSquash squashed
            when permission ->
                new MountVerdict.RootSquash(
                        squashed.reason(), acceptable(squashed.mend()), acceptable(squashed.otherWays()));
            case MountVerdict.Ok ok when permission -> refused(mapping, said);
            case MountVerdict.Ok ok
            when said.contains("does not exist") ->
                new MountVerdict.Missing(Message.of("mount.missing-for-engine", mapping.host()));
            case MountVerdict.Ok ok ->
                new MountVerdict.Invalid(Message.of("mount.engine-refuses", mapping.host(), said), Optional.empty());
            default -> verdict;
        };
        return predicted.answered(counts, said);
    }

    private MountVerdict refused(Mapping mapping, String said) throws Trouble {
        String host = Paths.clean(mapping.host());
        Mend above = Mend.below(mapping, Paths.parent(host), host);
        return new MountVerdict.RootSquash(
                Message.of("mount.engine-refuses", mapping.host(), said), acceptable(above), List.of());
    }

    private List<Mend> acceptable(List<Mend> predicted) throws Trouble {
        List<Mend> accepted = new ArrayList<>();
        for (Mend mend : predicted) {
            accepted.add(acceptable(mend));
        }
        return accepted;
    }

    /** The deepest folder, from the predicted one upwards, that the engine itself accepts. */
    private Mend acceptable(Mend predicted) throws Trouble {
        Mend mend = predicted;
        while (!mend.host().equals("/") && engine.objection(question(mend)).isPresent()) {
            mend = mend.higher(Paths.parent(mend.host()));
        }
        return mend;
    }

    private static Mapping question(Mend mend) {
        return new Mapping(mend.host(), mend.container(), true);
    }

    /** All that an engine may be asked about a mend: of itself, and of the folders above it. */
    public static List<Mapping> tried(Mend predicted) {
        List<Mapping> all = new ArrayList<>();
        for (Mend mend = predicted; !mend.host().equals("/"); mend = mend.higher(Paths.parent(mend.host()))) {
            all.add(question(mend));
        }
        return all;
    }
}
