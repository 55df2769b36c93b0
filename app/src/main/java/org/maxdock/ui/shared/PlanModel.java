package org.maxdock.ui.shared;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountPlan;
import org.maxdock.operation.OpenProject;

/** The project's mount plan, as it is edited; kept in the project with each change. */
public final class PlanModel {

    private final ObservableList<Mapping> mappings = FXCollections.observableArrayList();
    private final StringProperty name = new SimpleStringProperty("");
    private boolean loading;

    public PlanModel(Session session) {
        session.projectProperty().addListener((o, was, is) -> load(session, is));
        mappings.addListener((ListChangeListener<Mapping>) change -> save(session));
    }

    public ObservableList<Mapping> mappings() {
        return mappings;
    }

    /** The name of the kept plan that this one was taken from or kept as; empty for none. */
    public StringProperty nameProperty() {
        return name;
    }

    /** Replaces the mappings by those of a kept plan. */
    public void take(MountPlan plan) {
        mappings.setAll(plan.mappings());
        name.set(plan.name());
    }

    private void load(Session session, OpenProject project) {
        if (project == null) {
            return;
        }
        session.background()
                .quietly(
                        activity -> project.mounts(),
                        read -> {
                            loading = true;
                            mappings.setAll(read);
                            name.set("");
                            loading = false;
                        },
                        session.background()::trouble);
    }

    private void save(Session session) {
        OpenProject project = session.projectProperty().get();
        if (loading || project == null) {
            return;
        }
        List<Mapping> now = List.copyOf(mappings);
        session.background()
                .quietly(
                        activity -> {
                            project.putMounts(now);
                            return now;
                        },
                        written -> {},
                        session.background()::trouble);
    }
}
