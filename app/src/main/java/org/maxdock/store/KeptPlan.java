package org.maxdock.store;

import org.maxdock.mount.MountPlan;

/** @param everywhere whether it is for all projects, and not only for one */
public record KeptPlan(MountPlan plan, boolean everywhere) {

    public String name() {
        return plan.name();
    }

    /** Whether one would take the place of the other: a project's plan and one for all may have the same name. */
    public boolean isSamePlace(KeptPlan other) {
        return everywhere == other.everywhere && name().equals(other.name());
    }
}
