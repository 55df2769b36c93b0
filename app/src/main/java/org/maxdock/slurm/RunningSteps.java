package org.maxdock.slurm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.maxdock.host.Output;
import org.maxdock.text.Trouble;

/** What the steps of a job that runs have used so far, where the site's SLURM gathers that (sstat(1)). */
final class RunningSteps {

    /** It asks the job's nodes, of which one may be silent. */
    private static final String MOST_SECONDS = "8";

    private static final String FORMAT = "JobID,MaxRSS,AveCPU,NTasks";
    private static final int FIELDS = 4;
    /** What no step can have used; some versions write that where they know nothing. */
    private static final Duration TOO_LONG = Duration.ofDays(100_000);

    private final SlurmCommands commands;

    RunningSteps(SlurmCommands commands) {
        this.commands = commands;
    }

    /** The same usage with theirs; as it is where nothing is gathered, or the job is another's. */
    JobUsage of(Job job, JobUsage told) throws Trouble {
        Output output = commands.run(List.of(
                "timeout",
                MOST_SECONDS,
                "sstat",
                "--noheader",
                "--parsable2",
                "--noconvert",
                "--allsteps",
                "--jobs=" + job.number(),
                "--format=" + FORMAT));
        return output.ok() ? counted(output.text(), told) : told;
    }

    /**
     * The same usage, with what sstat wrote: of the memory the most, the processor time beside that of steps that have
     * ended.
     */
    static JobUsage counted(String text, JobUsage told) {
        long most = told.memory().orElse(0);
        Duration time = told.cpu().orElse(Duration.ZERO);
        for (String line : text.split("\n")) {
            String[] f = line.strip().split("\\|", -1);
            if (f.length == FIELDS) {
                most = Math.max(most, SlurmNumber.read(f[1]).orElse(0));
                long tasks = SlurmNumber.count(f[3]).orElse(0);
                time = time.plus(UsageFields.cpuTime(f[2])
                        .filter(average -> average.compareTo(TOO_LONG) < 0)
                        .map(average -> average.multipliedBy(tasks))
                        .orElse(Duration.ZERO));
            }
        }
        return told.counted(
                most == 0 ? OptionalLong.empty() : OptionalLong.of(most),
                time.isZero() ? Optional.empty() : Optional.of(time));
    }
}
