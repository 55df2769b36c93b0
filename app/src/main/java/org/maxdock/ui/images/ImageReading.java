package org.maxdock.ui.images;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.maxdock.engine.ImageSummary;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.operation.ImageOperations;
import org.maxdock.store.BuildHistory;
import org.maxdock.store.EditableProject;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/** Reads what images the engine has, a row for each name, and holds those that are recorded against their records. */
public final class ImageReading {

    /**
     * What was read.
     *
     * @param rows latest first
     * @param removeRefused why the engine will let nobody remove an image; empty where it may
     */
    record Found(List<ImageRow> rows, Optional<Message> removeRefused) {

        /** So many images; some have several names. */
        long images() {
            return rows.stream().map(r -> r.image().id()).distinct().count();
        }
    }

    private final ImageOperations images;
    private final BuildHistory history;

    public ImageReading(ImageOperations images, BuildHistory history) {
        this.images = images;
        this.history = history;
    }

    Found read(Optional<? extends EditableProject> project) throws Trouble {
        ImageOperations.Listing listing = images.listing();
        Predicate<String> madeHere = history.madeHere();
        List<ImageRow> rows = new ArrayList<>();
        for (ImageSummary image : listing.images()) {
            for (String tag : image.tags().isEmpty() ? List.of("") : image.tags()) {
                Optional<ImageRecord> record = project.isEmpty() || tag.isEmpty()
                        ? Optional.empty()
                        : project.get().record(tag);
                Optional<ImageVerdict> verdict =
                        record.isPresent() ? Optional.of(images.verify(record.get())) : Optional.empty();
                rows.add(new ImageRow(
                        image,
                        tag,
                        record,
                        verdict,
                        listing.users().getOrDefault(image.id(), List.of()),
                        record.isPresent() || madeHere.test(image.id())));
            }
        }
        rows.sort(Comparator.comparing(ImageRow::created).reversed());
        return new Found(List.copyOf(rows), listing.removeRefused());
    }
}
