package org.maxdock.cli;

import org.maxdock.slurm.Partitions;
import org.maxdock.slurm.TimeLimit;
import picocli.CommandLine.Option;

/** Where a job's nodes are, and how long it has them, under SLURM's names (salloc(1)). */
final class AllocationOptions {

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

    /** @throws org.maxdock.text.InvalidValue where it is no list of partitions */
    Partitions partitions() {
        return Partitions.of(partition);
    }

    /** @throws org.maxdock.text.InvalidValue where it is no time */
    TimeLimit time() {
        return new TimeLimit(time);
    }
}
