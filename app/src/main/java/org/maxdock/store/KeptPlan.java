package org.maxdock.store;

import org.maxdock.mount.MountPlan;

/** @param everywhere whether it is for all projects, and not only for one */
public record KeptPlan(MountPlan plan, boolean everywhere) {}
