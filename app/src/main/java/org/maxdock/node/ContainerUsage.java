package org.maxdock.node;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.maxdock.host.Cancellation;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobUsage;
import org.maxdock.text.Trouble;

/**
 * What the containers of a job that runs have used. They are the engine's and no part of the job's steps, so that SLURM
 * counts them nowhere; the kernel counts them in control groups of their own, of version 1 or 2 (cgroups(7)), until
 * they end.
 */
public final class ContainerUsage {

    /** On each node a line: the most memory at once in bytes, 0 where the kernel does not keep it; time in ns. */
    private static final String LOOK = JobContainers.LINES + """
            peak=0 time=0
            for id in $(job_containers | cut -d ' ' -f 1); do
              pid=$(docker inspect --format '{{.State.Pid}}' "$id") || continue
              while IFS=: read -r _ kinds path; do
                case $kinds in
                  memory | *,memory | memory,* | *,memory,*) v=/sys/fs/cgroup/memory$path/memory.max_usage_in_bytes ;;
                  cpuacct | *,cpuacct | cpuacct,* | *,cpuacct,*) w=/sys/fs/cgroup/cpuacct$path/cpuacct.usage ;;
                  '') v2=/sys/fs/cgroup$path ;;
                esac
              done 2>/dev/null < "/proc/$pid/cgroup"
              m=$(cat "$v" 2>/dev/null || cat "$v2/memory.peak" 2>/dev/null || echo 0)
              t=$(cat "$w" 2>/dev/null || sed -n 's/^usage_usec \\(.*\\)/\\1000/p' "$v2/cpu.stat" 2>/dev/null)
              peak=$((peak + m)) time=$((time + ${t:-0}))
            done
            echo "used $peak $time\"""";

    private final JobSteps steps;

    public ContainerUsage(JobSteps steps) {
        this.steps = steps;
    }

    /** The same usage, with what its containers had where that can be seen. */
    public JobUsage of(Job job, JobUsage granted, Cancellation cancellation) throws Trouble {
        return counted(
                granted,
                steps.each(job, LOOK, List.of(), cancellation).text().lines().toList());
    }

    /**
     * The same usage, with what the nodes say of containers.
     *
     * @param lines "used BYTES NANOSECONDS": of the memory the most counts, of the times their sum; others are passed
     *     over
     */
    static JobUsage counted(JobUsage granted, List<String> lines) {
        long most = 0;
        long nanos = 0;
        for (String line : lines) {
            String[] words = line.strip().split(" ");
            if (words.length == 3 && words[0].equals("used") && (words[1] + words[2]).matches("[0-9]{2,36}")) {
                most = Math.max(most, number(words[1]));
                nanos += number(words[2]);
            }
        }
        return granted.counted(
                most == 0 ? OptionalLong.empty() : OptionalLong.of(most),
                nanos == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos)));
    }

    private static long number(String text) {
        return text.length() > 18 ? 0 : Long.parseLong(text);
    }
}
