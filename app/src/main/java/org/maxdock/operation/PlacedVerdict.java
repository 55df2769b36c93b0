package org.maxdock.operation;

import java.time.Instant;
import java.util.Optional;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.text.Trouble;

/**
 * What was found where an image was held against its record.
 *
 * @param verdict empty where nobody answered
 * @param trouble why; empty where there is a verdict
 */
public record PlacedVerdict(
        ImageRecord record, Location where, Optional<ImageVerdict> verdict, Optional<Trouble> trouble, Instant at) {

    public boolean holds() {
        return verdict.isPresent() && verdict.get().holds();
    }

    /** A word for programs: a verdict's, or unknown. */
    public String word() {
        return verdict.map(ImageVerdict::word).orElse("unknown");
    }
}
