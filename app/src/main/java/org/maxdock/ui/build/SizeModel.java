package org.maxdock.ui.build;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.context.ContextSize;
import org.maxdock.operation.BuildOperations;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Question;

/** What a build would send; asked anew with each other folder, Dockerfile and connection. */
final class SizeModel {

    /** Bytes from which it is worth a thought, where they cross the link. */
    private static final long MUCH = 200_000_000;

    private record About(BuildFolder folder, long connection) {}

    private final ConnectionModel connection;
    private final DockerfileModel dockerfile;
    private final Texts texts;
    private final BuildOperations builds;
    private final Question<About> question;
    private final ReadOnlyObjectWrapper<Optional<ContextSize>> size = new ReadOnlyObjectWrapper<>(Optional.empty());

    SizeModel(
            Background background,
            ConnectionModel connection,
            DockerfileModel dockerfile,
            Texts texts,
            BuildOperations builds) {
        this.connection = connection;
        this.dockerfile = dockerfile;
        this.texts = texts;
        this.builds = builds;
        this.question = new Question<>(
                background, () -> new About(dockerfile.folderProperty().get(), connection.number()));
        dockerfile.folderProperty().addListener((o, was, is) -> look());
        dockerfile.baseProperty().addListener((o, was, is) -> look());
        connection.onOther(this::look);
    }

    private void look() {
        size.set(Optional.empty());
        if (dockerfile.folderProperty().get() == null || !connection.connected().get()) {
            question.drop();
            return;
        }
        question.ask(
                (about, a) -> builds.size(about.folder(), DockerfileModel.NAME, a.cancellation()),
                found -> size.set(Optional.of(found)),
                trouble -> System.getLogger(SizeModel.class.getName())
                        .log(System.Logger.Level.DEBUG, "the context has no size yet", trouble));
    }

    /** Empty while it is not known. */
    ReadOnlyObjectProperty<Optional<ContextSize>> sizeProperty() {
        return size.getReadOnlyProperty();
    }

    private boolean isHere() {
        return dockerfile.folderProperty().get() instanceof BuildFolder.Here;
    }

    /** In words; empty while it is not known. */
    String line() {
        return size.get()
                .map(s -> texts.get(
                        isHere() ? "ui.build.sends" : "ui.build.sends-there",
                        s.files(),
                        texts.amounts().bytes(s.bytes())))
                .orElse("");
    }

    boolean isMuch() {
        return isHere() && size.get().filter(s -> s.bytes() > MUCH).isPresent();
    }
}
