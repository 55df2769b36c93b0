package org.maxdock.cli;

import java.util.Set;
import java.util.regex.Pattern;
import org.maxdock.slurm.Partitions;
import org.maxdock.slurm.TimeLimit;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine.Option;

/** Where a job's nodes are, and how long it has them, under SLURM's names (salloc(1)). */
final class AllocationOptions {

    /** What {@code docker run -p} has. */
    private static final Pattern PORTS = Pattern.compile("(?:[0-9.]{1,15}:)?[0-9-]{0,11}:[0-9-]{1,11}(?:/[a-z]{3,4})?");

    /** What stands behind -t in docker's -ti, -tid, -td. */
    private static final Set<String> TTY = Set.of("i", "id", "di", "d");

    @Option(
            names = {"-p", "--partition"},
            paramLabel = "PARTITION",
            defaultValue = "")
    private String partition;

    @Option(
            names = {"-t", "--time"},
            paramLabel = "TIME",
            defaultValue = "")
    private String time;

    /** @throws InvalidValue where it is no list of partitions, or what docker takes by the same letter */
    Partitions partitions() {
        if (PORTS.matcher(partition).matches()) {
            throw new InvalidValue(TroubleKind.PORT_FOR_PARTITION, partition);
        }
        return Partitions.of(partition);
    }

    /** @throws InvalidValue where it is no time, or what docker takes by the same letter */
    TimeLimit time() {
        if (TTY.contains(time)) {
            throw new InvalidValue(TroubleKind.TTY_FOR_TIME, time);
        }
        return new TimeLimit(time);
    }
}
