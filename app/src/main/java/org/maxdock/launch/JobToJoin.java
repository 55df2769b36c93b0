package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.node.JobSteps;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Slurm;
import org.maxdock.slurm.TimeInWords;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/**
 * What could fail of a launch into a job that runs: that it has ended, or that its nodes have a cluster of that name or
 * port already.
 */
final class JobToJoin {

    private final Slurm slurm;
    private final JobSteps steps;

    JobToJoin(Host host, Slurm slurm) {
        this.slurm = slurm;
        this.steps = new JobSteps(host);
    }

    List<PreflightCheck> check(Launch launch, JobId number) throws Trouble {
        if (launch.isBatch()) {
            return List.of(
                    PreflightCheck.fails("place", Message.of("check.job.batch"), Message.of("check.job.choose")));
        }
        Optional<Job> job = slurm.find(number);
        if (job.isEmpty() || !job.get().running()) {
            return List.of(PreflightCheck.fails(
                    "place", Message.of("check.job.ended", number), Message.of("check.job.choose")));
        }
        List<PreflightCheck> checks = new ArrayList<>(List.of(PreflightCheck.ok(
                "place",
                Message.of(
                        "check.job.runs",
                        number,
                        job.get().where(),
                        TimeInWords.of(job.get().left())))));
        if (launch.isCluster()) {
            busy(launch, job.get())
                    .ifPresent(what -> checks.add(PreflightCheck.fails(
                            "name", Message.of("check.job.busy", what), Message.of("check.job.rename"))));
        }
        return checks;
    }

    private Optional<String> busy(Launch launch, Job job) throws Trouble {
        String cluster = ClusterRun.name(launch, job.number().text());
        Output output = steps.each(
                job, ClusterRun.BUSY, List.of(cluster, String.valueOf(ClusterRun.port(launch))), new Cancellation());
        return output.ok() ? output.text().lines().findFirst() : Optional.of(output.lastError());
    }
}
