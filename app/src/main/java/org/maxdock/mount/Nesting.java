package org.maxdock.mount;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maxdock.text.Message;

/**
 * A mapping that lies inside another one. Docker maps the outer one first, whatever their order; then, as root of the
 * container, it looks up the inner one's place in it, and makes an empty folder where there is none.
 */
record Nesting(SquashRule squash, ContainerConditions circumstances) {

    /** Either what is in the way, or what to know. */
    record Found(Optional<Message> conflict, Optional<Note> note) {

        private static final Found NOTHING = new Found(Optional.empty(), Optional.empty());

        private static Found conflict(String key, Object... arguments) {
            return new Found(Optional.of(Message.of(key, arguments)), Optional.empty());
        }

        private static Found note(Note note) {
            return new Found(Optional.empty(), Optional.of(note));
        }
    }

    /** The mapping that another one lies in, the innermost of them. */
    static Optional<Mapping> outer(Mapping inner, List<Mapping> plan) {
        String place = Paths.clean(inner.container());
        return plan.stream()
                .filter(m -> MappingSyntax.objection(m).isEmpty() && Paths.below(place, Paths.clean(m.container())))
                .max(Comparator.comparingInt(m -> Paths.clean(m.container()).length()));
    }

    /** Where, on the host, an inner mapping would be put. */
    static String placeOnHost(Mapping inner, Mapping outer) {
        return Paths.join(
                Paths.clean(outer.host()),
                Paths.within(Paths.clean(inner.container()), Paths.clean(outer.container())));
    }

    Found look(Mapping inner, List<Mapping> plan, Map<String, PathFacts> facts) {
        Optional<Mapping> around = outer(inner, plan);
        if (around.isEmpty()) {
            return Found.NOTHING;
        }
        Mapping outer = around.get();
        PathFacts folder = facts.get(Paths.clean(outer.host()));
        PathFacts place = facts.get(placeOnHost(inner, outer));
        if (folder == null || place == null || !folder.exists()) {
            return Found.NOTHING; // the outer mapping's own verdict says so
        }
        List<PathFacts.PathEntry> way = place.steps().stream()
                .filter(s -> Paths.inside(s.path(), folder.real()) && !s.path().equals(place.real()))
                .toList();
        for (PathFacts.PathEntry step : way) {
            if (step.folder() && closed(step)) {
                return Found.conflict(
                        "mount.nested-closed",
                        inner.container(),
                        outer.container(),
                        step.path(),
                        Permissions.text(step.mode()));
            }
        }
        if (place.exists()) {
            return Found.note(Note.info("mount.nested", inner.container(), outer.container()));
        }
        if (outer.readOnly()) {
            return Found.conflict("mount.nested-read-only", inner.container(), outer.container(), place.path());
        }
        if (!way.isEmpty() && !mayCreate(way.getLast())) {
            return Found.conflict("mount.nested-no-place", inner.container(), place.path());
        }
        return Found.note(Note.warning("mount.nested-creates", inner.container(), place.path()));
    }

    private boolean closed(PathFacts.PathEntry step) {
        return squash.closed(step)
                || (circumstances.who() == ContainerConditions.Who.STRANGER && !step.othersMaySearch());
    }

    /**
     * Root of the container is a plain stranger on a file system that squashes it, and in a namespace of its own
     * anywhere.
     */
    private boolean mayCreate(PathFacts.PathEntry step) {
        boolean stranger = circumstances.who() == ContainerConditions.Who.STRANGER
                || squash.storage().squash(step) != SiteStorage.Squash.NO;
        return !stranger || step.othersMayWrite();
    }
}
