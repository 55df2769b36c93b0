package org.maxdock.operation;

/**
 * Where the engine is that is worked with.
 *
 * @param host the machine, as the user calls it
 */
public record EngineWhere(EnginePlace place, String host) {}
