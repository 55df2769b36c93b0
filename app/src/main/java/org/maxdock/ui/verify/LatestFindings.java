package org.maxdock.ui.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.operation.PlacedVerdict;

/**
 * What was found last of each image in each place. What was found of another content than is recorded now counts for
 * nothing.
 */
final class LatestFindings {

    /** Which finding: of what is recorded of an image, in a place. */
    private record About(ImageReference image, String content, String place) {}

    private final Map<About, PlacedVerdict> findings = new HashMap<>();

    void add(List<PlacedVerdict> fresh) {
        fresh.forEach(f -> findings.put(about(f.record(), ImagePlace.keyOf(f.where())), f));
    }

    Optional<PlacedVerdict> of(ImageRecord record, String place) {
        return Optional.ofNullable(findings.get(about(record, place)));
    }

    /** All that do not hold, of an image. */
    List<PlacedVerdict> failing(ImageRecord record, List<ImagePlace> places) {
        List<PlacedVerdict> failing = new ArrayList<>();
        places.forEach(p -> of(record, p.key())
                .filter(f -> f.verdict().isPresent() && !f.holds())
                .ifPresent(failing::add));
        return failing;
    }

    void clear() {
        findings.clear();
    }

    private static About about(ImageRecord record, String place) {
        return new About(record.reference(), record.content(), place);
    }
}
