package org.maxdock.ui;

import org.maxdock.engine.EngineEvent;
import org.maxdock.operation.ClusterOperations;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ImageOperations;
import org.maxdock.operation.JobOperations;
import org.maxdock.operation.KnownServers;
import org.maxdock.operation.LaunchOperations;
import org.maxdock.operation.LaunchReviews;
import org.maxdock.operation.MountOperations;
import org.maxdock.operation.OwnProject;
import org.maxdock.store.Json;
import org.maxdock.store.Plans;
import org.maxdock.store.Runs;
import org.maxdock.text.Texts;
import org.maxdock.ui.launch.DraftChecks;
import org.maxdock.ui.launch.DraftLoader;
import org.maxdock.ui.launch.DraftModel;
import org.maxdock.ui.launch.KeptLaunches;
import org.maxdock.ui.launch.LaunchDraft;
import org.maxdock.ui.launch.LaunchModel;
import org.maxdock.ui.launch.LaunchPage;
import org.maxdock.ui.launch.NextStepModel;
import org.maxdock.ui.launch.PlaceModel;
import org.maxdock.ui.launch.Preflights;
import org.maxdock.ui.launch.ScriptModel;
import org.maxdock.ui.launch.SiteOptions;
import org.maxdock.ui.launch.Starter;
import org.maxdock.ui.mounts.HostFolders;
import org.maxdock.ui.mounts.ImageFolders;
import org.maxdock.ui.mounts.Mends;
import org.maxdock.ui.mounts.MountChecks;
import org.maxdock.ui.mounts.MountSubject;
import org.maxdock.ui.mounts.MountsModel;
import org.maxdock.ui.mounts.MountsPage;
import org.maxdock.ui.mounts.NamedPlans;
import org.maxdock.ui.mounts.NewMapping;
import org.maxdock.ui.overview.ConnectModel;
import org.maxdock.ui.overview.LaunchCards;
import org.maxdock.ui.overview.NextStepActions;
import org.maxdock.ui.overview.OverviewPage;
import org.maxdock.ui.overview.RecentRuns;
import org.maxdock.ui.overview.ServerModel;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.EngineWatch;
import org.maxdock.ui.shared.ImageInHand;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.Recording;
import org.maxdock.ui.shared.SettingsModel;
import org.maxdock.ui.shared.TypingPause;
import org.maxdock.ui.shared.Undo;

/**
 * Puts together the pages around one launch that is being made: where it is made, what it maps, and those of before.
 */
final class LaunchPages {

    private static final double MAPPING_PAUSE = 200;
    private static final double LAUNCH_PAUSE = 300;

    private final LaunchPage launch;
    private final MountsPage mounts;
    private final OverviewPage overview;
    private final NextStepModel way;

    /** What these pages share with the others. */
    record Shared(
            Background background,
            ConnectionModel connection,
            ProjectModel project,
            SettingsModel settings,
            ImageInHand image,
            Undo undo,
            Recording recording,
            Navigation navigation,
            Dialogs dialogs,
            Texts texts) {}

    LaunchPages(
            Shared shared,
            Connection link,
            LaunchOperations launches,
            Plans plans,
            Runs runs,
            KnownServers servers,
            LaunchReviews reviews,
            EngineWatch watch,
            Runnable takeNode,
            Starter.Terminals terminals,
            Runnable openProject,
            OwnProject own) {
        Background background = shared.background();
        ConnectionModel connection = shared.connection();
        ProjectModel project = shared.project();
        Navigation navigation = shared.navigation();
        Dialogs dialogs = shared.dialogs();
        Texts texts = shared.texts();

        JobOperations jobs = new JobOperations(link, runs);
        KeptLaunches kept = new KeptLaunches(
                background.at(Place.KEPT_LAUNCHES),
                project,
                plans,
                reviews,
                shared.undo(),
                dialogs,
                navigation,
                texts,
                new Json());
        DraftModel draft = new DraftModel(new LaunchDraft(), project, shared.image());
        DraftLoader loader = new DraftLoader(
                draft,
                project,
                connection.at(Place.KEPT_LAUNCHES),
                plans,
                launches,
                background.at(Place.KEPT_LAUNCHES),
                texts);
        ConnectionModel starting = connection.at(Place.START);
        Background started = background.at(Place.START);
        draft.draft().valuesProperty().addListener((o, was, is) -> started.mended());
        Preflights preflights = new Preflights(started, starting, project, plans, launches);
        watch.onChange(list -> {
            if (list == EngineEvent.Listed.IMAGES) {
                preflights.imagesChanged();
            }
        });
        Starter starter = new Starter(
                started,
                starting,
                project,
                plans,
                launches,
                preflights,
                reviews,
                terminals,
                navigation,
                dialogs,
                texts);

        DraftChecks could =
                new DraftChecks(draft, project, starting, preflights, started, new TypingPause(LAUNCH_PAUSE));
        LaunchModel launchModel = new LaunchModel(
                draft,
                loader,
                could,
                new PlaceModel(draft.draft(), starting, new ClusterOperations(link), jobs, started, texts),
                new ScriptModel(draft, launches, could.stateProperty()),
                starter,
                kept,
                new SiteOptions(draft.draft(), starting, launches, started),
                connection,
                project,
                dialogs,
                texts);
        launch = new LaunchPage(launchModel, connection, navigation, dialogs, openProject, texts);

        MountOperations mountOperations = new MountOperations(link);
        MountSubject subject = new MountSubject(draft, project, shared.undo(), dialogs, texts);
        Background folders = background.at(Place.FOLDERS);
        Background plan = background.at(Place.PLAN);
        ConnectionModel checking = connection.at(Place.MOUNT_CHECKS);
        ImageFolders image =
                new ImageFolders(draft, connection.at(Place.FOLDERS), new ImageOperations(link), folders, texts);
        MountChecks checks = new MountChecks(
                subject,
                draft,
                checking,
                image,
                mountOperations,
                background.at(Place.MOUNT_CHECKS),
                texts,
                new TypingPause(MAPPING_PAUSE));
        MountsModel mountsModel = new MountsModel(
                subject,
                checks,
                new Mends(subject, checks, draft.draft(), checking, mountOperations, texts),
                new NewMapping(subject, checks, image, mountOperations, plan, new TypingPause(MAPPING_PAUSE)),
                new NamedPlans(subject, project, plans, plan, dialogs, texts),
                new HostFolders(connection.at(Place.FOLDERS), project, mountOperations, folders),
                image,
                draft,
                connection.at(Place.PLAN),
                mountOperations,
                plan,
                dialogs,
                texts);
        mounts = new MountsPage(mountsModel, connection, navigation, dialogs, texts);

        way = new NextStepModel(connection, project, draft);
        overview = new OverviewPage(
                new ConnectModel(connection, shared.settings(), servers, background, texts),
                new LaunchCards(project, connection, preflights, starter, loader, kept, navigation, texts),
                new RecentRuns(launches, preflights, starter, loader, navigation, background.at(Place.RECENT), texts),
                new ServerModel(connection.at(Place.RECENT), jobs, background.at(Place.RECENT), texts),
                way,
                new NextStepActions(
                        navigation,
                        shared.recording(),
                        openProject,
                        () -> background.quietly(a -> own.folder(), project::open, background::trouble),
                        takeNode),
                shared.recording().busyProperty(),
                starter,
                connection,
                navigation,
                texts);
    }

    LaunchPage launch() {
        return launch;
    }

    MountsPage mounts() {
        return mounts;
    }

    /** What comes next. */
    NextStepModel way() {
        return way;
    }

    OverviewPage overview() {
        return overview;
    }
}
