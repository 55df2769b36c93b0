package org.maxdock.mount;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maxdock.engine.Engine;
import org.maxdock.host.Host;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/** Says, for each mapping of a plan, what the engine will say to it, and the mend where there is one. */
public final class MountCheck implements AutoCloseable {

    private final PathReader reader;
    private final SiteStorage storage;

    public MountCheck(Host host, SiteStorage storage) {
        this.reader = new PathReader(host);
        this.storage = storage;
    }

    /** Predicts, from permissions alone, for a container that runs as the user. */
    public List<CheckedMapping> predict(List<Mapping> plan) throws Trouble {
        return predict(plan, ContainerConditions.plain());
    }

    /**
     * Predicts, from permissions alone, in one round trip to the host.
     *
     * @return the mappings of the plan in their order, then the one that dockerrun adds, if it is to be
     */
    public List<CheckedMapping> predict(List<Mapping> plan, ContainerConditions circumstances) throws Trouble {
        List<Mapping> all = new ArrayList<>(plan);
        circumstances
                .currentFolder()
                .ifPresent(folder -> all.add(new Mapping(folder, ContainerConditions.DOCKER_PWD, false)));
        Set<String> paths = new LinkedHashSet<>();
        for (Mapping mapping : all) {
            if (MappingSyntax.objection(mapping).isEmpty()) {
                paths.add(Paths.clean(mapping.host()));
                Nesting.outer(mapping, all).ifPresent(outer -> paths.add(Nesting.placeOnHost(mapping, outer)));
            }
        }
        Map<String, PathFacts> facts = reader.read(paths);
        List<CheckedMapping> checked = new ArrayList<>();
        for (Mapping mapping : all) {
            PathFacts path = MappingSyntax.objection(mapping).isEmpty() ? facts.get(Paths.clean(mapping.host())) : null;
            Optional<MappedFolder> about =
                    Optional.ofNullable(path).filter(PathFacts::exists).map(f -> MappedFolder.of(f.self()));
            checked.add(new CheckedMapping(
                    mapping,
                    verdict(mapping, all, facts, circumstances),
                    Optional.empty(),
                    about,
                    checked.size() >= plan.size()));
        }
        return checked;
    }

    private MountVerdict verdict(
            Mapping mapping, List<Mapping> plan, Map<String, PathFacts> facts, ContainerConditions circumstances) {
        Optional<Message> objection = MappingSyntax.objection(mapping);
        if (objection.isPresent()) {
            return new MountVerdict.Invalid(objection.get(), MappingSyntax.mend(mapping));
        }
        Optional<Message> clash = MappingSyntax.clash(mapping, plan);
        if (clash.isPresent()) {
            return new MountVerdict.Conflict(clash.get());
        }
        PathFacts path = facts.get(Paths.clean(mapping.host()));
        if (path == null || !path.exists()) {
            return path != null && path.denied()
                    ? denied(path)
                    : new MountVerdict.Missing(
                            Message.of("mount.missing", mapping.host()), path != null && path.creatable());
        }
        if (!path.readable()) {
            return denied(path);
        }
        SquashRule rule = new SquashRule(storage);
        Optional<PathFacts.PathEntry> closed = rule.closedOnTheWay(path);
        if (closed.isPresent()) {
            return squashed(mapping, closed.get(), rule, path);
        }
        if (circumstances.strangerTo(path.self(), storage) && !path.self().othersMayRead()) {
            return new MountVerdict.Denied(Message.of(
                    "mount.isolated-unreadable",
                    mapping.host(),
                    Permissions.text(path.self().mode())));
        }
        Nesting.Found nesting = new Nesting(rule, circumstances).look(mapping, plan, facts);
        if (nesting.conflict().isPresent()) {
            return new MountVerdict.Conflict(nesting.conflict().get());
        }
        return new MountVerdict.Ok(new MappingNotes(storage, circumstances).of(mapping, plan, path, nesting.note()));
    }

    private MountVerdict squashed(Mapping mapping, PathFacts.PathEntry closed, SquashRule rule, PathFacts path) {
        String key = storage.squash(closed) == SiteStorage.Squash.YES ? "mount.root-squash" : "mount.root-squash-maybe";
        Message reason = Message.of(
                key,
                mapping.host(),
                closed.path(),
                Permissions.text(closed.mode()),
                closed.owner(),
                closed.group(),
                closed.mountPoint());
        return new MountVerdict.RootSquash(reason, rule.mend(mapping, path), rule.otherWays(mapping, path));
    }

    private static MountVerdict denied(PathFacts path) {
        PathFacts.PathEntry last = path.self();
        return new MountVerdict.Denied(Message.of(
                "mount.denied", path.path(), last.path(), Permissions.text(last.mode()), last.owner(), last.group()));
    }

    /** The same as {@link #ask(List, Circumstances, Engine)}, for a container that runs as the user. */
    public List<CheckedMapping> ask(List<Mapping> plan, Engine engine) throws Trouble {
        return ask(plan, ContainerConditions.plain(), engine);
    }

    /**
     * Predicts, then has the engine answer for each mapping that is sound in itself. Where the two differ, the engine's
     * answer counts.
     *
     * @throws Trouble where the engine has no image to ask with
     */
    public List<CheckedMapping> ask(List<Mapping> plan, ContainerConditions circumstances, Engine engine)
            throws Trouble {
        return new EngineAnswers(EngineAnswers.Asked.of(engine)).to(predict(plan, circumstances));
    }

    @Override
    public void close() {
        reader.close();
    }
}
