package org.maxdock.ui.mounts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.maxdock.mount.MountPlan;
import org.maxdock.mount.PlanDifference;
import org.maxdock.operation.OpenProject;
import org.maxdock.store.Begun;
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
    private Optional<KeptPlan> ofProject = Optional.empty();

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
            ofProject = Optional.empty();
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
        name.set(taken().map(KeptPlan::name).orElse(""));
    }

    /** The kept plan that this one was taken from or kept as, as it was then. */
    private Optional<KeptPlan> taken() {
        return subject.whoseProperty().get() == MountSubject.Whose.PROJECT ? ofProject : subject.launchPlan();
    }

    public void refresh() {
        if (project.get() != null) {
            reading.ask((in, a) -> plans.all(in), kept::set);
        }
    }

    /** Fills what is shown with a kept plan. */
    public void take(KeptPlan plan) {
        Optional<KeptPlan> before = ofProject;
        subject.fill(plan, () -> {
            ofProject = before;
            name();
        });
        named(plan);
    }

    private void named(KeptPlan plan) {
        if (subject.whoseProperty().get() == MountSubject.Whose.PROJECT) {
            ofProject = Optional.of(plan);
        } else {
            subject.named(plan);
        }
        name();
    }

    /** What a plan is called where those of the project and those for all stand together. */
    String called(KeptPlan plan) {
        return texts.get(plan.everywhere() ? "ui.plan.take-everywhere" : "ui.plan.take", plan.name());
    }

    /** Keeps what is shown under a name, which is asked. */
    public void keep(boolean everywhere) {
        OpenProject in = project.get();
        if (in == null) {
            background.trouble(new Trouble(TroubleKind.NO_PROJECT));
            return;
        }
        asks.text(
                        texts.get(everywhere ? "ui.plan.keep-everywhere" : "ui.plan.keep"),
                        texts.get("ui.plan.name"),
                        name.get(),
                        answer -> new MountPlan(answer.strip(), subject.mappings()))
                .ifPresent(answer -> keep(in, answer.strip(), everywhere));
    }

    private void keep(OpenProject in, String called, boolean everywhere) {
        try {
            MountPlan plan = InvalidValue.orTrouble(() -> new MountPlan(called, subject.mappings()));
            if (in != project.get()) {
                return;
            }
            KeptPlan fresh = new KeptPlan(plan, everywhere);
            Begun<MountPlan> begun =
                    new Begun<>(taken().filter(fresh::isSamePlace).map(KeptPlan::plan));
            Optional<MountPlan> known = kept.get().stream()
                    .filter(fresh::isSamePlace)
                    .map(KeptPlan::plan)
                    .findFirst();
            if (begun.allows(plan, known)) {
                put(fresh, begun, in);
            } else {
                ask(fresh, begun, in);
            }
        } catch (Trouble e) {
            background.trouble(e);
        }
    }

    /** Where another plan is in its place, that is shown; it is replaced where that is wanted. */
    private void ask(KeptPlan fresh, Begun<MountPlan> begun, OpenProject in) {
        begun.other()
                .filter(theirs ->
                        in == project.get() && isWanted(fresh, theirs, begun.isOfEntry()) && in == project.get())
                .ifPresent(theirs -> put(fresh, new Begun<>(Optional.of(theirs)), in));
    }

    private void put(KeptPlan fresh, Begun<MountPlan> begun, OpenProject in) {
        Runnable done = () -> {
            if (begun.other().isEmpty()) {
                kept(fresh, in);
            } else {
                ask(fresh, begun, in);
            }
        };
        if (fresh.everywhere()) {
            background.quietly(a -> plans.keepEverywhere(fresh.plan(), begun), done);
        } else {
            project.edit(now -> now.withPlan(fresh.plan(), begun), done, background::trouble);
        }
    }

    private void kept(KeptPlan fresh, OpenProject in) {
        if (in == project.get()) {
            named(fresh);
        }
        refresh();
    }

    private boolean isWanted(KeptPlan fresh, MountPlan theirs, boolean changed) {
        return changed
                ? asks.look(
                        texts.get("ui.plan.changed-title"),
                        texts.get("ui.plan.changed", called(fresh)),
                        difference(theirs, fresh.plan()),
                        texts.get("ui.plan.replace-yes"))
                : asks.confirm(
                        texts.get("ui.plan.replace-title"),
                        texts.get("ui.plan.replace", called(fresh)),
                        texts.get("ui.plan.replace-yes"));
    }

    private static String difference(MountPlan theirs, MountPlan mine) {
        return PlanDifference.between(theirs.mappings(), mine.mappings()).changes().stream()
                .map(PlanDifference.MappingChange::line)
                .collect(Collectors.joining("\n"));
    }

    /** Forgets a kept plan, once that is confirmed. */
    public void forget(KeptPlan plan) {
        OpenProject in = project.get();
        if (asks.confirm(
                        texts.get("ui.plan.forget-title"),
                        texts.get(
                                "ui.plan.forget-asks",
                                called(plan),
                                plan.plan().mappings().size()),
                        texts.get("ui.plan.forget"))
                && in == project.get()) {
            background.quietly(a -> plans.remove(plan, in), this::refresh);
        }
    }

    /** How what is shown differs from a kept plan. */
    public PlanDifference compare(KeptPlan other) {
        return PlanDifference.between(other.plan().mappings(), List.copyOf(subject.mappings()));
    }
}
