package org.maxdock.mount;

import java.util.Optional;

/**
 * A mapping and what will become of it.
 *
 * @param engineSaid what the engine itself answered, where it was asked: empty text for "accepted"
 * @param about what the host shows of the folder, where it is there
 * @param implied whether it is not in the plan: the site's dockerrun adds it by itself
 */
public record CheckedMapping(
        Mapping mapping,
        MountVerdict verdict,
        Optional<String> engineSaid,
        Optional<MappedFolder> about,
        boolean implied) {

    CheckedMapping answered(MountVerdict other, String said) {
        return with(other, Optional.of(said));
    }

    /** The same mapping with another verdict. */
    public CheckedMapping with(MountVerdict other, Optional<String> said) {
        return new CheckedMapping(mapping, other, said, about, implied);
    }
}
