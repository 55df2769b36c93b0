package org.maxdock.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.maxdock.host.local.LocalHost;
import org.maxdock.host.ssh.SshSettings;
import org.maxdock.operation.BuildFolderFiles;
import org.maxdock.operation.BuildOperations;
import org.maxdock.operation.ClusterOperations;
import org.maxdock.operation.Connection;
import org.maxdock.operation.Connections;
import org.maxdock.operation.ContainerOperations;
import org.maxdock.operation.Desktop;
import org.maxdock.operation.ImageOperations;
import org.maxdock.operation.JobOperations;
import org.maxdock.operation.KnownServers;
import org.maxdock.operation.LaunchFollowing;
import org.maxdock.operation.LaunchOperations;
import org.maxdock.operation.LaunchReviews;
import org.maxdock.operation.NodeOperations;
import org.maxdock.operation.OwnProject;
import org.maxdock.operation.Reconnecting;
import org.maxdock.operation.RecordOperations;
import org.maxdock.operation.RecordSigner;
import org.maxdock.operation.RegistryOperations;
import org.maxdock.operation.SignatureDemands;
import org.maxdock.operation.UserFolder;
import org.maxdock.store.BuildHistory;
import org.maxdock.store.Drafts;
import org.maxdock.store.Json;
import org.maxdock.store.KnownLaunches;
import org.maxdock.store.Plans;
import org.maxdock.store.ProgramLog;
import org.maxdock.store.RecordFile;
import org.maxdock.store.Runs;
import org.maxdock.store.Settings;
import org.maxdock.store.SettingsFile;
import org.maxdock.store.Site;
import org.maxdock.store.TableLooks;
import org.maxdock.store.ViewFile;
import org.maxdock.store.WindowPlace;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.build.BuildPageParts;
import org.maxdock.ui.containers.ContainersPage;
import org.maxdock.ui.images.ImagesPage;
import org.maxdock.ui.images.ImagesPageParts;
import org.maxdock.ui.jobs.JobsPage;
import org.maxdock.ui.settings.SettingsPage;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.EngineModel;
import org.maxdock.ui.shared.EngineWatch;
import org.maxdock.ui.shared.FolderQuestion;
import org.maxdock.ui.shared.ImageInHand;
import org.maxdock.ui.shared.ImagesOfNode;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.Recording;
import org.maxdock.ui.shared.SettingsModel;
import org.maxdock.ui.shared.StillThere;
import org.maxdock.ui.shared.TakeNode;
import org.maxdock.ui.shared.Undo;
import org.maxdock.ui.shell.DroppedFiles;
import org.maxdock.ui.shell.FileDrop;
import org.maxdock.ui.shell.MainWindow;
import org.maxdock.ui.shell.OpenableLog;
import org.maxdock.ui.terminals.ApplicationBrowser;
import org.maxdock.ui.terminals.LaunchFollower;
import org.maxdock.ui.terminals.MarkedText;
import org.maxdock.ui.terminals.TerminalFont;
import org.maxdock.ui.terminals.TerminalsModel;
import org.maxdock.ui.terminals.TerminalsPage;
import org.maxdock.ui.verify.Mending;
import org.maxdock.ui.verify.NodesModel;
import org.maxdock.ui.verify.RecordModel;
import org.maxdock.ui.verify.VerifyModel;
import org.maxdock.ui.verify.VerifyPage;
import org.maxdock.ui.verify.VerifyTable;

/** Puts the parts of a window together, and shows it. On the FX thread. */
final class WindowParts {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private final Stage stage;
    private final Path settingsFile;
    private final Settings settings;
    private final Optional<Trouble> unreadable;
    private final Texts texts;
    private final Dialogs ask;
    private final Background background;
    private final Connection link;
    private final ConnectionModel connection;
    private final Navigation navigation;
    private final SettingsModel preferences;
    private final ProjectModel project;
    private final BuildHistory history;
    private final ImageOperations images;
    private final ContainerOperations containers;
    private final RecordOperations records;
    private final UserFolder userFolder;
    private final ImageInHand inHand;
    private final Undo undo;
    private final Recording recording;
    private final Runs runs;
    private final RecordSigner signer;
    private final Desktop desktop;
    private final ApplicationBrowser browser;
    private final LaunchFollower follower;
    private final TerminalsModel terminals;
    private final EngineWatch watch;
    private final EngineModel engine;
    private final TakeNode takeNode;
    private final Runnable openProject;
    private final LaunchPages making;

