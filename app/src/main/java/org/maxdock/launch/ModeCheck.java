package org.maxdock.launch;

import java.util.List;
import java.util.Optional;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/** Whether the run mode can do what the launch is for. */
final class ModeCheck implements LaunchCheck {

    /** Docker's options that the engine refuses in a user namespace of its own (the site's page). */
    private static final String NEEDS_HOST =
            "--(net(work)?|pid|uts|ipc|cgroupns)=host|--privileged|--group-add(=.*)?|--device(=.*)?";

    private final SiteScripts scripts;
    private final boolean ownNamespaces;

    /** @param ownNamespaces whether engines of the site give containers a user namespace of their own */
    ModeCheck(SiteScripts scripts, boolean ownNamespaces) {
        this.scripts = scripts;
        this.ownNamespaces = ownNamespaces;
    }

    @Override
    public String subject() {
        return "mode";
    }

    @Override
    public List<PreflightCheck> check(Launch launch, Optional<ImageRecord> record) throws Trouble {
        Optional<String> refused = launch.container().arguments().stream()
                .filter(o -> launch.mode() == RunMode.ISOLATED && ownNamespaces && o.matches(NEEDS_HOST))
                .findFirst();
        if (refused.isPresent()) {
            return List.of(PreflightCheck.fails(
                    "mode", Message.of("check.mode.needs-me", refused.get()), Message.of("check.mode.choose-me")));
        }
        if (launch.kind() instanceof LaunchKind.Mpi
                && launch.mode() != RunMode.DOCKERCLUSTER
                && launch.mode() != RunMode.ME) {
            return List.of(PreflightCheck.fails(
                    "mode", Message.of("check.mode.mpi"), Message.of("check.mode.choose-cluster")));
        }
        if (launch.isCluster() && launch.place().isServer()) {
            return List.of(PreflightCheck.fails(
                    "mode", Message.of("check.mode.no-cluster"), Message.of("check.place.choose-node")));
        }
        if (launch.mode() == RunMode.DOCKERCLUSTER && (launch.kind().serves() || launch.isX11())) {
            return List.of(PreflightCheck.fails(
                    "mode", Message.of("check.mode.no-cluster"), Message.of("check.mode.choose-me")));
        }
        if (launch.mode() == RunMode.ISOLATED
                && launch.isX11()) { // sshd and SLURM have the display on the host's loopback
            return List.of(
                    PreflightCheck.fails("mode", Message.of("check.mode.x11"), Message.of("check.mode.choose-me")));
        }
        List<String> site = launch.container().site();
        if (!site.isEmpty()) {
            List<String> there = scripts.options(launch.mode());
            Optional<String> unknown =
                    site.stream().filter(o -> !there.contains(o)).findFirst();
            if (unknown.isPresent()) {
                return List.of(PreflightCheck.fails(
                        "mode",
                        Message.of(
                                "check.mode.unknown-option",
                                unknown.get(),
                                launch.mode().word()),
                        Message.of("check.mode.known-options", String.join(" ", there))));
            }
        }
        return switch (launch.mode()) {
            case ISOLATED ->
                List.of(
                        launch.mounts().isEmpty()
                                ? PreflightCheck.ok("mode", Message.of("check.mode.isolated"))
                                : PreflightCheck.note("mode", Message.of("check.mode.isolated-nobody")));
            case ME, DOCKERRUN ->
                List.of(PreflightCheck.ok(
                        "mode", Message.of("check.mode." + launch.mode().word())));
            case DOCKERCLUSTER ->
                List.of(
                        record.flatMap(r -> r.identity().pullName(r.reference()))
                                        .isPresent()
                                ? PreflightCheck.ok("mode", Message.of("check.mode.dockercluster"))
                                : PreflightCheck.fails(
                                        "mode",
                                        Message.of("check.mode.cluster-needs-registry"),
                                        Message.of("check.node-cache.push-or-save")));
        };
    }
}
