package org.maxdock.ui.launch;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.operation.ConnectionState;
import org.maxdock.operation.ServerFacts;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.NextStep;
import org.maxdock.ui.shared.ProjectModel;

/** What comes next, by what there is: for the image that is worked on, or another one. On the window's thread. */
public final class NextStepModel {

    private final ConnectionModel connection;
    private final ProjectModel project;
    private final DraftModel draft;
    private final ReadOnlyObjectWrapper<NextStep> step = new ReadOnlyObjectWrapper<>(NextStep.CONNECT);

    public NextStepModel(ConnectionModel connection, ProjectModel project, DraftModel draft) {
        this.connection = connection;
        this.project = project;
        this.draft = draft;
        InvalidationListener derive = o ->
                step.set(after(!draft.image().isEmpty(), draft.recordProperty().get()));
        for (Observable each : whatItFollows()) {
            each.addListener(derive);
        }
        derive.invalidated(step);
    }

    /** What it changes with, whichever image it is for. */
    public Observable[] whatItFollows() {
        return new Observable[] {
            connection.stateProperty(),
            project.projectProperty(),
            project.records(),
            draft.draft().valuesProperty(),
            draft.imageProperty(),
            draft.recordProperty(),
            draft.mappings()
        };
    }

    /** Of the image that is worked on. */
    public ReadOnlyObjectProperty<NextStep> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** The image that is worked on; empty for none. */
    public String image() {
        return draft.image();
    }

    /**
     * Of an image.
     *
     * @param there whether there is one
     * @param record what the project knows of it as it is; empty for nothing
     */
    public NextStep after(boolean there, Optional<ImageRecord> record) {
        Optional<ConnectionState.Connected> server = connection.state().connected();
        return NextStep.after(new NextStep.There(
                server.isPresent(),
                server.filter(NextStepModel::wantsNode).isEmpty(),
                project.get() != null,
                there,
                record.isPresent(),
                record.filter(r -> isElsewhere(r)
                                        || server.filter(NextStepModel::hasNodes)
                                                .isEmpty())
                                .isPresent()
                        || draft.draft().values().place() instanceof PlaceChoice.Server,
                !draft.mappings().isEmpty()));
    }

    private static boolean isElsewhere(ImageRecord record) {
        return !record.identity().repoDigests().isEmpty() || record.tarball().isPresent();
    }

    /** Until the server has answered it may have some. */
    private static boolean hasNodes(ConnectionState.Connected server) {
        return !(server.facts().slurm() instanceof ServerFacts.NotThere);
    }

    private static boolean wantsNode(ConnectionState.Connected server) {
        return server.facts().slurm().value().isPresent() && server.facts().engine() instanceof ServerFacts.NotThere;
    }
}
