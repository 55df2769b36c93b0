package org.maxdock.ui.build;

import org.maxdock.operation.BuildFolderFiles;
import org.maxdock.operation.BuildOperations;
import org.maxdock.operation.RecordOperations;
import org.maxdock.operation.RegistryOperations;
import org.maxdock.operation.UserFolder;
import org.maxdock.store.Drafts;
import org.maxdock.text.Texts;
import org.maxdock.ui.launch.NextStepModel;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.ImageInHand;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.Recording;

/** Puts the page that builds together. */
public final class BuildPageParts {

    private BuildPageParts() {}

    /**
     * The page; another project is opened only when what is in its editor is safe.
     *
     * @param openProject asks for a folder and opens it
     */
    public static BuildPage page(
            Texts texts,
            Dialogs dialogs,
            Background background,
            ConnectionModel connection,
            ProjectModel project,
            Navigation navigation,
            ImageInHand inHand,
            NextStepModel way,
            Recording recording,
            BuildOperations builds,
            RecordOperations records,
            UserFolder folder,
            RegistryOperations registries,
            BuildFolderFiles files,
            Drafts drafts,
            ShellOpener shells,
            Runnable openProject) {
        Background writing = background.at(Place.DOCKERFILE);
        Background building = background.at(Place.BUILD);
        ConnectionModel builder = connection.at(Place.BUILD);
        DockerfileModel dockerfile = new DockerfileModel(
                writing,
                connection.at(Place.DOCKERFILE),
                project,
                navigation,
                texts,
                files,
                drafts,
                new EditDialogs(texts, dialogs));
        project.guard(dockerfile.saves()::leave);
        BuildRunModel run = new BuildRunModel(building, builder, project, texts, builds, System::nanoTime);
        BuildModel model = new BuildModel(building, builder, project, builds, dockerfile, run);
        NextSteps next = new NextSteps(
                background.at(Place.BUILT),
                connection.at(Place.BUILT),
                project,
                navigation,
                dialogs,
                texts,
                records,
                folder,
                recording,
                way,
                run,
                inHand);
        return new BuildPage(
                texts,
                dialogs,
                writing,
                connection.at(Place.DOCKERFILE),
                project,
                builds,
                files,
                model,
                next,
                new KnownRegistries(building, builder, project, registries),
                shells,
                openProject);
    }
}