    /** @param page the first to be shown */
    WindowParts(FolderQuestion folders, Stage stage, SshSettings ssh, Site site, Path settingsFile, String page) {
        this.stage = stage;
        this.settingsFile = settingsFile;
        Settings read = Settings.BUILT_IN;
        Trouble why = null;
        try {
            read = new SettingsFile(settingsFile, new Json()).read();
        } catch (Trouble e) {
            why = e;
        }
        settings = read;
        unreadable = Optional.ofNullable(why);
        texts = Texts.ofWindow(settings.language().isEmpty() ? Locale.getDefault() : Locale.of(settings.language()));
        StageLooks.theme(settings.theme());
        ask = new Dialogs(texts);
        background = new Background(Platform::runLater);
        link = new Connection(new Connections(ssh, ask.prompts(background::alarm), site));
        connection = new ConnectionModel(link, background, texts);
        Reconnecting.of(link);
        navigation = new Navigation();
        preferences =
                new SettingsModel(background.at(Place.SETTINGS), new SettingsFile(settingsFile, new Json()), settings);
        project = new ProjectModel(background.at(Place.PROJECT), new Json());
        preferences.settingsProperty().addListener((o, was, is) -> StageLooks.theme(is.theme()));
        project.projectProperty()
                .addListener((o, was, is) -> preferences.change(
                        s -> s.withProject(is.folder().toAbsolutePath().toString())));
        connection.onConnected(to -> preferences.change(s -> s.withTarget(to)));
        navigation.go(page);

        history = new BuildHistory(settingsFile.resolveSibling("builds"), new Json());
        images = new ImageOperations(link);
        containers = new ContainerOperations(link);
        KnownLaunches known = new KnownLaunches(settingsFile.resolveSibling("known-launches.json"), new Json());
        records = new RecordOperations(link, Clock.systemUTC(), known);
        userFolder = new UserFolder(link, site);
        inHand = new ImageInHand(project);
        undo = new Undo(project);
        recording = new Recording(
                background.at(Place.BUILT), connection.at(Place.BUILT), project, navigation, texts, records);
        runs = new Runs(settingsFile.resolveSibling("runs.json"), new Json());
        signer = new RecordSigner(new LocalHost(), Path.of(System.getProperty("user.home")), site.allowedSigners());
        LaunchOperations launches = new LaunchOperations(link, runs, new SignatureDemands(signer, site));
        desktop = new Desktop();
        browser = new ApplicationBrowser(background.at(Place.TERMINALS), desktop);
        follower = new LaunchFollower(
                connection.at(Place.TERMINALS),
                background.at(Place.TERMINALS),
                texts,
                new LaunchFollowing(link),
                launches,
                browser);
        terminals = new TerminalsModel(
                connection.at(Place.TERMINALS),
                background.at(Place.TERMINALS),
                texts,
                navigation,
                ask,
                launches,
                follower);
        watch = new EngineWatch(connection, background, containers);
        engine = new EngineModel(
                connection.at(Place.ENGINE),
                link,
                new NodeOperations(link),
                new ClusterOperations(link),
                project,
                new ImagesOfNode(
                        connection.at(Place.ENGINE),
                        project,
                        background.at(Place.ENGINE),
                        records,
                        userFolder,
                        ask,
                        new StillThere(connection, navigation::tell, texts),
                        texts),
                background.at(Place.ENGINE),
                ask,
                navigation::tell,
                texts);
        takeNode = new TakeNode(engine, ask, texts);
        openProject = () -> folders.ask(stage, texts.get("ui.open-project")).ifPresent(project::open);
        making = new LaunchPages(
                new LaunchPages.Shared(
                        background, connection, project, preferences, inHand, undo, recording, navigation, ask, texts),
                link,
                launches,
                new Plans(settingsFile.resolveSibling("plans.json"), new Json()),
                runs,
                new KnownServers(ssh),
                new LaunchReviews(known, link, site),
                watch,
                takeNode::open,
                terminals::open,
                openProject,
                new OwnProject(Path.of(System.getProperty("user.home"))));
    }

