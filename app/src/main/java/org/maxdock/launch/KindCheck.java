package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.slurm.Slurm;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/** What is to be known of a kind of launch where it is to run. */
final class KindCheck implements LaunchCheck {

    private final Host host;
    private final Slurm slurm;

    KindCheck(Host host, Slurm slurm) {
        this.host = host;
        this.slurm = slurm;
    }

    @Override
    public String subject() {
        return "kind";
    }

    @Override
    public List<PreflightCheck> check(Launch launch, Optional<ImageRecord> record) throws Trouble {
        List<PreflightCheck> checks = new ArrayList<>(ofKind(launch));
        int nodes =
                launch.place().allocation().map(LaunchPlace.Allocation::nodes).orElse(1);
        if (nodes > 1 && !launch.isCluster()) {
            checks.add(PreflightCheck.note("nodes", Message.of(onWhich(launch.kind()), nodes)));
        }
        return checks;
    }

    /** Programs on nodes need it, too: salloc's way is by the server (salloc(1), --x11). */
    private void requireDisplay() throws Trouble {
        host.run(Command.of("true").withDisplay());
    }

    private static String onWhich(LaunchKind kind) {
        return switch (kind) {
            case LaunchKind.Command command -> "check.nodes.each";
            case LaunchKind.Batch batch -> "check.nodes.each";
            case LaunchKind.Shell shell -> "check.nodes.terminal";
            default -> "check.nodes.first";
        };
    }

    private List<PreflightCheck> ofKind(Launch launch) throws Trouble {
        if (launch.isX11() && !launch.place().isServer() && !slurm.forwardsX11()) {
            return List.of(
                    PreflightCheck.fails("kind", Message.of("check.kind.no-x11"), Message.of("check.kind.x11-here")));
        }
        if (launch.isX11() && launch.place().joined().isPresent()) {
            return List.of(
                    PreflightCheck.fails("kind", Message.of("check.kind.x11-job"), Message.of("check.kind.x11-other")));
        }
        if (launch.kind() instanceof LaunchKind.Mpi && launch.command().isEmpty()) {
            return List.of(PreflightCheck.fails(
                    "kind", Message.of("check.kind.mpi-command"), Message.of("check.kind.mpi-name")));
        }
        if (launch.kind() instanceof LaunchKind.Mpi && RankStarter.is(launch.command())) {
            return List.of(PreflightCheck.fails(
                    "kind", Message.of("check.kind.mpi-started"), Message.of("check.kind.mpi-name")));
        }
        if (launch.isX11()) { // trusted, as by ssh -Y
            requireDisplay();
            return List.of(PreflightCheck.note("kind", Message.of("check.kind.x11-sees")));
        }
        if (launch.kind().serves() && launch.mode() == RunMode.ISOLATED) {
            return List.of(PreflightCheck.note("kind", Message.of("check.kind.isolated-serves")));
        }
        return launch.kind() instanceof LaunchKind.Web
                ? List.of(PreflightCheck.note("kind", Message.of("check.kind.web-open")))
                : List.of();
    }
}
