package org.maxdock.registry;

/**
 * What a registry has under a name.
 *
 * @param digest of the manifest, or of the index that lists manifests for several platforms
 * @param index whether it is an index
 */
public record InRegistry(String digest, boolean index) {}
