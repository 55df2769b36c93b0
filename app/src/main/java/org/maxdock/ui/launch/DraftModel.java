package org.maxdock.ui.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.launch.Launch;
import org.maxdock.mount.ContainerConditions;
import org.maxdock.mount.Mapping;
import org.maxdock.ui.shared.ImageInHand;
import org.maxdock.ui.shared.ProjectModel;

/**
 * What follows at once from the draft and the open project: the image, the mappings, the launch, its record. Nothing of
 * it can be set, so nothing of it can be stale. On the window's thread.
 */
public final class DraftModel {

    private final LaunchDraft draft;
    private final ProjectModel project;
    private final ImageInHand inHand;
    private final ReadOnlyStringWrapper image = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<String>> images = new ReadOnlyObjectWrapper<>(List.of());
    private final ObservableList<Mapping> mappings = FXCollections.observableArrayList();
    private final ObservableList<Mapping> toWatch = FXCollections.unmodifiableObservableList(mappings);
    private final ReadOnlyObjectWrapper<Drafted> drafted = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<ImageRecord>> record = new ReadOnlyObjectWrapper<>(Optional.empty());

    public DraftModel(LaunchDraft draft, ProjectModel project, ImageInHand inHand) {
        this.draft = draft;
        this.project = project;
        this.inHand = inHand;
        InvalidationListener derive = o -> derive();
        draft.valuesProperty().addListener(o -> drafted());
        project.records().addListener(derive);
        project.plan().addListener(derive);
        inHand.referenceProperty().addListener(o -> followImage());
        derive();
    }

    /** Who loads a launch, pastes a line or has a draft back works on its image from then on. */
    private void drafted() {
        String named = draft.values().text(DraftField.IMAGE);
        if (!named.isEmpty()) {
            inHand.take(named);
        }
        derive();
    }

    /** Another image was chosen, on whichever page; what a draft does not name is not written into it. */
    private void followImage() {
        if (inHand.isChosen() && !draft.values().text(DraftField.IMAGE).isEmpty()) {
            draft.follow(inHand.get());
        }
        derive();
    }

    private void derive() {
        DraftValues values = draft.values();
        List<Mapping> now = values.mounts().mappings(project.plan());
        String name = values.text(DraftField.IMAGE);
        image.set(name.isEmpty() ? inHand.get() : name);
        images.set(choices());
        if (!mappings.equals(now)) {
            mappings.setAll(now);
        }
        record.set(recordOf(image.get()));
        Drafted is = DraftedLaunch.of(values, image.get(), now);
        if (!is.equals(drafted.get())) {
            drafted.set(is);
        }
    }

    private Optional<ImageRecord> recordOf(String name) {
        Optional<ImageReference> reference = ImageReference.read(name);
        return project.records().stream()
                .filter(r -> Optional.of(r.reference()).equals(reference))
                .findFirst();
    }

    public LaunchDraft draft() {
        return draft;
    }

    /** The image that the launch is of; empty where there is none to choose. */
    public ReadOnlyStringProperty imageProperty() {
        return image.getReadOnlyProperty();
    }

    public String image() {
        return image.get();
    }

    /** Those that are recorded, and the one that the launch is of. */
    public ReadOnlyObjectProperty<List<String>> imagesProperty() {
        return images.getReadOnlyProperty();
    }

    private List<String> choices() {
        List<String> all = new ArrayList<>();
        project.records().forEach(r -> all.add(r.reference().toString()));
        if (!image.get().isEmpty() && !all.contains(image.get())) {
            all.add(image.get());
        }
        return List.copyOf(all);
    }

    /** The user picks an image, and works on that from now on. */
    public void choose(String other) {
        draft.text(DraftField.IMAGE).set(other); // first: what the user picks here is an edit
        inHand.take(other);
    }

    /** What the launch maps, its own or the project's plan. Only to be watched. */
    public ObservableList<Mapping> mappings() {
        return toWatch;
    }

    public ReadOnlyObjectProperty<Drafted> draftedProperty() {
        return drafted.getReadOnlyProperty();
    }

    public Optional<Launch> launch() {
        return drafted.get().launch();
    }

    /** Who must have signed what the project starts. Only to be watched. */
    ObservableList<String> signedBy() {
        return project.signedBy();
    }

    /** What was recorded of the image; empty for nothing. */
    public ReadOnlyObjectProperty<Optional<ImageRecord>> recordProperty() {
        return record.getReadOnlyProperty();
    }

    /**
     * Where the work would begin with these mappings; empty for the image's own ({@link Launch#directory}).
     *
     * @param mapped those of the launch, or others
     */
    public String directory(List<Mapping> mapped) {
        String said = draft.values().text(DraftField.DIRECTORY);
        boolean pwd = mapped.stream().anyMatch(m -> m.container().equals(ContainerConditions.DOCKER_PWD));
        return said.isEmpty() && pwd ? ContainerConditions.DOCKER_PWD : said;
    }
}
