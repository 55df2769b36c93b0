package org.maxdock.operation;

import java.nio.file.Path;
import java.util.List;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountPlan;
import org.maxdock.store.ConfigFolder;
import org.maxdock.store.Json;
import org.maxdock.store.KeptPlan;
import org.maxdock.store.Plans;
import org.maxdock.store.Project;

/** What `maxdock plan save` does: the plan NAME of the project, and another one for all projects. */
public final class PlanSaver {

    private PlanSaver() {}

    public static void main(String[] arguments) throws Exception {
        Project project = new Project(Path.of(arguments[0]), new Json());
        Plans plans = Plans.in(ConfigFolder.of(Path.of(arguments[1]), java.util.Map.of()), new Json());
        plans.keep(new KeptPlan(plan(arguments[2]), false), project);
        plans.keep(new KeptPlan(plan(arguments[2] + "-everywhere"), true), project);
    }

    static MountPlan plan(String name) {
        return new MountPlan(name, List.of(new Mapping("/data/" + name, "/data", true)));
    }
}
