package org.maxdock.ui.shared;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.maxdock.mount.Mapping;
import org.maxdock.project.Project;

/** The project's mount plan, as it is edited; kept in the project with each change. */
public final class PlanModel {

    private final ObservableList<Mapping> mappings = FXCollections.observableArrayList();
    private boolean loading;

    public PlanModel(Session session) {
        session.projectProperty().addListener((o, was, is) -> load(session, is));
        mappings.addListener((ListChangeListener<Mapping>) change -> save(session));
    }

    public ObservableList<Mapping> mappings() {
        return mappings;
    }

    private void load(Session session, Project project) {
        if (project == null) {
            return;
        }
        session.background().quietly(activity -> project.mounts(), read -> {
            loading = true;
            mappings.setAll(read);
            loading = false;
        }, session.background()::trouble);
    }

    private void save(Session session) {
        Project project = session.projectProperty().get();
        if (loading || project == null) {
            return;
        }
        List<Mapping> now = List.copyOf(mappings);
        session.background().quietly(activity -> {
            project.putMounts(now);
            return now;
        }, written -> { }, session.background()::trouble);
    }
}
