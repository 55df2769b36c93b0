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
        ImagesModel model =
                new ImagesModel(background, connection, project, texts, new ImageReading(images, history), inHand);
        StillThere still = new StillThere(connection, navigation::tell, texts);
        ImageWork work = new ImageWork(background, connection, model);
        ImageKeeping keeping = new ImageKeeping(
                background, project, texts, dialogs, images, records, folder, model, work, inHand, still);
        ImageRemoval removal = new ImageRemoval(connection, navigation, texts, dialogs, images, model, work, still);
        ImageGetting getting = new ImageGetting(connection, texts, dialogs, images, model, inHand, still);
        return new ImagesPage(
                texts,
                dialogs,
                connection,
                navigation,
                model,
                keeping,
                removal,
                getting,
                new ImageLooks(connection, texts, images, model),
                (image, contents) -> new InsideModel(
                        background, connection, navigation, texts, dialogs, images, folder, still, image, contents),
                () -> new RegistryModel(background, connection, texts, registries, getting.puller()),
                verifyEverywhere);
    }
}
