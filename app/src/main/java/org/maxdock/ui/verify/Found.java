package org.maxdock.ui.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maxdock.image.ImageRecord;
import org.maxdock.project.Finding;

/** What was found last of each image in each place. What was found of another content than is recorded now counts for nothing. */
final class Found {

    private final Map<String, Finding> findings = new HashMap<>();

    void add(List<Finding> fresh) {
        fresh.forEach(f -> findings.put(key(f.record(), Place.keyOf(f.where())), f));
    }

    Optional<Finding> of(ImageRecord record, String place) {
        return Optional.ofNullable(findings.get(key(record, place)));
    }

    /** All that do not hold, of an image. */
    List<Finding> failing(ImageRecord record, List<Place> places) {
        List<Finding> failing = new ArrayList<>();
        places.forEach(p -> of(record, p.key()).filter(f -> f.verdict().isPresent() && !f.holds()).ifPresent(failing::add));
        return failing;
    }

    void clear() {
        findings.clear();
    }

    private static String key(ImageRecord record, String place) {
        return record.reference() + "\n" + record.content() + "\n" + place;
    }
}
