package org.maxdock.mount;

import java.util.Optional;

/**
 * A mapping and what will become of it.
 *
 * @param engineSaid what the engine itself answered, where it was asked: empty text for "accepted"
 */
public record CheckedMapping(Mapping mapping, MountVerdict verdict, Optional<String> engineSaid) {
}
