package org.maxdock.ui.mounts;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import org.maxdock.launch.PlanForm;
import org.maxdock.operation.MountOperations;
import org.maxdock.paste.PastedPlan;
import org.maxdock.text.Texts;
import org.maxdock.ui.launch.DraftField;
import org.maxdock.ui.launch.DraftModel;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.NotPasted;
import org.maxdock.ui.shared.Question;

/** The page on which mappings are made: the command line that they become, and what is taken from elsewhere. */
public final class MountsModel {

    private final MountSubject subject;
    private final MountChecks checks;
    private final Mends mends;
    private final NewMapping newMapping;
    private final NamedPlans plans;
    private final HostFolders folders;
    private final ImageFolders image;
    private final DraftModel launch;
    private final MountOperations mounts;
    private final Background background;
    private final Asks asks;
    private final Texts texts;
    private final Question<Long> pasting;
    private final ObjectProperty<PlanForm> form = new SimpleObjectProperty<>(PlanForm.DOCKER_RUN);
    private final StringBinding command;
    private final StringBinding runAs;
    private final StringBinding launchName;

    public MountsModel(
            MountSubject subject,
            MountChecks checks,
            Mends mends,
            NewMapping newMapping,
            NamedPlans plans,
            HostFolders folders,
            ImageFolders image,
            DraftModel launch,
            ConnectionModel connection,
            MountOperations mounts,
            Background background,
            Asks asks,
            Texts texts) {
        this.subject = subject;
        this.checks = checks;
        this.mends = mends;
        this.newMapping = newMapping;
        this.plans = plans;
        this.folders = folders;
        this.image = image;
        this.launch = launch;
        this.mounts = mounts;
        this.background = background;
        this.asks = asks;
        this.texts = texts;
        this.pasting = new Question<>(background, connection::number);
        var draft = launch.draft().valuesProperty();
        command = Bindings.createStringBinding(
                () -> form.get()
                        .write(
                                launch.image(),
                                subject.mappings(),
                                launch.directory(subject.mappings()),
                                launch.draft().command()),
                form,
                subject.mappings(),
                draft,
                launch.imageProperty());
        runAs = Bindings.createStringBinding(
                () -> texts.get(
                        "ui.mounts.run-as",
                        texts.get("ui.mode." + launch.draft().values().mode().word())),
                draft);
        launchName = Bindings.createStringBinding(
                () -> texts.get("ui.mounts.of-launch", launch.draft().values().text(DraftField.NAME)), draft);
    }

    MountSubject subject() {
        return subject;
    }

    MountChecks checks() {
        return checks;
    }

    Mends mends() {
        return mends;
    }

    NewMapping newMapping() {
        return newMapping;
    }

    NamedPlans plans() {
        return plans;
    }

    HostFolders folders() {
        return folders;
    }

    ImageFolders image() {
        return image;
    }

    /** The image whose folders are shown. */
    ReadOnlyStringProperty imageNameProperty() {
        return launch.imageProperty();
    }

    /** Where the work begins, as the user said. */
    StringProperty directoryProperty() {
        return launch.draft().text(DraftField.DIRECTORY);
    }

    /** The page comes into view: files and plans may be others. */
    public void shown() {
        plans.refresh();
        checks.check();
    }

    /** The form that the command line has. */
    public ObjectProperty<PlanForm> formProperty() {
        return form;
    }

    /** What one would type for these mappings, with the launch's image, command and working directory. */
    public StringBinding command() {
        return command;
    }

    /** As whom the launch runs. */
    public StringBinding runAs() {
        return runAs;
    }

    /** The launch whose mappings can be looked at, in words. */
    public StringBinding launchName() {
        return launchName;
    }

    /** Adds the mappings of something that the user pastes. */
    public void paste() {
        asks.longText(texts.get("ui.mounts.paste"), texts.get("ui.mounts.paste-what"))
                .ifPresent(text -> pasting.ask((number, a) -> PastedPlan.of(text, mounts.variables()), this::pasted));
    }

    private void pasted(PastedPlan plan) {
        subject.add(plan.mappings());
        NotPasted.of(texts, plan.notTaken(), plan.warnings()).ifPresent(background::trouble);
    }
}
