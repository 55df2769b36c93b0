package org.maxdock.launch;

import java.util.List;
import java.util.Optional;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.LoginEnvironment;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.slurm.Slurm;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/** Whether the launch can run where it is to: here, in a job that runs, or in one of its own. */
final class PlaceCheck implements LaunchCheck {

    private final Host host;
    private final LoginEnvironment environment;
    private final boolean engineHere;
    private final JobToJoin joins;
    private final AllocationCheck allocations;

    /** @param engineHere whether the workgroup server has an engine */
    PlaceCheck(Host host, LoginEnvironment environment, boolean engineHere, Slurm slurm) {
        this.host = host;
        this.environment = environment;
        this.engineHere = engineHere;
        this.joins = new JobToJoin(host, slurm);
        this.allocations = new AllocationCheck(slurm, environment.variables());
    }

    @Override
    public String subject() {
        return "partition";
    }

    @Override
    public List<PreflightCheck> check(Launch launch, Optional<ImageRecord> record) throws Trouble {
        return switch (launch.place()) {
            case LaunchPlace.OnServer here -> here(launch);
            case LaunchPlace.InJob there -> joins.check(launch, there.job());
            case LaunchPlace.Allocation wanted -> allocations.check(launch, wanted);
        };
    }

    private List<PreflightCheck> here(Launch launch) throws Trouble {
        if (launch.isBatch()) {
            return List.of(
                    PreflightCheck.fails("place", Message.of("check.job.batch"), Message.of("check.job.choose")));
        }
        if (!engineHere) {
            return List.of(PreflightCheck.fails(
                    "place", Message.of("check.place.no-engine"), Message.of("check.place.choose-node")));
        }
        int port = launch.kind() instanceof LaunchKind.Serving serving ? serving.port() : 0;
        if (port > 0
                && host.run(Command.script("(exec 3<>\"/dev/tcp/127.0.0.1/$1\") 2>/dev/null", String.valueOf(port)))
                        .ok()) {
            return List.of(PreflightCheck.fails(
                    "place", Message.of("check.place.port-taken", port), Message.of("check.place.other-port")));
        }
        return List.of(PreflightCheck.ok("place", Message.of("check.place.here", environment.hostName())));
    }
}
