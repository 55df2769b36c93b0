package org.maxdock.mount;

import java.util.List;

/** Mappings that are kept together under a name. */
public record MountPlan(String name, List<Mapping> mappings) {

    public MountPlan {
        mappings = List.copyOf(mappings);
    }
}