    private List<Page> pages(ImagesPage imagesPage, VerifyPage verify) {
        return List.of(
                making.overview(),
                imagesPage,
                verify,
                BuildPageParts.page(
                        texts,
                        ask,
                        background,
                        connection,
                        project,
                        navigation,
                        inHand,
                        making.way(),
                        recording,
                        new BuildOperations(link, history, texts),
                        records,
                        userFolder,
                        new RegistryOperations(link),
                        new BuildFolderFiles(link),
                        new Drafts(settingsFile.resolveSibling("drafts"), new Json()),
                        (title, image) ->
                                terminals.open(title, (columns, rows) -> containers.shellIn(image, columns, rows)),
                        openProject),
                making.mounts(),
                making.launch(),
                new JobsPage(
                        connection,
                        background,
                        texts,
                        navigation,
                        ask,
                        new JobOperations(link, runs),
                        new ClusterOperations(link),
                        terminals,
                        making.launch()::start),
                new ContainersPage(
                        connection,
                        background,
                        texts,
                        navigation,
                        ask,
                        project,
                        containers,
                        images,
                        terminals,
                        userFolder),
                new TerminalsPage(
                        terminals,
                        follower,
                        browser,
                        connection,
                        navigation,
                        new TerminalFont(preferences),
                        new MarkedText(background.at(Place.TERMINALS)),
                        texts),
                new SettingsPage(
                        connection, background, texts, navigation, preferences, ask, new RegistryOperations(link)));
    }

    OpenWindow show(Path projectFolder) {
        NodesModel nodes =
                new NodesModel(background.at(Place.VERIFY), connection.at(Place.VERIFY), new ClusterOperations(link));
        VerifyTable recorded = new VerifyTable(connection, project, inHand, texts, nodes);
        VerifyModel verifying = new VerifyModel(
                background.at(Place.VERIFY),
                connection.at(Place.VERIFY),
                project,
                texts,
                records,
                nodes,
                recorded,
                Clock.systemUTC());
        VerifyPage verify = new VerifyPage(
                texts,
                connection,
                navigation,
                recorded,
                verifying,
                new Mending(
                        verifying,
                        connection,
                        project,
                        texts,
                        ask,
                        records,
                        nodes,
                        new StillThere(connection, navigation::tell, texts)),
                new RecordModel(
                        background.at(Place.RECORDS), project, undo, texts, ask, signer, new RecordFile(new Json())),
                nodes);
        ImagesPage imagesPage = ImagesPageParts.page(
                texts,
                ask,
                background,
                connection,
                project,
                navigation,
                inHand,
                images,
                records,
                new RegistryOperations(link),
                userFolder,
                history,
                verifying::verifyAll);
        List<Page> pages = pages(imagesPage, verify);
        ClosingQuestion closing = new ClosingQuestion(
                background,
                terminals,
                ask,
                texts,
                Instant::now,
                () -> making.launch().unsaved());
        connection.onLeaving(closing::mayLeave);
        MainWindow content = new MainWindow(
                connection,
                background,
                texts,
                navigation,
                project,
                undo,
                preferences,
                ask,
                watch,
                engine,
                takeNode,
                openProject,
                new OpenableLog(desktop, ProgramLog.ofUser().file()),
                pages);

        FileDrop.follow(
                content,
                new DroppedFiles(background, project, navigation, texts, making.launch()::paste, imagesPage::load));
        Scene scene = new Scene(content, WIDTH, HEIGHT);
        // before the filter of edits, which a page adds when it is in a window: what is asked last is what is thrown
        // away
        stage.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, e -> {
            if (!closing.mayClose()) {
                e.consume();
            }
        });
        StageLooks.dress(stage, scene);
        ask.setOwner(stage);
        RememberedPlace place = new RememberedPlace(
                new ViewFile<>(settingsFile.resolveSibling("window.json"), new Json(), WindowPlace.class));
        place.follow(stage);
        RememberedTables tables = new RememberedTables(
                new ViewFile<>(settingsFile.resolveSibling("tables.json"), new Json(), TableLooks.class));
        pages.stream().flatMap(p -> p.tables().stream()).forEach(table -> {
            tables.follow(table);
            WholeHeadings.follow(table);
        });
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, e -> tables.look());
        Thread.currentThread().setUncaughtExceptionHandler(new FaultsTold(background));
        stage.show();
        Path folder = projectFolder != null
                ? projectFolder
                : settings.projects().stream().findFirst().map(Path::of).orElse(null);
        if (folder != null) {
            project.open(folder);
        }
        unreadable.ifPresent(background::trouble);
        return new OpenWindow(texts, background, connection, project, navigation, preferences, place, tables);
    }
}
