package org.maxdock.ui.launch;

import java.util.List;
import org.maxdock.mount.Mapping;

/** What a launch maps: a thing of its own, or what the project's plan says at any time. */
public sealed interface DraftMounts {

    /** The project's plan, as it is now. */
    record FollowsPlan() implements DraftMounts {}

    /**
     * The launch's own.
     *
     * @param plan the name of the kept plan that they were taken from; empty for none
     */
    record Own(List<Mapping> mappings, String plan) implements DraftMounts {

        public Own {
            mappings = List.copyOf(mappings);
        }
    }

    default boolean isOwn() {
        return this instanceof Own;
    }

    /** @param plan the project's, as it is now */
    default List<Mapping> mappings(List<Mapping> plan) {
        return switch (this) {
            case FollowsPlan follows -> List.copyOf(plan);
            case Own own -> own.mappings();
        };
    }
}
