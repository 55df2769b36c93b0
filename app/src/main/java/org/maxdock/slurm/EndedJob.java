package org.maxdock.slurm;

/**
 * A job that has ended, as the site's accounting tells it (sacct(1)).
 *
 * @param state in SLURM's words, such as COMPLETED, TIMEOUT, CANCELLED by 1000
 * @param status exit status, as status:signal
 * @param comment empty where the site does not keep it (slurm.conf(5), AccountingStoreFlags)
 */
public record EndedJob(
        JobId id,
        String name,
        String state,
        String status,
        String partition,
        String nodes,
        String elapsed,
        String start,
        String end,
        String comment) {}
