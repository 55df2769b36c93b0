package org.maxdock.node;

/**
 * A container of a job that runs.
 *
 * @param node where it is
 * @param id as Docker shortens it
 * @param name by which Docker knows it there
 */
public record JobContainer(String node, String id, String name) {}
