package org.maxdock.ui.shared;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maxdock.launch.Browser;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.operation.Connected;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ConnectionState;
import org.maxdock.operation.OpenProject;
import org.maxdock.operation.Server;
import org.maxdock.operation.ServerFacts;
import org.maxdock.slurm.JobId;
import org.maxdock.store.Json;
import org.maxdock.store.Plans;
import org.maxdock.store.Run;
import org.maxdock.store.Runs;
import org.maxdock.store.Settings;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** What all pages share: the connection, the project, the settings, the texts. To be used on the FX thread. */
public final class Session {

    private final Texts texts;
    private final Background background;
    private final Connection link;
    private final ConnectionModel connection;
    private final Navigation navigation;
    private final Json json = new Json();
    private final Plans plans;
    private final Runs runs;
    private final Browser browser;
    private final ObjectProperty<Connected> connected = new SimpleObjectProperty<>();
    private final BooleanProperty connecting = new SimpleBooleanProperty();
    private final BooleanProperty lost = new SimpleBooleanProperty();
    private final ProjectModel project;
    private final SettingsModel settings;
    private final StringProperty page = new SimpleStringProperty("overview");
    private final StringProperty news = new SimpleStringProperty("");

    public Session(
            Texts texts,
            Background background,
            Connection link,
            ConnectionModel connection,
            Path settingsFile,
            SettingsModel settings,
            ProjectModel project,
            Navigation navigation,
            Browser browser) {
        this.texts = texts;
        this.background = background;
        this.link = link;
        this.connection = connection;
        this.plans = new Plans(settingsFile.resolveSibling("plans.json"), json);
        this.runs = new Runs(settingsFile.resolveSibling("runs.json"), json);
        this.browser = browser;
        this.settings = settings;
        this.project = project;
        this.navigation = navigation;
        page.addListener((o, was, is) -> navigation.go(is));
        navigation.pageProperty().addListener((o, was, is) -> page.set(is));
        news.addListener((o, was, is) -> navigation.tell(is));
        navigation.newsProperty().addListener((o, was, is) -> news.set(is));
        connecting.bind(connection.connecting());
        connection.stateProperty().addListener((o, was, is) -> follow(is));
        connection.onConnected(to -> settings.change(s -> s.withTarget(to)));
    }

    private void follow(ConnectionState is) {
        lost.set(is instanceof ConnectionState.Lost);
        Optional<ConnectionState.Connected> there = is.connected()
                .filter(c ->
                        !c.facts().engine().isPending() && !c.facts().slurm().isPending());
        if (there.isEmpty()) {
            connected.set(null);
            return;
        }
        try {
            ServerFacts facts = there.get().facts();
            connected.set(new Connected(
                    link.server(),
                    facts.engine().value(),
                    facts.engine().trouble(),
                    facts.slurm().value(),
                    facts.millis().orElse(0)));
        } catch (Trouble e) {
            connected.set(null);
        }
    }

    public ProjectModel project() {
        return project;
    }

    public ConnectionModel connection() {
        return connection;
    }

    public Navigation navigation() {
        return navigation;
    }

    /** The launches that were started. */
    public Runs runs() {
        return runs;
    }

    public Browser browser() {
        return browser;
    }

    /** Remembers a launch that was started; its job is empty while it is not known. */
    public void started(LaunchPlan plan, Optional<JobId> job) {
        Run run = Run.started(plan, job, connection.targetProperty().get());
        background.quietly(
                a -> {
                    runs.put(run);
                    return run;
                },
                kept -> {},
                background::trouble);
    }

    public Texts texts() {
        return texts;
    }

    /** Mount plans that are kept by name. */
    public Plans plans() {
        return plans;
    }

    public String text(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    public Background background() {
        return background;
    }

    /** The connection; null while there is none. */
    public ObjectProperty<Connected> connectedProperty() {
        return connected;
    }

    public Optional<Server> bench() {
        return Optional.ofNullable(connected.get()).map(Connected::bench);
    }

    public StringProperty targetProperty() {
        return connection.targetProperty();
    }

    public BooleanProperty connectingProperty() {
        return connecting;
    }

    /** Whether there was a connection that broke. */
    public BooleanProperty lostProperty() {
        return lost;
    }

    public javafx.beans.property.ReadOnlyObjectProperty<OpenProject> projectProperty() {
        return project.projectProperty();
    }

    public javafx.beans.property.ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.settingsProperty();
    }

    /**
     * The latest news of what runs elsewhere, in the bar at the bottom: it covers nothing, and so is in nobody's way.
     */
    public StringProperty newsProperty() {
        return news;
    }

    /** The id of the page that is shown. */
    public StringProperty pageProperty() {
        return page;
    }

    public void connect(String where) {
        connection.connect(where);
    }

    public void cancelConnecting() {
        connection.cancelConnecting();
    }

    public void reconnect() {
        connection.reconnect();
    }

    public void disconnect() {
        connection.disconnect();
    }

    public void openProject(Path folder) {
        project.open(folder);
    }

    /** Changes the settings. */
    public void change(UnaryOperator<Settings> change) {
        settings.change(change);
    }

    /**
     * Has a terminal stand ready on the server for the launch that may come; without one, that launch only takes
     * longer.
     */
    public void prepareTerminal() {
        bench().ifPresent(bench -> background.glance(
                a -> {
                    bench.terminals().prepare();
                    return bench;
                },
                done -> {}));
    }

    /** Runs an operation with the connection, if there is one; else says that there is none. */
    public <T> Activity withBench(String title, BenchOperation<T> operation, Consumer<T> then) {
        return withBench(title, operation, then, background::trouble);
    }

    public <T> Activity withBench(
            String title, BenchOperation<T> operation, Consumer<T> then, Consumer<Trouble> failed) {
        Optional<Server> bench = bench();
        if (bench.isEmpty()) {
            failed.accept(new Trouble(TroubleKind.NOT_CONNECTED));
            return null;
        }
        return background.run(title, activity -> operation.run(bench.get(), activity), then, failed);
    }

    public interface BenchOperation<T> {
        T run(Server bench, Activity activity) throws Trouble;
    }
}
