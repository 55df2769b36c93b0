/**
 * SLURM by its commands on the workgroup server: partitions, nodes, jobs, time limits and the marks by which a launch's
 * job is found again. Only this room knows the formats of squeue, sinfo, sacct and scontrol. Names, comments and
 * numbers in their answers are other people's: what is no job, node or partition is passed over ({@code read}), and
 * never taken for one; what a user wrote is refused with a sentence ({@link org.maxdock.text.InvalidValue}).
 */
package org.maxdock.slurm;
