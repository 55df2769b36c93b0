package org.maxdock.slurm;

/** A node in one partition; {@code state} in SLURM's words without flags, such as idle, mixed, allocated, down. */
public record Node(NodeName name, PartitionName partition, String state) {}
