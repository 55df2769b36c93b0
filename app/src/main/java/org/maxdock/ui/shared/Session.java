package org.maxdock.ui.shared;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maxdock.engine.EngineInfo;
import org.maxdock.host.Command;
import org.maxdock.launch.Browser;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.operation.Connected;
import org.maxdock.operation.Connections;
import org.maxdock.operation.Workbench;
import org.maxdock.slurm.JobId;
import org.maxdock.store.Json;
import org.maxdock.store.Plans;
import org.maxdock.store.Project;
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
    private final Connections connections;
    private final Path settingsFile;
    private final Json json = new Json();
    private final Plans plans;
    private final Runs runs;
    private final Browser browser;
    private final ObjectProperty<Connected> connected = new SimpleObjectProperty<>();
    private final StringProperty target = new SimpleStringProperty("");
    private final BooleanProperty connecting = new SimpleBooleanProperty();
    private final BooleanProperty lost = new SimpleBooleanProperty();
    private final ObjectProperty<Project> project = new SimpleObjectProperty<>();
    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>();
    private final StringProperty news = new SimpleStringProperty("");
    private final StringProperty page = new SimpleStringProperty("overview");
    private Activity connectActivity;

    public Session(
            Texts texts,
            Background background,
            Connections connections,
            Path settingsFile,
            Settings settings,
            Browser browser) {
        this.texts = texts;
        this.background = background;
        this.connections = connections;
        this.settingsFile = settingsFile;
        this.plans = new Plans(settingsFile.resolveSibling("plans.json"), json);
        this.runs = new Runs(settingsFile.resolveSibling("runs.json"), json);
        this.browser = browser;
        this.settings.set(settings);
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
        Run run = Run.started(plan, job, target.get());
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

    public Optional<Workbench> bench() {
        return Optional.ofNullable(connected.get()).map(Connected::bench);
    }

    public StringProperty targetProperty() {
        return target;
    }

    public BooleanProperty connectingProperty() {
        return connecting;
    }

    /** Whether there was a connection that broke. */
    public BooleanProperty lostProperty() {
        return lost;
    }

    public ObjectProperty<Project> projectProperty() {
        return project;
    }

    public ObjectProperty<Settings> settingsProperty() {
        return settings;
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

    /** Connects, in the place of the connection there is. */
    public void connect(String where) {
        String to = where.strip();
        if (to.isEmpty() || connecting.get()) {
            return;
        }
        disconnect();
        target.set(to);
        connecting.set(true);
        connectActivity = background.run(
                text("ui.work.connect", to),
                activity -> open(to),
                found -> {
                    connecting.set(false);
                    lost.set(false);
                    connected.set(found);
                    change(settings.get().withTarget(to));
                    found.bench().host().onLost(() -> Platform.runLater(() -> brokenOff(found)));
                },
                trouble -> {
                    connecting.set(false);
                    if (trouble.kind() != TroubleKind.CANCELLED) {
                        background.trouble(trouble);
                    }
                });
    }

    public void cancelConnecting() {
        if (connectActivity != null) {
            connectActivity.cancellation().cancel();
        }
    }

    public void reconnect() {
        connect(target.get());
    }

    /** Connects beside the connection there is, tells what is there, and leaves it again. */
    public void probe(String where, Consumer<Connected> then) {
        background.run(
                text("ui.work.probe", where),
                activity -> {
                    Connected found = open(where.strip());
                    found.bench().close();
                    return found;
                },
                then);
    }

    private Connected open(String to) throws Trouble {
        Workbench bench = connections.open(to);
        try {
            Optional<String> slurm = bench.slurm().version();
            try {
                EngineInfo engine = bench.engine().info();
                return new Connected(
                        bench,
                        Optional.of(engine),
                        Optional.empty(),
                        slurm,
                        roundTrip(() -> bench.engine().ping()));
            } catch (Trouble e) {
                return new Connected(
                        bench,
                        Optional.empty(),
                        Optional.of(e),
                        slurm,
                        roundTrip(() -> bench.host().run(Command.of("true"))));
            }
        } catch (Trouble e) {
            bench.close();
            throw e;
        }
    }

    /** The shortest of three: the first ones wait for caches to fill. */
    private static long roundTrip(Trip trip) throws Trouble {
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            trip.make();
            shortest = Math.min(shortest, System.nanoTime() - start);
        }
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(shortest));
    }

    private interface Trip {
        void make() throws Trouble;
    }

    private void brokenOff(Connected which) {
        if (connected.get() == which) {
            connected.set(null);
            lost.set(true);
            background.trouble(new Trouble(TroubleKind.CONNECTION_LOST, target.get()));
        }
    }

    public void disconnect() {
        Connected now = connected.get();
        connected.set(null);
        lost.set(false);
        if (now != null) {
            Thread.ofVirtual().start(now.bench()::close);
        }
    }

    public void openProject(Path folder) {
        project.set(new Project(folder, json));
        change(settings.get().withProject(folder.toAbsolutePath().toString()));
    }

    /** Sets and keeps the settings. */
    public void change(Settings changed) {
        settings.set(changed);
        background.quietly(
                activity -> {
                    changed.write(settingsFile, json);
                    return changed;
                },
                written -> {},
                background::trouble);
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
        Optional<Workbench> bench = bench();
        if (bench.isEmpty()) {
            failed.accept(new Trouble(TroubleKind.NOT_CONNECTED));
            return null;
        }
        return background.run(title, activity -> operation.run(bench.get(), activity), then, failed);
    }

    public interface BenchOperation<T> {
        T run(Workbench bench, Activity activity) throws Trouble;
    }
}
