package org.maxdock.ui.images;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.maxdock.engine.ImageSummary;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.text.Printable;

/**
 * A line of the images table: one name of one image.
 *
 * @param reference the tag; empty for a dangling image
 * @param usedBy names of the containers that are of this image
 * @param mine whether the user built it, or has recorded it
 */
record ImageRow(
        ImageSummary image,
        String reference,
        Optional<ImageRecord> record,
        Optional<ImageVerdict> verdict,
        List<String> usedBy,
        boolean mine) {

    private static final int SHORT = 12;

    ImageRow {
        reference = Printable.line(reference);
        usedBy = usedBy.stream().map(Printable::line).toList();
    }

    /** Which images are asked for. */
    enum Filter {
        ALL,
        RECORDED,
        MINE,
        USED,
        DANGLING;

        boolean takes(ImageRow row) {
            return switch (this) {
                case ALL -> true;
                case RECORDED -> row.record().isPresent();
                case MINE -> row.mine();
                case USED -> !row.usedBy().isEmpty();
                case DANGLING -> row.reference().isEmpty();
            };
        }
    }

    String shortId() {
        String digits = image.id().substring(image.id().indexOf(':') + 1);
        return digits.substring(0, Math.min(SHORT, digits.length()));
    }

    Instant created() {
        return image.created();
    }

    /** By its name, or where it has none by its ID. */
    String name() {
        return reference.isEmpty() ? image.id() : reference;
    }
}
