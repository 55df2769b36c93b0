package org.maxdock.operation;

/**
 * Where the engine is that is worked with.
 *
 * @param host the machine, as it calls itself
 */
public record EngineWhere(EnginePlace place, String host) {}
