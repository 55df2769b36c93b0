package org.maxdock.ui.images;

import org.maxdock.operation.ImageOperations;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.ImageInHand;

/** The ways by which an image comes to the engine, beside building it. */
public final class ImageGetting {

    private final ConnectionModel connection;
    private final Texts texts;
    private final Asks asks;
    private final ImageOperations images;
    private final ImagesModel model;
    private final ImageInHand inHand;

    public ImageGetting(
            ConnectionModel connection,
            Texts texts,
            Asks asks,
            ImageOperations images,
            ImagesModel model,
            ImageInHand inHand) {
        this.connection = connection;
        this.texts = texts;
        this.asks = asks;
        this.images = images;
        this.model = model;
        this.inHand = inHand;
    }

    void pull() {
        asks.text(texts.get("ui.images.pull"), texts.get("ui.images.pull-what"), "")
                .ifPresent(this::pull);
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
        asks.text(texts.get("ui.images.load"), texts.get("ui.images.load-what"), "")
                .ifPresent(path -> connection.run(
                        texts.get("ui.work.load", path),
                        a -> images.load(path.strip(), a.cancellation()),
                        said -> model.read()));
    }

    /** @param path of a root file system on the server */
    void importRoot(String path, String name) {
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
