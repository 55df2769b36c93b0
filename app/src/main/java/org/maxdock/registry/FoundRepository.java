package org.maxdock.registry;

/**
 * A repository that a search found.
 *
 * @param name as a reference begins: with its registry, unless that is Docker Hub
 * @param description of its owner; empty where the registry tells none
 * @param stars people who like it; 0 where the registry does not count
 */
public record FoundRepository(String name, String description, int stars, boolean official) {}
