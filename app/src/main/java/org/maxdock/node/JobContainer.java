package org.maxdock.node;

import org.maxdock.slurm.NodeName;

/**
 * A container of a job that runs.
 *
 * @param node where it is
 * @param id as Docker shortens it
 * @param name by which Docker knows it there
 */
public record JobContainer(NodeName node, String id, String name) {}
