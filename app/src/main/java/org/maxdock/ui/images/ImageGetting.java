package org.maxdock.ui.images;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.operation.ImageOperations;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.ImageInHand;
import org.maxdock.ui.shared.StillThere;

/** The ways by which an image comes to the engine, beside building it. */
public final class ImageGetting {

    private final ConnectionModel connection;
    private final Texts texts;
    private final Asks asks;
    private final ImageOperations images;
    private final ImagesModel model;
    private final ImageInHand inHand;
    private final StillThere still;

    public ImageGetting(
            ConnectionModel connection,
            Texts texts,
            Asks asks,
            ImageOperations images,
            ImagesModel model,
            ImageInHand inHand,
            StillThere still) {
        this.connection = connection;
        this.texts = texts;
        this.asks = asks;
        this.images = images;
        this.model = model;
        this.inHand = inHand;
        this.still = still;
    }

    void pull() {
        BooleanSupplier engine = still.engine();
        asks.text(
                        texts.get("ui.images.pull"),
                        texts.get("ui.images.pull-what"),
                        "",
                        image -> ImageReference.parse(image.strip()))
                .filter(image -> engine.getAsBoolean())
                .ifPresent(this::pull);
    }

    /** What pulls images, for a dialog that opens now: to the engine that there is now, and to no other. */
    Consumer<String> puller() {
        BooleanSupplier engine = still.engine();
        return image -> {
            if (engine.getAsBoolean()) {
                pull(image);
            }
        };
    }

    void pull(String reference) {
        String image = reference.strip();
        connection.run(
                texts.get("ui.work.pull", image),
                a -> {
                    images.pull(image, p -> a.progress(p.current(), p.total()), a.cancellation());
                    return image;
                },
                this::got);
    }

    void load() {
        BooleanSupplier engine = still.engine();
        asks.text(texts.get("ui.images.load"), texts.get("ui.images.load-what"), "")
                .filter(path -> engine.getAsBoolean())
                .ifPresent(path -> connection.run(
                        texts.get("ui.work.load", path),
                        a -> images.load(path.strip(), a.cancellation()),
                        said -> model.read()));
    }

    /** Loads the images of a file of this machine. */
    void loadFromHere(Path file) {
        connection.run(
                texts.get("ui.work.load", file.getFileName()),
                a -> images.loadFromHere(file, p -> a.progress(p.current(), p.total()), a.cancellation()),
                said -> model.read());
    }

    /** What makes an image of a root file system on the server, given its path and a name: for a dialog, as above. */
    BiConsumer<String, String> importer() {
        BooleanSupplier engine = still.engine();
        return (path, name) -> {
            if (engine.getAsBoolean()) {
                importRoot(path, name);
            }
        };
    }

    private void importRoot(String path, String name) {
        connection.run(
                texts.get("ui.work.load", path),
                a -> {
                    images.importRoot(path.strip(), name.strip(), a.cancellation());
                    return name.strip();
                },
                this::got);
    }

    private void got(String image) {
        inHand.take(image);
        model.read();
    }
}
