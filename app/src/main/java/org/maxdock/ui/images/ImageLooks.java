package org.maxdock.ui.images;

import java.util.List;
import java.util.function.BiConsumer;
import org.maxdock.engine.ImageLayer;
import org.maxdock.image.FitnessPoint;
import org.maxdock.image.ImageContents;
import org.maxdock.image.ImageFact;
import org.maxdock.operation.ImageOperations;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;

/** What one asks of the image that was chosen last; each answer goes with the image's name to who shows it. */
public final class ImageLooks {

    /**
     * All about an image.
     *
     * @param json all that the engine tells
     */
    record Inspected(List<ImageFact> facts, String json) {}

    private final ConnectionModel connection;
    private final Texts texts;
    private final ImageOperations images;
    private final ImagesModel model;

    public ImageLooks(ConnectionModel connection, Texts texts, ImageOperations images, ImagesModel model) {
        this.connection = connection;
        this.texts = texts;
        this.images = images;
        this.model = model;
    }

    private interface Look<T> {
        Background.Operation<T> of(String image);
    }

    private <T> void look(String key, Look<T> look, BiConsumer<String, T> then) {
        ImageRow row = model.selection().selected().get();
        if (row != null) {
            String image = row.name();
            connection.run(texts.get(key, image), look.of(image), found -> then.accept(image, found));
        }
    }

    void layers(BiConsumer<String, List<ImageLayer>> then) {
        look("ui.images.reading", image -> a -> images.layers(image), then);
    }

    void inside(BiConsumer<String, ImageContents> then) {
        look("ui.images.reading", image -> a -> images.contents(image, a.cancellation()), then);
    }

    void inspect(BiConsumer<String, Inspected> then) {
        look("ui.images.reading", image -> a -> new Inspected(images.facts(image), images.inspect(image)), then);
    }

    void fitness(BiConsumer<String, List<FitnessPoint>> then) {
        look("ui.images.fitness-reading", image -> a -> images.fitness(image, a.cancellation()), then);
    }
}
