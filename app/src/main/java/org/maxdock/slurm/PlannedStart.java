package org.maxdock.slurm;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * When and where a job would start.
 *
 * @param at by the workgroup server's clock
 * @param until how long that is from now
 * @param nodes as SLURM writes them, such as max-wn[001-002]
 */
public record PlannedStart(LocalDateTime at, Duration until, String nodes) {}
