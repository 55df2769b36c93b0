package org.maxdock.mount;

import java.util.Comparator;
import java.util.Optional;

/**
 * Root squash: the engine looks a path up as root, which the file server treats as nobody, with the rights of others. So it
 * fails when a strict ancestor of the path is a folder that others may not search; the path itself may be closed.
 */
record SquashRule(SquashKnowledge squash) {

    /** The topmost strict ancestor that stops the engine. It is itself the deepest folder that the engine can mount. */
    Optional<PathFacts.Step> closedAncestor(PathFacts facts) {
        return facts.steps().stream()
                .filter(s -> s.folder() && !s.path().equals(facts.path()) && !s.path().equals(facts.real()))
                .filter(s -> !s.othersMaySearch() && squash.of(s) != SquashKnowledge.Squash.NO)
                .min(Comparator.comparingInt(s -> s.path().length()));
    }

    /** Maps the folder to where the path was to be; the data is then that much deeper. A link's target counts, not its name. */
    static Mend mend(Mapping mapping, String real, String folder) {
        String named = Form.clean(mapping.host());
        String path = named.startsWith(folder) || real.isEmpty() ? named : real;
        String below = path.startsWith(folder) ? path.substring(folder.equals("/") ? 0 : folder.length()) : "";
        return new Mend(folder, mapping.container(), Form.clean(mapping.container()) + below);
    }
}
