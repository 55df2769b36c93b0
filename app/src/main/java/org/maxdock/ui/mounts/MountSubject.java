package org.maxdock.ui.mounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maxdock.mount.Mapping;
import org.maxdock.operation.OpenProject;
import org.maxdock.store.KeptPlan;
import org.maxdock.text.Texts;
import org.maxdock.ui.launch.DraftModel;
import org.maxdock.ui.launch.DraftMounts;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.Undo;

/**
 * What the page works on: the project's plan, or the launch's own mappings. To look at either changes neither; an edit
 * changes the one that is shown, and to copy one to the other is an act of its own. On the window's thread.
 */
public final class MountSubject {

    /** Whose mappings they are. */
    public enum Whose {
        PROJECT,
        LAUNCH
    }

    private final DraftModel launch;
    private final ProjectModel project;
    private final Undo undo;
    private final Asks asks;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Whose> whose = new ReadOnlyObjectWrapper<>(Whose.LAUNCH);
    private final ReadOnlyBooleanWrapper both = new ReadOnlyBooleanWrapper();
    private final ObservableList<Mapping> mappings = FXCollections.observableArrayList();
    private final ObservableList<Mapping> toWatch = FXCollections.unmodifiableObservableList(mappings);
    private final List<Undo.Act> ofDraft = new ArrayList<>();
    private int draft;
    private boolean wasOwn;

    public MountSubject(DraftModel launch, ProjectModel project, Undo undo, Asks asks, Texts texts) {
        this.launch = launch;
        this.project = project;
        this.undo = undo;
        this.asks = asks;
        this.texts = texts;
        InvalidationListener derive = o -> derive();
        launch.draft().valuesProperty().addListener(derive);
        launch.mappings().addListener(derive);
        project.plan().addListener(derive);
        project.projectProperty().addListener(derive);
        derive();
    }

    /** A launch that follows the plan has nothing of its own; one that gets something of its own is shown with it. */
    private void derive() {
        boolean own = launch.draft().values().mounts().isOwn();
        boolean open = project.get() != null;
        both.set(own && open);
        if (!own && open) {
            whose.set(Whose.PROJECT);
        } else if (!open || !wasOwn) {
            whose.set(Whose.LAUNCH);
        }
        wasOwn = own;
        if (!own || draft != launch.draft().which()) {
            undo.withdraw(ofDraft);
            ofDraft.clear();
        }
        draft = launch.draft().which();
        show();
    }

    private void show() {
        List<Mapping> now = whose.get() == Whose.PROJECT ? project.plan() : launch.mappings();
        if (!mappings.equals(now)) {
            mappings.setAll(now);
        }
    }

    public ReadOnlyObjectProperty<Whose> whoseProperty() {
        return whose.getReadOnlyProperty();
    }

    /** Whether there are two to choose from. */
    public ReadOnlyBooleanProperty bothProperty() {
        return both.getReadOnlyProperty();
    }

    /** Looks at the other one. */
    public void choose(Whose other) {
        if (both.get()) {
            whose.set(other);
            show();
        }
    }

    /** Those that are shown. Only to be watched. */
    public ObservableList<Mapping> mappings() {
        return toWatch;
    }

    /** Whether what is shown is what the launch will have. */
    boolean isOfLaunch() {
        return whose.get() == Whose.LAUNCH || !launch.draft().values().mounts().isOwn();
    }

    /** The kept plan that the launch's own were taken from, as it was then; empty for none. */
    Optional<KeptPlan> launchPlan() {
        return whose.get() == Whose.LAUNCH ? launch.draft().values().mounts().keptPlan() : Optional.empty();
    }

    /** It is taken from a kept plan, or was kept as one. */
    void named(KeptPlan plan) {
        if (whose.get() == Whose.LAUNCH) {
            own(launch.mappings(), Optional.of(plan));
        }
    }

    public void add(List<Mapping> more) {
        edit(
                now -> {
                    List<Mapping> all = new ArrayList<>(now);
                    all.addAll(more);
                    return all;
                },
                () -> {});
    }

