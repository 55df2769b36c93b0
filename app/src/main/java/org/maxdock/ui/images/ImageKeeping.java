package org.maxdock.ui.images;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.maxdock.engine.ImageSummary;
import org.maxdock.image.Prunable;
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
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.ImageInHand;
import org.maxdock.ui.shared.Megabytes;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.ProjectModel;

/** What changes the chosen images, their names and records: one thing at a time. */
public final class ImageKeeping {

    /** So many images are named in a question. */
    private static final int SHOWN = 12;

    private final Background background;
    private final ConnectionModel connection;
    private final ProjectModel project;
    private final Navigation navigation;
    private final Texts texts;
    private final Asks asks;
    private final ImageOperations images;
    private final RecordOperations records;
    private final UserFolder folder;
    private final ImagesModel model;
    private final ImageInHand inHand;
    private final BooleanProperty busy = new SimpleBooleanProperty();

    public ImageKeeping(
            Background background,
            ConnectionModel connection,
            ProjectModel project,
            Navigation navigation,
            Texts texts,
            Asks asks,
            ImageOperations images,
            RecordOperations records,
            UserFolder folder,
            ImagesModel model,
            ImageInHand inHand) {
        this.background = background;
        this.connection = connection;
        this.project = project;
        this.navigation = navigation;
        this.texts = texts;
        this.asks = asks;
        this.images = images;
        this.records = records;
        this.folder = folder;
        this.model = model;
        this.inHand = inHand;
    }

    /** Whether there is an image with a name, and nothing goes on already. */
    BooleanBinding canKeep() {
        return Bindings.createBooleanBinding(
                () -> !busy.get() && !names().isEmpty(), busy, model.selection().chosenProperty());
    }

    /** Whether something chosen can go, as far as is known. */
    BooleanBinding canRemove() {
        return Bindings.createBooleanBinding(
                () -> !busy.get()
                        && !model.selection().chosen().isEmpty()
                        && model.removeRefusedProperty().get().isEmpty(),
                busy,
                model.selection().chosenProperty(),
                model.removeRefusedProperty());
    }

    BooleanBinding canPrune() {
        return Bindings.createBooleanBinding(
                () -> !busy.get() && model.removeRefusedProperty().get().isEmpty(),
                busy,
                model.removeRefusedProperty());
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
        each("ui.work.record", names(), (of, image, a) -> records.record(of, image));
    }

    void push() {
        each(
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
        String file = image.replaceFirst(".*/", "").replace(':', '-') + ".tgz";
        background.quietly(
                a -> folder.path(),
                own -> asks.text(texts.get("ui.images.save"), texts.get("ui.images.save-where"), own + "/" + file)
                        .ifPresent(path -> each(
                                "ui.work.save",
                                List.of(image),
                                (of, name, a) -> records.save(of, name, path.strip(), a.cancellation()))),
                background::trouble);
    }

    /** One after the other. */
    private void each(String key, List<String> names, OnImage operation) {
        OpenProject of = project.get();
        if (of == null) {
            background.trouble(new Trouble(TroubleKind.NO_PROJECT));
        } else if (!names.isEmpty()) {
            inHand.take(names.getLast());
            run(texts.get(key, String.join(", ", names)), a -> {
                for (String name : names) {
                    operation.run(of, name, a);
                }
            });
        }
    }

    /** Whatever comes of it, some of it may be done, so all is read anew. */
    private void run(String title, Background.Act act) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        connection.run(
                title,
                a -> {
                    act.run(a);
                    return title;
                },
                done -> ended(Optional.empty()),
                trouble -> ended(Optional.of(trouble)));
    }

    private void ended(Optional<Trouble> trouble) {
        busy.set(false);
        trouble.ifPresent(background::trouble);
        model.read();
    }

    void tag() {
        Optional.ofNullable(model.selection().selected().get())
                .ifPresent(row -> asks.text(
                                texts.get("ui.images.tag"),
                                texts.get("ui.images.tag-what", row.name()),
                                row.reference())
                        .ifPresent(name -> run(
                                texts.get("ui.images.tagging", row.name()),
                                a -> images.tag(row.name(), name.strip()))));
    }

    /** The cache is everybody's, so what goes, and who uses it, is told first. */
    void remove() {
        List<ImageRow> chosen = model.selection().chosen();
        String which = chosen.stream().map(this::told).collect(Collectors.joining("\n"));
        if (!chosen.isEmpty()
                && asks.confirm(
                        texts.get("ui.images.remove"),
                        texts.get("ui.images.remove-what") + "\n\n" + which,
                        texts.get("ui.images.remove-yes"))) {
            run(texts.get("ui.work.remove", chosen.getFirst().name()), a -> {
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
        connection.run(texts.get("ui.images.looking"), a -> images.prunable(), this::confirmPrune);
    }

    private void confirmPrune(Prunable prunable) {
        int count = prunable.images().size();
        if (count == 0) {
            navigation.tell(texts.get("ui.images.nothing-to-prune"));
            return;
        }
        String which = prunable.images().stream()
                .limit(SHOWN)
                .map(ImageKeeping::line)
                .collect(Collectors.joining("\n", "\n\n", count > SHOWN ? "\n…" : ""));
        if (asks.confirm(
                texts.get("ui.images.prune"),
                texts.get("ui.images.prune-what", count, Megabytes.of(prunable.bytes())) + which,
                texts.get("ui.images.prune-now"))) {
            run(texts.get("ui.images.pruning"), a -> images.prune(prunable));
        }
    }

    private static String line(ImageSummary image) {
        return image.id().replaceFirst("sha256:(.{12}).*", "$1") + "  " + Megabytes.of(image.bytes());
    }
}
