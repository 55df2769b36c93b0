package org.maxdock.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maxdock.engine.EngineInfo;
import org.maxdock.operation.ConnectionState;
import org.maxdock.operation.EnginePlace;
import org.maxdock.operation.ServerFacts;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.EngineModel;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.SettingsModel;

/** What the line at the top says of the connection and of the project. On the window's thread. */
final class HeaderModel {

    /**
     * How the connection stands, in words; each is empty where there is nothing to say, or not yet.
     *
     * @param kind ok, bad, or empty
     */
    record Words(String connection, String kind, String engine, String slurm, String trip) {}

    private final ConnectionModel connection;
    private final EngineModel engine;
    private final ProjectModel project;
    private final SettingsModel settings;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Words> words = new ReadOnlyObjectWrapper<>();

    HeaderModel(
            ConnectionModel connection, EngineModel engine, ProjectModel project, SettingsModel settings, Texts texts) {
        this.connection = connection;
        this.engine = engine;
        this.project = project;
        this.settings = settings;
        this.texts = texts;
        connection.stateProperty().addListener((o, was, is) -> derive());
        engine.takenProperty().addListener((o, was, is) -> derive());
        derive();
    }

    ReadOnlyObjectProperty<Words> wordsProperty() {
        return words.getReadOnlyProperty();
    }

    private void derive() {
        words.set(
                switch (connection.state()) {
                    case ConnectionState.None none -> only("ui.not-connected", "");
                    case ConnectionState.Connecting connecting -> only("ui.connecting", "");
                    case ConnectionState.Lost lost -> only("ui.lost", "bad");
                    case ConnectionState.Failed failed -> only("ui.not-connected", "");
                    case ConnectionState.Connected connected -> of(connected);
                });
    }

    private Words only(String key, String kind) {
        return new Words(texts.get(key), kind, "", "", "");
    }

    private Words of(ConnectionState.Connected connected) {
        ServerFacts facts = connected.facts();
        OptionalLong millis = facts.millis();
        return new Words(
                "● " + connected.account(),
                "ok",
                engine(connected),
                facts.slurm().isPending()
                        ? ""
                        : facts.slurm().value().map(v -> "SLURM " + v).orElseGet(() -> texts.get("ui.no-slurm")),
                millis.isPresent() ? millis.getAsLong() + " ms" : "");
    }

    /** Of one that is not the server's, whose it is is known before what it is. */
    private String engine(ConnectionState.Connected connected) {
        boolean servers = connected.engine().place() instanceof EnginePlace.OnServer;
        boolean here = connected.engine().place() instanceof EnginePlace.Here;
        String whose = here ? texts.get("ui.engine.here") : connected.engine().host();
        if (connected.facts().engine().isPending()) {
            return servers ? "" : whose;
        }
        String what = connected
                .facts()
                .engine()
                .value()
                .map(info -> servers ? engine(info) : texts.get("ui.engine", version(info)))
                .orElseGet(() -> texts.get("ui.no-engine"));
        String of = servers ? what : texts.get("ui.engine.of", what, whose);
        return engine.node()
                .map(node -> texts.get("ui.engine.left", of, node.left()))
                .orElse(of);
    }

    private static String version(EngineInfo info) {
        return info.version().replaceFirst("\\+.*", "");
    }

    private String engine(EngineInfo info) {
        return texts.get(info.userNamespaces() ? "ui.engine-userns" : "ui.engine", version(info));
    }

    String projectName() {
        return project.get() == null
                ? texts.get("ui.no-project")
                : project.get().name();
    }

    /** Empty where none is open. */
    String projectFolder() {
        return project.get() == null ? "" : project.get().folder().toString();
    }

    /** Folders of projects, latest first. */
    List<String> recent() {
        return settings.get().projects();
    }

    void open(Path folder) {
        project.open(folder);
    }
}
