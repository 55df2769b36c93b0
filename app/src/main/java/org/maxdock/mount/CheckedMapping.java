package org.maxdock.mount;

import java.util.Optional;

/**
 * A mapping and what will become of it.
 *
 * @param engineSaid what the engine itself answered, where it was asked: empty text for "accepted"
 * @param implied    whether it is not in the plan: the site's dockerrun adds it by itself
 */
public record CheckedMapping(Mapping mapping, MountVerdict verdict, Optional<String> engineSaid, boolean implied) {

    CheckedMapping answered(MountVerdict other, String said) {
        return new CheckedMapping(mapping, other, Optional.of(said), implied);
    }
}
