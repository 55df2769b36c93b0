package org.maxdock.ui.build;

import java.util.Map;
import java.util.TreeMap;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maxdock.operation.RegistryOperations;
import org.maxdock.registry.RepositoryName;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.Question;

/**
 * The registries that an image may be named for: those that docker is logged in to on the server, and those of the
 * images that the project records. On the window's thread.
 */
final class KnownRegistries {

    private final ConnectionModel connection;
    private final ProjectModel project;
    private final RegistryOperations registries;
    private final Question<Long> reading;
    private final ReadOnlyObjectWrapper<Map<String, String>> all = new ReadOnlyObjectWrapper<>(Map.of());
    private Map<String, String> accounts = Map.of();

    KnownRegistries(
            Background background, ConnectionModel connection, ProjectModel project, RegistryOperations registries) {
        this.connection = connection;
        this.project = project;
        this.registries = registries;
        this.reading = new Question<>(background, connection::number);
        project.records().addListener((InvalidationListener) o -> derive());
        connection.onOther(() -> {
            accounts = Map.of();
            derive();
        });
        derive();
    }

    /** Each with the user's name there; empty where that is not known. */
    ReadOnlyObjectProperty<Map<String, String>> allProperty() {
        return all.getReadOnlyProperty();
    }

    private void derive() {
        Map<String, String> now = new TreeMap<>();
        project.records().stream()
                .map(r -> r.reference().domain())
                .filter(domain -> !domain.equals(RepositoryName.HUB))
                .forEach(domain -> now.put(domain, ""));
        now.putAll(accounts);
        all.set(Map.copyOf(now));
    }

    /** Asks for the accounts; where they cannot be had, what is known stays. */
    void refresh() {
        if (connection.connected().get()) {
            reading.ask(
                    (about, a) -> registries.accounts(),
                    found -> {
                        accounts = found;
                        derive();
                    },
                    trouble -> System.getLogger(KnownRegistries.class.getName())
                            .log(System.Logger.Level.DEBUG, "no registries to offer", trouble));
        }
    }

    /**
     * The name of an image as it is in another registry.
     *
     * @param name as it was typed so far
     * @param user the user's name there; empty where that is not known
     */
    static String in(String registry, String user, String name) {
        String typed = name.strip();
        int slash = typed.indexOf('/');
        String path =
                slash > 0 && RepositoryName.isRegistry(typed.substring(0, slash)) ? typed.substring(slash + 1) : typed;
        boolean hub = RepositoryName.of(registry + "/any").registry().equals(RepositoryName.HUB);
        String owned = hub && !user.isEmpty() && path.indexOf('/') < 0 ? user + "/" + path : path;
        return registry + "/" + owned;
    }
}
