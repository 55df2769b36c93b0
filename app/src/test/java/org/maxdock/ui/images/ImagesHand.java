package org.maxdock.ui.images;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.operation.ImageOperations;
import org.maxdock.store.BuildHistory;
import org.maxdock.store.Json;
import org.maxdock.text.Trouble;
import org.maxdock.ui.launch.LaunchBench;

/** The page of images beside the others: which one it shows, and the hand that chooses one. */
public final class ImagesHand {

    private final LaunchBench all;
    private final ImagesModel model;

    /** @param names of the images that the engine has */
    public ImagesHand(LaunchBench all, Path top, String... names) throws Trouble {
        this.all = all;
        ImageOperations images = mock(ImageOperations.class);
        when(images.listing())
                .thenReturn(new ImageOperations.Listing(
                        Arrays.stream(names).map(ImagesBench::image).toList(), Map.of(), Optional.empty()));
        when(images.verify(any())).thenReturn(new ImageVerdict.Missing());
        model = new ImagesModel(
                all.bench.background(),
                all.connection.model(),
                all.project.model(),
                all.bench.texts(),
                new ImageReading(images, new BuildHistory(top.resolve("builds"), new Json())),
                all.inHand);
    }

    public void read() {
        model.read();
        all.settle();
    }

    public void choose(String name) {
        model.choose(model.shown().stream().filter(r -> r.name().equals(name)).toList());
    }

    /** Empty for none. */
    public String shows() {
        List<ImageRow> chosen = model.selection().chosen();
        return chosen.isEmpty() ? "" : chosen.getLast().name();
    }
}
