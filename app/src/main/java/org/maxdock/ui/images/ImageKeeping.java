package org.maxdock.ui.images;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.operation.ImageOperations;
import org.maxdock.operation.OpenProject;
import org.maxdock.operation.RecordOperations;
import org.maxdock.operation.UserFolder;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Activity;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ImageInHand;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.SavedName;
import org.maxdock.ui.shared.StillThere;

/** What keeps the chosen images: records, registries, files and names. */
public final class ImageKeeping {

    private final Background background;
    private final ProjectModel project;
    private final Texts texts;
    private final Asks asks;
    private final ImageOperations images;
    private final RecordOperations records;
    private final UserFolder folder;
    private final ImagesModel model;
    private final ImageInHand inHand;
    private final ImageWork work;
    private final StillThere still;

    ImageKeeping(
            Background background,
            ProjectModel project,
            Texts texts,
            Asks asks,
            ImageOperations images,
            RecordOperations records,
            UserFolder folder,
            ImagesModel model,
            ImageWork work,
            ImageInHand inHand,
            StillThere still) {
        this.background = background;
        this.project = project;
        this.texts = texts;
        this.asks = asks;
        this.images = images;
        this.records = records;
        this.folder = folder;
        this.model = model;
        this.work = work;
        this.inHand = inHand;
        this.still = still;
    }

    /** Whether there is an image with a name, and nothing goes on already. */
    BooleanBinding canKeep() {
        return Bindings.createBooleanBinding(
                () -> !work.busyProperty().get() && !names().isEmpty(),
                work.busyProperty(),
                model.selection().chosenProperty());
    }

    private List<String> names() {
        return model.selection().chosen().stream()
                .map(ImageRow::reference)
                .filter(r -> !r.isEmpty())
                .toList();
    }

    private interface OnImage {
        void run(OpenProject project, String reference, Activity activity) throws Trouble;
    }

    void record() {
        each(project.get(), "ui.work.record", names(), (of, image, a) -> records.record(of, image));
    }

    void push() {
        each(
                project.get(),
                "ui.work.push",
                names(),
                (of, image, a) -> records.push(of, image, p -> a.progress(p.current(), p.total()), a.cancellation()));
    }

    /** Saves the one that was chosen last to a file of the server. */
    void save() {
        List<String> names = names();
        if (names.isEmpty()) {
            return;
        }
        String image = names.getLast();
        OpenProject into = project.get();
        BooleanSupplier engine = still.engine();
        background.quietly(
                a -> folder.path(),
                own -> asks.text(
                                texts.get("ui.images.save"),
                                texts.get("ui.images.save-where"),
                                own + "/" + SavedName.of(image))
                        .filter(path -> engine.getAsBoolean())
                        .ifPresent(path -> each(
                                into,
                                "ui.work.save",
                                List.of(image),
                                (of, name, a) -> records.save(
                                        of,
                                        name,
                                        path.strip(),
                                        p -> a.progress(p.current(), p.total()),
                                        a.cancellation()))),
                background::trouble);
    }

    /** One after the other. */
    private void each(OpenProject of, String key, List<String> names, OnImage operation) {
        if (of == null) {
            background.trouble(new Trouble(TroubleKind.NO_PROJECT));
        } else if (!names.isEmpty()) {
            inHand.take(names.getLast());
            work.run(texts.get(key, String.join(", ", names)), a -> {
                for (String name : names) {
                    operation.run(of, name, a);
                }
            });
        }
    }

    void tag() {
        BooleanSupplier engine = still.engine();
        Optional.ofNullable(model.selection().selected().get())
                .ifPresent(row -> asks.text(
                                texts.get("ui.images.tag"),
                                texts.get("ui.images.tag-what", row.name()),
                                row.reference(),
                                name -> ImageReference.parse(name.strip()))
                        .filter(name -> engine.getAsBoolean())
                        .ifPresent(name -> work.run(
                                texts.get("ui.images.tagging", row.name()),
                                a -> images.tag(row.name(), name.strip()))));
    }
}
