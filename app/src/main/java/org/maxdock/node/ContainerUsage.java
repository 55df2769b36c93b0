package org.maxdock.node;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Output;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobUsage;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/**
 * What the containers of a job that runs have used. They are the engine's and no part of the job's steps, so that SLURM
 * counts them nowhere; the kernel does until they end.
 */
public final class ContainerUsage {

    /** On each node a line, of all its containers together. */
    private static final String LOOK = JobContainers.LINES + KernelCount.LINES + """
            most=0 used=0
            for pid in $(containers_of %s | cut -d " " -f 2); do
              count "$pid"
              most=$((most + peak)) used=$((used + time))
            done
            echo "used $most $used\"""".formatted(JobContainers.OF_JOB);

    private static final String COUNT = "[0-9]{1,18}";

    private final JobSteps steps;

    public ContainerUsage(JobSteps steps) {
        this.steps = steps;
    }

    /** The same usage, with what its containers had where that can be seen. */
    public JobUsage of(Job job, JobUsage granted, Cancellation cancellation) throws Trouble {
        Output output = steps.each(job, LOOK, List.of(), cancellation);
        return output.ok() // a sum without a node would be too small
                ? counted(granted, output.text().lines().toList())
                : granted;
    }

    /**
     * The same usage, with what the nodes say of containers.
     *
     * @param lines "used BYTES NANOSECONDS": of the memory the most counts, of the times their sum; others are passed
     *     over
     */
    static JobUsage counted(JobUsage granted, List<String> lines) throws Trouble {
        return Untrusted.of(Untrusted.LARGE, TroubleKind.ANSWER_UNREADABLE, "usage")
                .words(lines, l -> counted(l, granted));
    }

    private static JobUsage counted(List<String> lines, JobUsage granted) {
        long most = 0;
        long nanos = 0;
        for (String line : lines) {
            String[] words = line.strip().split(" ");
            if (words.length == 3 && words[0].equals("used") && words[1].matches(COUNT) && words[2].matches(COUNT)) {
                most = Math.max(most, Long.parseLong(words[1]));
                nanos = Math.min(Long.MAX_VALUE / 2, nanos + Long.parseLong(words[2]));
            }
        }
        return granted.counted(
                most == 0 ? OptionalLong.empty() : OptionalLong.of(most),
                nanos == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos)));
    }
}