    /** Puts one in the place of another, or takes it away, which can be undone. */
    public void replace(Mapping old, Optional<Mapping> fresh) {
        int place = mappings.indexOf(old);
        Runnable done = fresh.isEmpty() && place >= 0
                ? offer(texts.get("ui.mounts.removed", old.host()), now -> with(now, place, old), () -> {})
                : () -> {};
        edit(
                now -> {
                    List<Mapping> all = new ArrayList<>(now);
                    int at = all.indexOf(old);
                    if (at >= 0) {
                        all.remove(at);
                        fresh.ifPresent(mapping -> all.add(at, mapping));
                    }
                    return all;
                },
                done);
    }

    private static List<Mapping> with(List<Mapping> now, int place, Mapping again) {
        List<Mapping> all = new ArrayList<>(now);
        if (!all.contains(again)) {
            all.add(Math.min(place, all.size()), again);
        }
        return all;
    }

    /**
     * Fills it with the mappings of a kept plan, which can be undone.
     *
     * @param undone called when it was
     */
    void fill(KeptPlan plan, Runnable undone) {
        List<Mapping> others = plan.plan().mappings();
        List<Mapping> before = List.copyOf(mappings);
        Runnable done = before.isEmpty()
                ? () -> {}
                : offer(texts.get("ui.mounts.filled", plan.name()), now -> insteadOf(others, before, now), undone);
        if (whose.get() == Whose.PROJECT) {
            edit(now -> others, done);
        } else {
            own(others, Optional.of(plan));
            done.run();
        }
    }

    /** What was added since stays. */
    private static List<Mapping> insteadOf(List<Mapping> filled, List<Mapping> before, List<Mapping> now) {
        List<Mapping> all = new ArrayList<>(before);
        now.stream().filter(m -> !filled.contains(m) && !all.contains(m)).forEach(all::add);
        return all;
    }

    /**
     * What offers to undo an edit of what is shown now, once that is done; of a launch's own, as long as it is there
     * and has its own.
     */
    private Runnable offer(String what, UnaryOperator<List<Mapping>> back, Runnable then) {
        if (whose.get() == Whose.LAUNCH) {
            Optional<KeptPlan> from = launchPlan();
            return () -> ofDraft.add(undo.offer(what, () -> {
                own(back.apply(launch.mappings()), from);
                then.run();
            }));
        }
        OpenProject in = project.get();
        return () -> {
            if (in == project.get()) {
                undo.offer(what, () -> project.edit(now -> now.withMounts(back.apply(now.mounts())), then));
            }
        };
    }

    /** An edit of the project's plan is one of what its file holds when its turn comes. */
    private void edit(UnaryOperator<List<Mapping>> edit, Runnable done) {
        if (whose.get() == Whose.PROJECT) {
            project.edit(now -> now.withMounts(edit.apply(now.mounts())), done);
        } else {
            own(edit.apply(launch.mappings()), launchPlan());
            done.run();
        }
    }

    private void own(List<Mapping> others, Optional<KeptPlan> plan) {
        launch.draft().mountsProperty().set(new DraftMounts.Own(others, plan));
    }

    /** The launch gets the mappings of the project's plan, as its own. */
    public void useForLaunch() {
        OpenProject in = project.get();
        List<Mapping> own = launch.mappings();
        boolean meant = own.isEmpty()
                || own.equals(project.plan())
                || asks.confirm(
                        texts.get("ui.mounts.use-for-launch"),
                        texts.get("ui.mounts.use-for-launch-asks", own.size()),
                        texts.get("ui.mounts.use-for-launch"));
        if (meant && in == project.get()) {
            own(project.plan(), Optional.empty());
            choose(Whose.LAUNCH);
        }
    }

    /** The project's plan becomes what the launch maps. */
    public void keepAsPlan() {
        OpenProject in = project.get();
        List<Mapping> copy = List.copyOf(launch.mappings());
        boolean meant = project.plan().isEmpty()
                || copy.equals(project.plan())
                || asks.confirm(
                        texts.get("ui.mounts.keep-as-plan"),
                        texts.get("ui.mounts.keep-as-plan-asks", project.plan().size()),
                        texts.get("ui.mounts.keep-as-plan"));
        if (meant && in == project.get()) {
            project.edit(now -> now.withMounts(copy));
        }
    }
}
