package org.maxdock.launch;

import java.util.List;
import java.util.Optional;
import org.maxdock.host.LoginEnvironment;
import org.maxdock.mount.ContainerConditions;
import org.maxdock.mount.Mapping;

/**
 * How a launch calls the site's script. dockerrun and dockercluster map the folder that they are called in (the site's
 * page), so that one is not mapped beside: the script is called there.
 *
 * @param folder that the script is called in; empty for wherever the launch's script is
 * @param mounts those that Docker is told of
 */
record SiteCall(Optional<String> folder, List<Mapping> mounts) {

    /** With one of these dockerrun maps no folder. */
    private static final List<String> MAPS_NONE = List.of("-no-add-user", "-no-add-wd");

    static SiteCall of(Launch launch) {
        Optional<Mapping> current = launch.mounts().stream()
                .filter(m -> mapsFolder(launch) && m.container().equals(ContainerConditions.DOCKER_PWD))
                .findFirst();
        return new SiteCall(
                current.map(Mapping::host),
                launch.mounts().stream()
                        .filter(m -> current.filter(m::equals).isEmpty())
                        .toList());
    }

    /** Whether the launch is done by a script of the site's. */
    static boolean isBySite(Launch launch) {
        return launch.mode() == RunMode.DOCKERRUN || launch.mode() == RunMode.DOCKERCLUSTER;
    }

    /** Whether the launch calls a script of the site's that maps the folder that it is called in. */
    static boolean mapsFolder(Launch launch) {
        return isBySite(launch) && launch.container().site().stream().noneMatch(MAPS_NONE::contains);
    }

    /** What the mappings are for: the folder that the script maps by itself is one of them. */
    ContainerConditions circumstances(RunMode mode, LoginEnvironment environment, boolean ownNamespaces) {
        ContainerConditions usual = mode.circumstances(environment, ownNamespaces);
        return folder.map(ContainerConditions::dockerrun).orElse(usual);
    }

    /** The plan, without what the script maps by itself. */
    LaunchPlan given(LaunchPlan plan) {
        return new LaunchPlan(
                plan.launch().withMounts(mounts), plan.record(), plan.mark(), plan.demanded(), plan.ownNamespaces());
    }
}
