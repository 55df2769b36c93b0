package org.maxdock.launch;

import java.util.List;
import java.util.Optional;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.text.Message;

/**
 * What a job's cgroup does not hold: dockerd starts the container, and so outside of it. Memory and cores that were
 * asked of SLURM bind a container only where Docker is told them, too (docker run, --memory and --cpus).
 */
final class LimitsCheck implements LaunchCheck {

    private static final String ASKED = "--(mem|mem-per-cpu|cpus-per-task)=.*|-c.*";
    private static final String WHOLE = "--exclusive(=.*)?|--mem=0";
    private static final String HELD = "--(memory|cpus|cpuset-cpus|cpu-quota|cgroup-parent)=.*|-m.*";

    @Override
    public String subject() {
        return "limits";
    }

    @Override
    public List<PreflightCheck> check(Launch launch, Optional<ImageRecord> record) {
        List<String> asked = launch.options();
        boolean bounded =
                asked.stream().anyMatch(o -> o.matches(ASKED)) && asked.stream().noneMatch(o -> o.matches(WHOLE));
        return bounded && launch.container().arguments().stream().noneMatch(o -> o.matches(HELD))
                ? List.of(PreflightCheck.note("limits", Message.of("check.limits.outside")))
                : List.of();
    }
}
