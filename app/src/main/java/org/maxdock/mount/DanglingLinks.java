package org.maxdock.mount;

import java.util.List;
import java.util.Optional;

/**
 * Symbolic links of a mapped folder that lead nowhere inside the container, since what they lead to is not mapped at
 * that place.
 */
final class DanglingLinks {

    private DanglingLinks() {}

    static Optional<Note> leaving(Mapping mapping, PathFacts facts, List<Mapping> plan) {
        List<PathFacts.Link> lost =
                facts.links().stream().filter(l -> !arrives(l, mapping, plan)).toList();
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        PathFacts.Link first = lost.getFirst();
        return Optional.of(
                lost.size() == 1
                        ? Note.warning("mount.link-leaves", first.name(), first.target())
                        : Note.warning("mount.links-leave", lost.size(), first.name(), first.target()));
    }

    private static boolean arrives(PathFacts.Link link, Mapping mapping, List<Mapping> plan) {
        String inside =
                Paths.clean(link.target().startsWith("/") ? link.target() : mapping.container() + "/" + link.target());
        return plan.stream()
                .anyMatch(m -> m.container().startsWith("/") && Paths.inside(inside, Paths.clean(m.container())));
    }
}
