package org.maxdock.mount;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Root squash: the engine looks a path up as root, which the file server treats as nobody, with the rights of others.
 * So it fails when a strict ancestor of the path is a folder that others may not search; the path itself may be closed.
 */
record SquashRule(SiteStorage storage) {

    /** The first folder on the way, links included, that stops the engine. */
    Optional<PathFacts.PathEntry> closedOnTheWay(PathFacts facts) {
        return facts.steps().stream()
                .filter(s -> s.folder() && !s.path().equals(facts.real()) && closed(s))
                .findFirst();
    }

    /** Whether root may not look up names in a folder. */
    boolean closed(PathFacts.PathEntry step) {
        return !step.othersMaySearch() && storage.squash(step) != SiteStorage.Squash.NO;
    }

    /**
     * Maps the deepest folder that the engine can reach: the topmost closed one above the real path, or the real path
     * itself where only a link's way was closed. The data is then that much deeper.
     */
    Mend mend(Mapping mapping, PathFacts facts) {
        return Mend.below(mapping, reachable(mapping, facts), real(mapping, facts));
    }

    /** The same folder, elsewhere in the container. */
    List<Mend> otherWays(Mapping mapping, PathFacts facts) {
        Mend same = Mend.asOnHost(reachable(mapping, facts), real(mapping, facts));
        return MappingSyntax.objection(same.apply(mapping)).isPresent() || same.equals(mend(mapping, facts))
                ? List.of()
                : List.of(same);
    }

    private String reachable(Mapping mapping, PathFacts facts) {
        String real = real(mapping, facts);
        return facts.steps().stream()
                .filter(s -> s.folder() && Paths.below(real, s.path()) && closed(s))
                .map(PathFacts.PathEntry::path)
                .min(Comparator.comparingInt(String::length))
                .orElse(real);
    }

    private static String real(Mapping mapping, PathFacts facts) {
        return facts.real().isEmpty() ? Paths.clean(mapping.host()) : facts.real();
    }
}
