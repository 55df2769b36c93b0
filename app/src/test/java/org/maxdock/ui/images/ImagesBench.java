package org.maxdock.ui.images;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maxdock.engine.ImageSummary;
import org.maxdock.operation.ImageOperations;
import org.maxdock.operation.RecordOperations;
import org.maxdock.operation.UserFolder;
import org.maxdock.store.BuildHistory;
import org.maxdock.store.Json;
import org.maxdock.text.Message;
import org.maxdock.ui.ModelBench;
import org.maxdock.ui.ModelConnection;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.ImageInHand;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.StillThere;

/** The models of the page of images; the engine's answers are the test's. */
final class ImagesBench {

    final ModelBench bench = new ModelBench();
    final ModelConnection connection = new ModelConnection(bench);
    final ProjectModel project = new ProjectModel(bench.background(), new Json());
    final ImageInHand inHand = new ImageInHand(project);
    final ImageOperations images = mock(ImageOperations.class);
    final RecordOperations records = mock(RecordOperations.class);
    final UserFolder folder = mock(UserFolder.class);
    final Asks asks = mock(Asks.class);
    volatile ImageOperations.Listing listing;
    final ImagesModel model;
    final ImageKeeping keeping;
    final ImageRemoval removal;
    final ImageGetting getting;

    ImagesBench(Path top) throws Exception {
        BuildHistory history = new BuildHistory(top.resolve("builds"), new Json());
        listing = new ImageOperations.Listing(List.of(), Map.of(), Optional.empty());
        when(images.listing()).thenAnswer(call -> listing);
        when(folder.path()).thenReturn("/beegfs/user");
        when(asks.text(any(), any(), any())).thenReturn(Optional.empty());
        when(asks.text(any(), any(), any(), any())).thenReturn(Optional.empty());
        model = new ImagesModel(
                bench.background(),
                connection.model(),
                project,
                bench.texts(),
                new ImageReading(images, history),
                inHand);
        ImageWork work = new ImageWork(bench.background(), connection.model(), model);
        StillThere still = new StillThere(connection.model(), bench.navigation()::tell, bench.texts());
        keeping = new ImageKeeping(
                bench.background(), project, bench.texts(), asks, images, records, folder, model, work, inHand, still);
        removal = new ImageRemoval(
                connection.model(), bench.navigation(), bench.texts(), asks, images, model, work, still);
        getting = new ImageGetting(connection.model(), bench.texts(), asks, images, model, inHand, still);
    }

    /** The engine has these images, one for each name, the first the latest; {@code <none>} has no name. */
    void has(String... names) {
        List<ImageSummary> all = Arrays.stream(names).map(ImagesBench::image).toList();
        listing = new ImageOperations.Listing(all, listing.users(), listing.removeRefused());
    }

    /** A container of that name is of an image. */
    void uses(String container, String image) {
        listing = new ImageOperations.Listing(
                listing.images(), Map.of(image(image).id(), List.of(container)), listing.removeRefused());
    }

    /** Nobody may remove an image, or everybody where there is no reason. */
    void refuses(Optional<Message> why) {
        listing = new ImageOperations.Listing(listing.images(), listing.users(), why);
    }

    static ImageSummary image(String name) {
        String id = String.format("sha256:%064x", Math.abs((long) name.hashCode()));
        long age = name.chars().sum();
        return new ImageSummary(
                id,
                name.startsWith("<none>") ? List.of() : List.of(name),
                List.of(),
                age,
                Instant.ofEpochSecond(1_000_000 - age));
    }

    void connected(String... names) throws Exception {
        has(names);
        connection.connect();
        model.read();
        bench.settle();
    }

    void open(Path folder) throws Exception {
        project.open(Files.createDirectories(folder));
        bench.settle();
    }

    List<String> shown() {
        return model.shown().stream().map(ImageRow::name).toList();
    }

    List<String> chosen() {
        return model.selection().chosen().stream().map(ImageRow::name).toList();
    }

    void choose(String... names) {
        model.choose(Arrays.stream(names)
                .map(n -> model.shown().stream()
                        .filter(r -> r.name().equals(n))
                        .findFirst()
                        .orElseThrow())
                .toList());
    }
}
