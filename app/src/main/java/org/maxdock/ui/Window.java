package org.maxdock.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.maxdock.host.local.LocalHost;
import org.maxdock.host.ssh.SshSettings;
import org.maxdock.launch.Browser;
import org.maxdock.operation.Connection;
import org.maxdock.operation.Connections;
import org.maxdock.operation.RecordSigner;
import org.maxdock.operation.WindowOpener;
import org.maxdock.store.BuildHistory;
import org.maxdock.store.Json;
import org.maxdock.store.Settings;
import org.maxdock.store.SettingsFile;
import org.maxdock.store.Site;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.build.BuildPage;
import org.maxdock.ui.containers.ContainersPage;
import org.maxdock.ui.images.ImagesPage;
import org.maxdock.ui.jobs.JobsPage;
import org.maxdock.ui.launch.LaunchForm;
import org.maxdock.ui.launch.LaunchPage;
import org.maxdock.ui.launch.Preflights;
import org.maxdock.ui.mounts.MountsPage;
import org.maxdock.ui.overview.OverviewPage;
import org.maxdock.ui.settings.SettingsPage;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.EngineWatch;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.Session;
import org.maxdock.ui.shared.SettingsModel;
import org.maxdock.ui.shell.MainWindow;
import org.maxdock.ui.terminals.TerminalsPage;
import org.maxdock.ui.verify.VerifyPage;

/** Puts the window together and opens it. */
public final class Window implements WindowOpener {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    @Override
    public int open(String target, Path project, SshSettings ssh, String page) {
        CountDownLatch closed = new CountDownLatch(1);
        Platform.startup(() -> {
            Stage stage = new Stage();
            Path settings = Path.of(System.getProperty("user.home"), ".config", "maxdock", "settings.json");
            Session session = show(stage, ssh, settings, project, page);
            String where = target.isEmpty()
                    ? session.settingsProperty().get().targets().stream()
                            .findFirst()
                            .orElse("")
                    : target;
            session.targetProperty().set(where);
            session.connect(target);
            stage.setOnHidden(e -> {
                session.disconnect();
                closed.countDown();
            });
        });
        try {
            closed.await();
            Platform.exit();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** Fills a stage and shows it. On the FX thread. */
    public Session show(Stage stage, SshSettings ssh, Path settingsFile, Path projectFolder, String page) {
        Settings settings = Settings.BUILT_IN;
        Trouble unreadable = null;
        try {
            settings = new SettingsFile(settingsFile, new Json()).read();
        } catch (Trouble e) {
            unreadable = e;
        }
        Texts texts = new Texts(settings.language().isEmpty() ? Locale.getDefault() : Locale.of(settings.language()));
        theme(settings.theme());
        Dialogs ask = new Dialogs(texts);
        Background background = new Background(Platform::runLater);
        Connection link = new Connection(new Connections(ssh, ask.prompts(), Site.maxwell()));
        ConnectionModel connection = new ConnectionModel(link, background, texts);
        Navigation navigation = new Navigation();
        SettingsModel preferences = new SettingsModel(background, new SettingsFile(settingsFile, new Json()), settings);
        ProjectModel project = new ProjectModel(background, new Json());
        Session session = new Session(
                texts,
                background,
                link,
                connection,
                settingsFile,
                preferences,
                project,
                navigation,
                new Browser(new LocalHost()));
        session.settingsProperty().addListener((o, was, is) -> theme(is.theme()));
        session.pageProperty().set(page);

        BuildHistory history = new BuildHistory(settingsFile.resolveSibling("builds"), new Json());
        TerminalsPage terminals = new TerminalsPage(session);
        EngineWatch watch = new EngineWatch(session);
        Preflights preflights = new Preflights(session, watch);
        LaunchForm form = new LaunchForm(session, ask);
        LaunchPage launch = new LaunchPage(session, terminals, ask, form, preflights);
        VerifyPage verify = new VerifyPage(
                session, ask, new RecordSigner(new LocalHost(), Path.of(System.getProperty("user.home"))));
        List<Page> pages = List.of(
                new OverviewPage(session, launch, preflights),
                new ImagesPage(session, ask, history, verify::verifyAll),
                verify,
                new BuildPage(session, ask, terminals, history),
                new MountsPage(session, form, ask),
                launch,
                new JobsPage(session, ask, terminals, launch),
                new ContainersPage(session, ask, terminals),
                terminals,
                new SettingsPage(session, ask));
        MainWindow content = new MainWindow(session, ask, watch, pages);

        Scene scene = new Scene(content, WIDTH, HEIGHT);
        scene.getStylesheets()
                .add(Window.class.getResource("/org/maxdock/maxdock.css").toExternalForm());
        stage.setScene(scene);
        stage.setTitle("MaxDock");
        stage.setMinWidth(1024);
        stage.setMinHeight(700);
        ask.setOwner(stage);
        stage.show();
        Path folder = projectFolder != null
                ? projectFolder
                : settings.projects().stream().findFirst().map(Path::of).orElse(null);
        if (folder != null) {
            session.openProject(folder);
        }
        if (unreadable != null) {
            background.trouble(unreadable);
        }
        return session;
    }

    private static void theme(String name) {
        Application.setUserAgentStylesheet(
                name.equals("dark")
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
    }
}
