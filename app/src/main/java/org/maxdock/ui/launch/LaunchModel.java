package org.maxdock.ui.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.mount.Mapping;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.ProjectModel;

/** The page on which a launch is made: what can be done with the draft, and what that is called. */
public final class LaunchModel {

    private final DraftModel model;
    private final DraftLoader loader;
    private final DraftChecks checks;
    private final PlaceModel places;
    private final ScriptModel script;
    private final Starter starter;
    private final KeptLaunches kept;
    private final SiteOptions siteOptions;
    private final ProjectModel project;
    private final Asks asks;
    private final Texts texts;
    private final BooleanBinding startable;
    private final BooleanBinding keepable;

    public LaunchModel(
            DraftModel model,
            DraftLoader loader,
            DraftChecks checks,
            PlaceModel places,
            ScriptModel script,
            Starter starter,
            KeptLaunches kept,
            SiteOptions siteOptions,
            ConnectionModel connection,
            ProjectModel project,
            Asks asks,
            Texts texts) {
        this.model = model;
        this.loader = loader;
        this.checks = checks;
        this.places = places;
        this.script = script;
        this.starter = starter;
        this.kept = kept;
        this.siteOptions = siteOptions;
        this.project = project;
        this.asks = asks;
        this.texts = texts;
        startable = connection
                .connected()
                .and(Bindings.createBooleanBinding(
                        () -> !script.scriptProperty().get().isEmpty(), script.scriptProperty()))
                .and(starter.startingProperty().not());
        keepable = project.open()
                .and(Bindings.createBooleanBinding(() -> model.launch().isPresent(), model.draftedProperty()));
    }

    DraftModel draft() {
        return model;
    }

    DraftLoader loader() {
        return loader;
    }

    DraftChecks checks() {
        return checks;
    }

    PlaceModel places() {
        return places;
    }

    ScriptModel script() {
        return script;
    }

    SiteOptions siteOptions() {
        return siteOptions;
    }

    /** Starts a kept launch as it is. */
    void start(Launch kept) {
        starter.start(kept);
    }

    /** Whether the draft can be started now. */
    public BooleanBinding startable() {
        return startable;
    }

    /** Whether the draft can be kept in the project. */
    public BooleanBinding keepable() {
        return keepable;
    }

    /** Whether its script can be kept. */
    public BooleanBinding scriptKeepable() {
        return project.open().and(script.scriptProperty().isNotEmpty());
    }

    /** What the start is called: a batch job is submitted. */
    public StringBinding caption() {
        return Bindings.createStringBinding(
                () -> texts.get(model.draft().values().kind() == LaunchKind.Name.BATCH ? "ui.submit" : "ui.start"),
                model.draft().valuesProperty());
    }

    /** What comes of the start. */
    public StringBinding consequence() {
        return Bindings.createStringBinding(
                () -> texts.get(
                        "ui.launch.start-text." + model.draft().values().kind().word()),
                model.draft().valuesProperty());
    }

    /** What the launch maps, whose that is, and whether it is what the project's plan says. */
    public StringBinding mounts() {
        return Bindings.createStringBinding(
                this::mountsText, model.draft().valuesProperty(), model.mappings(), project.plan(), project.open());
    }

    private String mountsText() {
        List<Mapping> mappings = model.mappings();
        String what = mappings.isEmpty()
                ? texts.get("ui.launch.no-mounts")
                : texts.get(
                        "ui.launch.mount-count",
                        mappings.size(),
                        String.join(
                                ", ", mappings.stream().map(Mapping::container).toList()));
        if (!model.draft().values().mounts().isOwn()) {
            return texts.get("ui.launch.mounts-plan", what);
        }
        boolean same = mappings.equals(project.plan());
        return texts.get(same ? "ui.launch.mounts-own-same" : "ui.launch.mounts-own", what);
    }

    /** Whether the project's plan could be used instead. */
    public BooleanBinding ownMounts() {
        return project.open()
                .and(Bindings.createBooleanBinding(
                        () -> model.draft().values().mounts().isOwn(),
                        model.draft().valuesProperty()));
    }

    /** The page comes into view. */
    public void shown() {
        starter.prepare();
        places.refresh();
        checks.look();
    }

    /** The engine has other images. */
    public void imagesChanged() {
        checks.look();
    }

    /** Somebody is near the button. */
    public void near() {
        if (startable.get()) {
            checks.lookAgain();
        }
    }

    /** The one click. */
    public void start() {
        Optional<Launch> launch = model.launch();
        int draft = model.draft().which();
        if (!startable.get()
                || launch.isEmpty()
                || !isWanted()
                || draft != model.draft().which()) {
            return;
        }
        starter.start(launch.get(), script.edited(), checks::found);
    }

    /** A script that was edited before the launch was changed is perhaps not what is meant any more. */
    private boolean isWanted() {
        return script.edited().isEmpty()
                || !script.outdatedProperty().get()
                || asks.confirm(
                        texts.get("ui.launch.outdated-title"),
                        texts.get("ui.launch.outdated"),
                        texts.get("ui.launch.outdated-yes"));
    }

    /** The launch that the project keeps and the draft was taken from; empty for none. */
    Optional<Launch> keptOne() {
        return model.draft()
                .values()
                .kept()
                .flatMap(from -> project.launches().stream()
                        .filter(launch -> launch.name().equals(from.name()))
                        .findFirst());
    }

    /** Whether there is one. */
    public BooleanBinding forgettable() {
        return Bindings.createBooleanBinding(
                () -> keptOne().isPresent(), model.draft().valuesProperty(), project.launches());
    }

    /** The project keeps it no longer; the draft stays. */
    public void forget() {
        keptOne().ifPresent(kept::forget);
    }

    /** Keeps the draft in the project. */
    public void keep() {
        DraftValues draft = model.draft().values();
        int which = model.draft().which();
        model.launch()
                .ifPresent(launch -> kept.keep(
                        launch,
                        draft.mounts(),
                        draft.kept(),
                        as -> model.draft().kept(which, draft, as)));
    }

    /**
     * What was edited and no file has: the launch, unless it was started as it is, the one that it took the place of,
     * and what was made of its script by hand; in words.
     */
    List<String> unsaved() {
        List<String> all = new ArrayList<>();
        boolean started = model.launch().isPresent() && model.launch().equals(starter.started());
        if (model.draft().isEdited() && !started) {
            all.add(edited("ui.closing.launch", model.draft().values().text(DraftField.NAME)));
        }
        loader.editedBefore()
                .map(before -> edited("ui.closing.launch", before.text(DraftField.NAME)))
                .ifPresent(all::add);
        script.unsavedOf().map(name -> edited("ui.closing.script", name)).ifPresent(all::add);
        return all;
    }

    private String edited(String what, String name) {
        return texts.get(what, name.isEmpty() ? model.draft().values().kind().word() : name);
    }

    public void keepScript() {
        String text = script.now();
        model.launch().ifPresent(launch -> kept.keepScript(launch, text, () -> script.kept(text)));
    }

    public void paste() {
        asks.longText(texts.get("ui.mounts.paste"), texts.get("ui.launch.paste-what"))
                .ifPresent(loader::paste);
    }
}
