package org.maxdock.ui.images;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.maxdock.engine.BuildCache;
import org.maxdock.engine.ImageSummary;
import org.maxdock.image.Prunable;
import org.maxdock.operation.ImageOperations;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.StillThere;

/** Removes images; what goes is told before. */
public final class ImageRemoval {

    /** So many images are named in a question. */
    private static final int SHOWN = 12;

    private final ConnectionModel connection;
    private final Navigation navigation;
    private final Texts texts;
    private final Asks asks;
    private final ImageOperations images;
    private final ImagesModel model;
    private final ImageWork work;
    private final StillThere still;

    ImageRemoval(
            ConnectionModel connection,
            Navigation navigation,
            Texts texts,
            Asks asks,
            ImageOperations images,
            ImagesModel model,
            ImageWork work,
            StillThere still) {
        this.connection = connection;
        this.navigation = navigation;
        this.texts = texts;
        this.asks = asks;
        this.images = images;
        this.model = model;
        this.work = work;
        this.still = still;
    }

    /** Whether something chosen can go, as far as is known. */
    BooleanBinding canRemove() {
        return Bindings.createBooleanBinding(
                () -> !work.busyProperty().get()
                        && !model.selection().chosen().isEmpty()
                        && model.removeRefusedProperty().get().isEmpty(),
                work.busyProperty(),
                model.selection().chosenProperty(),
                model.removeRefusedProperty());
    }

    /** Where the site lets nobody remove images, there may be copies of build folders all the same. */
    BooleanBinding canPrune() {
        return work.busyProperty().not();
    }

    /** The cache is everybody's, so what goes, and who uses it, is told first. */
    void remove() {
        List<ImageRow> chosen = model.selection().chosen();
        BooleanSupplier engine = still.engine();
        String which = chosen.stream().map(this::told).collect(Collectors.joining("\n"));
        if (!chosen.isEmpty()
                && asks.confirm(
                        texts.get("ui.images.remove"),
                        texts.get("ui.images.remove-what") + "\n\n" + which,
                        texts.get("ui.images.remove-yes"))
                && engine.getAsBoolean()) {
            work.run(texts.get("ui.work.remove", chosen.getFirst().name()), a -> {
                for (ImageRow row : chosen) {
                    images.remove(row.name());
                }
            });
        }
    }

    private String told(ImageRow row) {
        String users = row.usedBy().isEmpty()
                ? ""
                : "  (" + texts.get("ui.images.used-by") + ": " + String.join(", ", row.usedBy()) + ")";
        return row.name() + users + (row.mine() ? "" : "  (" + texts.get("ui.images.not-mine") + ")");
    }

    void prune() {
        boolean refused = model.removeRefusedProperty().get().isPresent();
        BooleanSupplier engine = still.engine();
        connection.run(
                texts.get("ui.images.looking"),
                a -> refused ? images.prunable().copiesAlone() : images.prunable(),
                prunable -> confirmPrune(prunable, engine));
    }

    private void confirmPrune(Prunable prunable, BooleanSupplier engine) {
        int count = prunable.images().size();
        if (prunable.isNothing()) {
            navigation.tell(texts.get("ui.images.nothing-to-prune"));
            return;
        }
        String which = prunable.images().stream()
                .limit(SHOWN)
                .map(this::line)
                .collect(Collectors.joining("\n", "\n\n", count > SHOWN ? "\n…" : ""));
        String copies = prunable.copies().count() == 0
                ? ""
                : texts.get(
                        "ui.images.prune-copies",
                        prunable.copies().count(),
                        texts.amounts().bytes(prunable.copies().bytes()));
        String unnamed = count == 0
                ? ""
                : texts.get("ui.images.prune-what", count, texts.amounts().bytes(prunable.bytes())) + which;
        if (asks.confirm(
                        texts.get("ui.images.prune"),
                        Stream.of(unnamed, copies, cache(prunable.cache()))
                                .filter(t -> !t.isEmpty())
                                .collect(Collectors.joining("\n\n")),
                        texts.get("ui.images.prune-now"))
                && engine.getAsBoolean()) {
            work.run(texts.get("ui.images.pruning"), a -> images.prune(prunable));
        }
    }

    private String cache(BuildCache.Kept cache) {
        return cache.unused() == 0
                ? ""
                : texts.get(
                        "ui.images.prune-cache",
                        cache.unused(),
                        texts.amounts().bytes(cache.unusedBytes()),
                        cache.pieces(),
                        texts.amounts().bytes(cache.bytes()));
    }

    private String line(ImageSummary image) {
        return image.id().replaceFirst("sha256:(.{12}).*", "$1") + "  "
                + texts.amounts().bytes(image.bytes());
    }
}
