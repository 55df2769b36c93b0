package org.maxdock.mount;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maxdock.engine.Engine;
import org.maxdock.engine.ImageSummary;
import org.maxdock.host.Host;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/** Says, for each mapping of a plan, what the engine will say to it, and the mend where there is one. */
public final class MountCheck {

    private final PathReader reader;
    private final SquashKnowledge squash;

    public MountCheck(Host host, SquashKnowledge squash) {
        this.reader = new PathReader(host);
        this.squash = squash;
    }

    /** Predicts, from permissions alone. */
    public List<CheckedMapping> predict(List<Mapping> plan) throws Trouble {
        Set<String> paths = new LinkedHashSet<>();
        for (Mapping mapping : plan) {
            if (Form.objection(mapping).isEmpty()) {
                paths.add(Form.clean(mapping.host()));
            }
        }
        Map<String, PathFacts> facts = reader.read(paths);
        List<CheckedMapping> checked = new ArrayList<>();
        for (Mapping mapping : plan) {
            checked.add(new CheckedMapping(mapping, verdict(mapping, plan, facts), Optional.empty()));
        }
        return checked;
    }

    private MountVerdict verdict(Mapping mapping, List<Mapping> plan, Map<String, PathFacts> facts) {
        Optional<Message> objection = Form.objection(mapping);
        if (objection.isPresent()) {
            return new MountVerdict.Invalid(objection.get());
        }
        Optional<Message> clash = Form.clash(mapping, plan);
        if (clash.isPresent()) {
            return new MountVerdict.Conflict(clash.get());
        }
        PathFacts path = facts.get(Form.clean(mapping.host()));
        if (!path.exists()) {
            return path.denied() ? denied(path) : new MountVerdict.Missing(Message.of("mount.missing", mapping.host()));
        }
        if (!path.readable()) {
            return denied(path);
        }
        SquashRule rule = new SquashRule(squash);
        Optional<PathFacts.Step> closed = rule.closedOnTheWay(path);
        if (closed.isPresent()) {
            return squashed(mapping, closed.get(), rule.mend(mapping, path));
        }
        return new MountVerdict.Ok(Form.note(mapping, plan));
    }

    private MountVerdict squashed(Mapping mapping, PathFacts.Step closed, Mend mend) {
        String key = squash.of(closed) == SquashKnowledge.Squash.YES ? "mount.root-squash" : "mount.root-squash-maybe";
        Message reason = Message.of(key, mapping.host(), closed.path(), Permissions.text(closed.mode()), closed.owner(), closed.group());
        return new MountVerdict.RootSquash(reason, mend);
    }

    private static MountVerdict denied(PathFacts path) {
        PathFacts.Step last = path.steps().getLast();
        return new MountVerdict.Denied(Message.of("mount.denied", path.path(), last.path(), Permissions.text(last.mode()),
                last.owner(), last.group()));
    }

    /**
     * Predicts, then has the engine answer for each mapping that is sound in itself. Where the two differ, the engine's
     * answer counts.
     *
     * @throws Trouble where the engine has no image to ask with
     */
    public List<CheckedMapping> ask(List<Mapping> plan, Engine engine) throws Trouble {
        List<ImageSummary> images = engine.images();
        if (images.isEmpty()) {
            throw new Trouble("no-image-to-ask-with");
        }
        String image = images.getFirst().id();
        List<CheckedMapping> answered = new ArrayList<>();
        for (CheckedMapping predicted : predict(plan)) {
            boolean ask = switch (predicted.verdict()) {
                case MountVerdict.Ok ok -> true;
                case MountVerdict.RootSquash squashed -> true;
                case MountVerdict.Denied denied -> true;
                case MountVerdict.Missing missing -> true;
                case MountVerdict.Conflict conflict -> false;
                case MountVerdict.Invalid invalid -> false;
            };
            answered.add(ask ? answer(predicted, engine, image) : predicted);
        }
        return answered;
    }

    private CheckedMapping answer(CheckedMapping predicted, Engine engine, String image) throws Trouble {
        Mapping mapping = predicted.mapping();
        Optional<String> objection = engine.tryMount(image, mapping.host(), mapping.container(), mapping.readOnly());
        if (objection.isEmpty()) {
            boolean overruled = predicted.verdict() instanceof MountVerdict.RootSquash;
            MountVerdict verdict = overruled ? new MountVerdict.Ok(Optional.of(Message.of("mount.engine-accepts"))) : predicted.verdict();
            return new CheckedMapping(mapping, verdict, Optional.of(""));
        }
        String said = objection.get();
        MountVerdict verdict = predicted.verdict();
        if (said.contains("permission denied") && verdict instanceof MountVerdict.RootSquash squashed) {
            verdict = new MountVerdict.RootSquash(squashed.reason(), acceptable(mapping, squashed.mend(), engine, image));
        } else if (said.contains("permission denied") && verdict instanceof MountVerdict.Ok) {
            verdict = new MountVerdict.RootSquash(Message.of("mount.engine-refuses", mapping.host(), said),
                    acceptable(mapping, SquashRule.below(mapping, parent(Form.clean(mapping.host())), Form.clean(mapping.host())), engine, image));
        } else if (verdict instanceof MountVerdict.Ok) {
            verdict = said.contains("does not exist") ? new MountVerdict.Missing(Message.of("mount.missing-for-engine", mapping.host()))
                    : new MountVerdict.Invalid(Message.of("mount.engine-refuses", mapping.host(), said));
        }
        return new CheckedMapping(mapping, verdict, Optional.of(said));
    }

    /** The deepest folder, from the predicted one upwards, that the engine itself accepts. */
    private Mend acceptable(Mapping mapping, Mend predicted, Engine engine, String image) throws Trouble {
        Mend mend = predicted;
        while (!mend.host().equals("/") && engine.tryMount(image, mend.host(), mapping.container(), mapping.readOnly()).isPresent()) {
            mend = mend.higher(parent(mend.host()));
        }
        return mend;
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }
}
