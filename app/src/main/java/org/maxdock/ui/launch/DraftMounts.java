package org.maxdock.ui.launch;

import java.util.List;
import java.util.Optional;
import org.maxdock.mount.Mapping;
import org.maxdock.store.KeptPlan;

/** What a launch maps: a thing of its own, or what the project's plan says at any time. */
public sealed interface DraftMounts {

    /** The project's plan, as it is now. */
    record FollowsPlan() implements DraftMounts {}

    /**
     * The launch's own.
     *
     * @param from the kept plan that they were taken from, as it was then; empty for none
     */
    record Own(List<Mapping> mappings, Optional<KeptPlan> from) implements DraftMounts {

        public Own {
            mappings = List.copyOf(mappings);
        }

        /** Of no kept plan. */
        public Own(List<Mapping> mappings) {
            this(mappings, Optional.empty());
        }
    }

    default boolean isOwn() {
        return this instanceof Own;
    }

    /** The kept plan that they were taken from, as it was then; empty for none. */
    default Optional<KeptPlan> keptPlan() {
        return this instanceof Own own ? own.from() : Optional.empty();
    }

    /** @param plan the project's, as it is now */
    default List<Mapping> mappings(List<Mapping> plan) {
        return switch (this) {
            case FollowsPlan follows -> List.copyOf(plan);
            case Own own -> own.mappings();
        };
    }
}
