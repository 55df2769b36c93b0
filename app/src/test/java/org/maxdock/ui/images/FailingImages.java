package org.maxdock.ui.images;

import org.maxdock.lab.Lab;
import org.maxdock.operation.ImageOperations;
import org.maxdock.operation.RecordOperations;
import org.maxdock.operation.RegistryOperations;
import org.maxdock.operation.UserFolder;
import org.maxdock.store.BuildHistory;
import org.maxdock.store.Json;
import org.maxdock.ui.WindowSide;
import org.maxdock.ui.shared.ImageInHand;
import org.maxdock.ui.shared.Place;

/** The page of images and its dialog of registries, at an engine that says no; and what a user does there. */
public final class FailingImages {

    private final WindowSide side;
    private final ImagesModel model;
    private final ImageGetting getting;
    private final ImageKeeping keeping;
    private final ImageRemoval removal;
    private final RegistryModel registry;

    public FailingImages(WindowSide side) {
        this.side = side;
        var told = side.at(Place.IMAGES);
        var engine = side.over(Place.IMAGES);
        var texts = side.bench().texts();
        ImageOperations images = new ImageOperations(side.link());
        ImageInHand inHand = new ImageInHand(side.project());
        BuildHistory history = new BuildHistory(side.folder().resolve("builds"), new Json());
        model = new ImagesModel(told, engine, side.project(), texts, new ImageReading(images, history), inHand);
        ImageWork work = new ImageWork(told, engine, model);
        getting = new ImageGetting(engine, texts, side.asks(), images, model, inHand, side.still());
        keeping = new ImageKeeping(
                told,
                side.project(),
                texts,
                side.asks(),
                images,
                new RecordOperations(side.link(), java.time.Clock.systemUTC()),
                new UserFolder(side.link(), Lab.site()),
                model,
                work,
                inHand,
                side.still());
        removal = new ImageRemoval(
                engine, side.bench().navigation(), texts, side.asks(), images, model, work, side.still());
        registry = new RegistryModel(
                side.at(Place.REGISTRY),
                side.over(Place.REGISTRY),
                texts,
                new RegistryOperations(side.link()),
                getting.puller());
    }

    public void read() {
        model.read();
        side.bench().settle();
    }

    public void pull(String image) {
        side.asks().is(image);
        getting.pull();
    }

    public void load(String archive) {
        side.asks().is(archive);
        getting.load();
    }

    /** The first that the engine has. */
    public void remove() {
        choose();
        removal.remove();
    }

    public void tag(String name) {
        choose();
        side.asks().is(name);
        keeping.tag();
    }

    private void choose() {
        read();
        model.choose(model.shown().subList(0, 1));
    }

    /** @param where empty for what was searched before */
    public void search(String where) {
        registry.registryProperty().set(where);
        registry.wordProperty().set("recon");
        registry.search();
    }

    /** Without a search there is nothing to be told. */
    public void searchNoMore() {
        registry.registryProperty().set("");
    }
}
