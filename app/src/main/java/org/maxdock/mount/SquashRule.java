package org.maxdock.mount;

import java.util.Comparator;
import java.util.Optional;

/**
 * Root squash: the engine looks a path up as root, which the file server treats as nobody, with the rights of others. So it
 * fails when a strict ancestor of the path is a folder that others may not search; the path itself may be closed.
 */
record SquashRule(SquashKnowledge squash) {

    /** The first folder on the way, links included, that stops the engine. */
    Optional<PathFacts.Step> closedOnTheWay(PathFacts facts) {
        return facts.steps().stream().filter(s -> s.folder() && !s.path().equals(facts.real()) && closed(s)).findFirst();
    }

    private boolean closed(PathFacts.Step step) {
        return !step.othersMaySearch() && squash.of(step) != SquashKnowledge.Squash.NO;
    }

    /**
     * Maps the deepest folder that the engine can reach: the topmost closed one above the real path, or the real path itself
     * where only a link's way was closed. The data is then that much deeper.
     */
    Mend mend(Mapping mapping, PathFacts facts) {
        String real = facts.real().isEmpty() ? Form.clean(mapping.host()) : facts.real();
        String folder = facts.steps().stream().filter(s -> s.folder() && real.startsWith(s.path().equals("/") ? "/" : s.path() + "/") && closed(s))
                .map(PathFacts.Step::path).min(Comparator.comparingInt(String::length)).orElse(real);
        return below(mapping, folder, real);
    }

    /** A folder instead of what was to be mapped, which is below it. */
    static Mend below(Mapping mapping, String folder, String path) {
        return new Mend(folder, mapping.container(), Form.clean(mapping.container()) + path.substring(folder.equals("/") ? 0 : folder.length()));
    }
}
