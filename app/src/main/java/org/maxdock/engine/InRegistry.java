package org.maxdock.engine;

import java.util.List;

/**
 * What a registry has under a name.
 *
 * @param digest    of the manifest, or of the index that lists manifests for several platforms
 * @param index     whether it is an index
 * @param platforms such as linux/amd64
 */
public record InRegistry(String digest, boolean index, List<String> platforms) {
}
