package org.maxdock.ui.images;

import org.maxdock.operation.ImageOperations;
import org.maxdock.operation.RecordOperations;
import org.maxdock.operation.RegistryOperations;
import org.maxdock.operation.UserFolder;
import org.maxdock.store.BuildHistory;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.ImageInHand;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.StillThere;

/** Puts the page of images together. */
public final class ImagesPageParts {

    private ImagesPageParts() {}

    /** @param verifyEverywhere holds all images against their records on the page for that */
    public static ImagesPage page(
            Texts texts,
            Dialogs dialogs,
            Background background,
            ConnectionModel connection,
            ProjectModel project,
            Navigation navigation,
            ImageInHand inHand,
            ImageOperations images,
            RecordOperations records,
            RegistryOperations registries,
            UserFolder folder,
            BuildHistory history,
            Runnable verifyEverywhere) {
        Background told = background.at(Place.IMAGES);
        ConnectionModel engine = connection.at(Place.IMAGES);
        ImagesModel model = new ImagesModel(told, engine, project, texts, new ImageReading(images, history), inHand);
        StillThere still = new StillThere(connection, navigation::tell, texts);
        ImageWork work = new ImageWork(told, engine, model);
        ImageKeeping keeping =
                new ImageKeeping(told, project, texts, dialogs, images, records, folder, model, work, inHand, still);
        ImageRemoval removal = new ImageRemoval(engine, navigation, texts, dialogs, images, model, work, still);
        ImageGetting getting = new ImageGetting(engine, texts, dialogs, images, model, inHand, still);
        return new ImagesPage(
                texts,
                dialogs,
                connection,
                navigation,
                model,
                keeping,
                removal,
                getting,
                new ImageLooks(engine, texts, images, model),
                (image, contents) -> new InsideModel(
                        background.at(Place.INSIDE_IMAGE),
                        connection.at(Place.INSIDE_IMAGE),
                        navigation,
                        texts,
                        dialogs,
                        images,
                        folder,
                        still,
                        image,
                        contents),
                () -> new RegistryModel(
                        background.at(Place.REGISTRY),
                        connection.at(Place.REGISTRY),
                        texts,
                        registries,
                        getting.puller()),
                verifyEverywhere);
    }
}
