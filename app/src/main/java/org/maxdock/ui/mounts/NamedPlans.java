package org.maxdock.ui.mounts;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.maxdock.mount.MountPlan;
import org.maxdock.mount.PlanDifference;
import org.maxdock.operation.OpenProject;
import org.maxdock.store.KeptPlan;
import org.maxdock.store.Plans;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.Question;

/** The plans that are kept by name: to take one, keep this one, compare, or forget. On the window's thread. */
public final class NamedPlans {

    private final MountSubject subject;
    private final ProjectModel project;
    private final Plans plans;
    private final Background background;
    private final Asks asks;
    private final Texts texts;
    private final Question<OpenProject> reading;
    private final ReadOnlyObjectWrapper<List<KeptPlan>> kept = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private String projectsName = "";

    public NamedPlans(
            MountSubject subject, ProjectModel project, Plans plans, Background background, Asks asks, Texts texts) {
        this.subject = subject;
        this.project = project;
        this.plans = plans;
        this.background = background;
        this.asks = asks;
        this.texts = texts;
        this.reading = new Question<>(background, project::get);
        project.projectProperty().addListener((o, was, is) -> {
            projectsName = "";
            name();
            kept.set(List.of());
            refresh();
        });
        subject.whoseProperty().addListener((o, was, is) -> name());
        subject.mappings().addListener((javafx.beans.InvalidationListener) o -> name());
    }

    /** Those of the project, then those for all projects. */
    public ReadOnlyObjectProperty<List<KeptPlan>> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /** The kept plan that this one was taken from or kept as; empty for none. */
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    private void name() {
        name.set(subject.whoseProperty().get() == MountSubject.Whose.PROJECT ? projectsName : subject.planName());
    }

    public void refresh() {
        if (project.get() != null) {
            reading.ask((in, a) -> plans.all(in), kept::set);
        }
    }

    /** Fills what is shown with a kept plan. */
    public void take(MountPlan plan) {
        subject.fill(plan.mappings(), plan.name());
        named(plan.name());
    }

    private void named(String plan) {
        if (subject.whoseProperty().get() == MountSubject.Whose.PROJECT) {
            projectsName = plan;
        } else {
            subject.named(plan);
        }
        name();
    }

    /** Keeps what is shown under a name, which is asked. */
    public void keep(boolean everywhere) {
        if (project.get() == null) {
            background.trouble(new Trouble(TroubleKind.NO_PROJECT));
            return;
        }
        asks.text(
                        texts.get(everywhere ? "ui.plan.keep-everywhere" : "ui.plan.keep"),
                        texts.get("ui.plan.name"),
                        name.get())
                .ifPresent(answer -> keep(answer.strip(), everywhere));
    }

    private void keep(String called, boolean everywhere) {
        try {
            MountPlan plan = InvalidValue.orTrouble(() -> new MountPlan(called, subject.mappings()));
            if (isKept(called, everywhere)
                    && !called.equals(name.get())
                    && !asks.confirm(
                            texts.get("ui.plan.replace-title"),
                            texts.get("ui.plan.replace", called),
                            texts.get("ui.plan.replace-yes"))) {
                return;
            }
            OpenProject in = project.get();
            Runnable done = () -> {
                if (in == project.get()) {
                    named(called);
                }
                refresh();
            };
            if (everywhere) {
                background.quietly(a -> plans.keep(new KeptPlan(plan, true), in), done);
            } else {
                project.edit(now -> now.withPlan(plan), done, background::trouble);
            }
        } catch (Trouble e) {
            background.trouble(e);
        }
    }

    private boolean isKept(String called, boolean everywhere) {
        return kept.get().stream()
                .anyMatch(k -> k.everywhere() == everywhere && k.plan().name().equals(called));
    }

    /** Forgets a kept plan, once that is confirmed. */
    public void forget(MountPlan plan) {
        OpenProject in = project.get();
        if (asks.confirm(
                        texts.get("ui.plan.forget-title"),
                        texts.get(
                                "ui.plan.forget-asks",
                                plan.name(),
                                plan.mappings().size()),
                        texts.get("ui.plan.forget"))
                && in == project.get()) {
            background.quietly(a -> plans.remove(plan.name(), in), this::refresh);
        }
    }

    /** How what is shown differs from a kept plan. */
    public PlanDifference compare(MountPlan other) {
        return PlanDifference.between(other.mappings(), List.copyOf(subject.mappings()));
    }
}
