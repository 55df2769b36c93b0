package org.maxdock.mount;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one plan has and another has not, by the places in the container. */
public record PlanDifference(List<MappingChange> changes) {

    /** Of one container path: before, after, or both where what is there is another folder or another access. */
    public record MappingChange(Optional<Mapping> before, Optional<Mapping> after) {

        /** {@code +}, {@code -}, or {@code ~} for a change. */
        public String sign() {
            return before.isEmpty() ? "+" : after.isEmpty() ? "-" : "~";
        }

        /** The sign, and the mappings as -v takes them: what goes or changes, an arrow in between, what comes. */
        public String line() {
            return sign() + " " + before.map(Mapping::volume).orElse("") + (sign().equals("~") ? "  →  " : "")
                    + after.map(Mapping::volume).orElse("");
        }
    }

    public static PlanDifference between(List<Mapping> one, List<Mapping> other) {
        List<MappingChange> changes = new ArrayList<>();
        for (Mapping before : one) {
            Optional<Mapping> after = at(before.container(), other);
            if (after.isEmpty() || !same(before, after.get())) {
                changes.add(new MappingChange(Optional.of(before), after));
            }
        }
        for (Mapping after : other) {
            if (at(after.container(), one).isEmpty()) {
                changes.add(new MappingChange(Optional.empty(), Optional.of(after)));
            }
        }
        return new PlanDifference(List.copyOf(changes));
    }

    private static Optional<Mapping> at(String container, List<Mapping> plan) {
        return plan.stream()
                .filter(m -> Paths.clean(m.container()).equals(Paths.clean(container)))
                .findFirst();
    }

    private static boolean same(Mapping one, Mapping other) {
        return Paths.clean(one.host()).equals(Paths.clean(other.host())) && one.readOnly() == other.readOnly();
    }
}
