package org.maxdock.ui.mounts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maxdock.host.HostFiles;
import org.maxdock.host.StartFolder;
import org.maxdock.launch.Launch;
import org.maxdock.mount.Mapping;
import org.maxdock.operation.MountOperations;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.Question;

/**
 * The folders of the server that can be mapped: where the site's people start from, quick picks, and what is in a
 * folder that is opened. What came over a connection of before is dropped. On the window's thread.
 */
public final class HostFolders {

    private static final int AT_ONCE = 1000;
    private static final int BEAMTIMES = 40;

    private final ConnectionModel connection;
    private final ProjectModel project;
    private final MountOperations mounts;
    private final Background background;
    private final Question<Long> placing;
    private final Question<Long> picking;
    private final ReadOnlyObjectWrapper<List<StartFolder>> places = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> quick = new ReadOnlyObjectWrapper<>(List.of());
    private List<String> readable = List.of();
    private boolean local;

    public HostFolders(
            ConnectionModel connection, ProjectModel project, MountOperations mounts, Background background) {
        this.connection = connection;
        this.project = project;
        this.mounts = mounts;
        this.background = background;
        this.placing = new Question<>(background, connection::number);
        this.picking = new Question<>(background, connection::number);
        connection.onOther(this::reset);
        project.projectProperty().addListener((o, was, is) -> derive());
        project.launches().addListener((javafx.beans.InvalidationListener) o -> derive());
        reset();
    }

    private record Picks(List<String> readable, boolean local) {}

    private void reset() {
        places.set(List.of());
        readable = List.of();
        derive();
        placing.drop();
        picking.drop();
        if (connection.number() != 0) {
            placing.ask((number, a) -> mounts.startFolders(), places::set);
            picking.ask(
                    (number, a) -> new Picks(
                            mounts.beamtimes(BEAMTIMES), mounts.hostName().equals("local")),
                    found -> {
                        readable = found.readable();
                        local = found.local();
                        derive();
                    });
        }
    }

    /** The project's own folder, beamtimes that the user may read, and folders of the project's launches. */
    private void derive() {
        List<String> picks = new ArrayList<>();
        if (connection.number() != 0) {
            if (local && project.get() != null) {
                picks.add(project.get().folder().toString());
            }
            picks.addAll(readable);
            project.launches().stream()
                    .map(Launch::mounts)
                    .flatMap(List::stream)
                    .map(Mapping::host)
                    .filter(host -> host.startsWith("/") && !picks.contains(host))
                    .distinct()
                    .forEach(picks::add);
        }
        quick.set(List.copyOf(picks));
    }

    /** Where people start from. */
    public ReadOnlyObjectProperty<List<StartFolder>> placesProperty() {
        return places.getReadOnlyProperty();
    }

    /** Folders to go to at once. */
    public ReadOnlyObjectProperty<List<String>> quickProperty() {
        return quick.getReadOnlyProperty();
    }

    /** Reads the folders in a folder, from the one at {@code skip} on; nobody is told after another connection. */
    public void read(String folder, int skip, Consumer<HostFiles.Page> then, Consumer<Trouble> failed) {
        long asked = connection.number();
        background.quietly(
                a -> mounts.folders(folder, skip, AT_ONCE),
                page -> {
                    if (asked == connection.number()) {
                        then.accept(page);
                    }
                },
                trouble -> {
                    if (asked == connection.number()) {
                        failed.accept(trouble);
                    }
                });
    }
}
