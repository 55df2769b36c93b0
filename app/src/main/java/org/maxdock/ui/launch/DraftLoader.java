package org.maxdock.ui.launch;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maxdock.launch.Launch;
import org.maxdock.mount.Mapping;
import org.maxdock.operation.LaunchOperations;
import org.maxdock.operation.OpenProject;
import org.maxdock.paste.PastedLaunch;
import org.maxdock.store.KeptPlan;
import org.maxdock.store.Plans;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.NotPasted;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.Question;

/**
 * Makes the draft another launch: a kept one, a pasted one, the first of a project that opens. That changes the draft
 * and nothing else, and a draft that was edited can be had back. On the window's thread.
 */
public final class DraftLoader {

    private final DraftModel model;
    private final Plans plans;
    private final LaunchOperations launches;
    private final Background background;
    private final Texts texts;
    private final Question<OpenProject> loading;
    private final Question<Long> pasting;
    private boolean asideIsEdited;
    private final ReadOnlyObjectWrapper<DraftValues> before = new ReadOnlyObjectWrapper<>();

    public DraftLoader(
            DraftModel model,
            ProjectModel project,
            ConnectionModel connection,
            Plans plans,
            LaunchOperations launches,
            Background background,
            Texts texts) {
        this.model = model;
        this.texts = texts;
        this.plans = plans;
        this.launches = launches;
        this.background = background;
        this.loading = new Question<>(background, project::get);
        this.pasting = new Question<>(background, connection::number);
        project.projectProperty().addListener((o, was, is) -> opened());
    }

    private LaunchDraft draft() {
        return model.draft();
    }

    /** The draft that was edited before another one took its place; null for none. */
    public ReadOnlyObjectProperty<DraftValues> beforeProperty() {
        return before.getReadOnlyProperty();
    }

    /** Loads a launch that the project keeps, with the mappings of the plans that it names. */
    public void load(Launch kept) {
        loading.ask((in, a) -> draft(kept, in, true), this::take);
    }

    /** Loads a launch that was started, whatever the project keeps by its name. */
    public void loadStarted(Launch run) {
        loading.ask((in, a) -> draft(run, in, false), this::take);
    }

    private DraftValues draft(Launch kept, OpenProject in, boolean ofProject) throws Trouble {
        if (in == null) {
            return DraftValues.of(kept, new DraftMounts.Own(kept.mounts()), ofProject);
        }
        List<Mapping> all = plans.expand(kept, in).mounts();
        Optional<KeptPlan> plan =
                kept.plans().size() == 1 ? Optional.of(plans.kept(kept.plans().getFirst(), in)) : Optional.empty();
        return DraftValues.of(kept, new DraftMounts.Own(all, plan), ofProject);
    }

    private void take(DraftValues other) {
        keepEdited();
        draft().show(other);
    }

    private void keepEdited() {
        if (draft().isEdited()) {
            setAside();
        }
    }

    private void setAside() {
        asideIsEdited = draft().isEdited();
        before.set(draft().values());
    }

    /** The draft that can be had back, where there is work in it that the user would miss. */
    Optional<DraftValues> editedBefore() {
        return Optional.ofNullable(before.get()).filter(aside -> asideIsEdited);
    }

    /** Has the draft back that was edited before; the present one can then be had back. */
    public void back() {
        DraftValues back = before.get();
        if (back != null) {
            setAside();
            draft().restore(back);
        }
    }

    private void opened() {
        keepEdited();
        draft().show(DraftValues.FRESH);
        loading.ask((in, a) -> first(in), first -> first.ifPresent(this::take));
    }

    private Optional<DraftValues> first(OpenProject in) throws Trouble {
        Optional<Launch> first =
                in == null ? Optional.empty() : in.launches().stream().findFirst();
        return first.isEmpty() ? Optional.empty() : Optional.of(draft(first.get(), in, true));
    }

    /** The launch uses the project's plan from now on; its own mappings can be had back. */
    public void useProjectPlan() {
        if (draft().mountsProperty().get().isOwn()) {
            setAside();
            draft().mountsProperty().set(new DraftMounts.FollowsPlan());
        }
    }

    /** Makes the draft the launch of a line that somebody pasted, with what that does not say as it was. */
    public void paste(String line) {
        PastedLaunch.Before none = new PastedLaunch.Before("", null, null); // the draft's own stay
        pasting.ask((about, a) -> PastedLaunch.of(line, none, launches.variables()), this::pasted);
    }

    private void pasted(PastedLaunch pasted) {
        keepEdited();
        draft().restore(draft().values().pasted(pasted.launch()));
        NotPasted.of(texts, pasted.notTaken(), pasted.warnings()).ifPresent(background::trouble);
    }
}
