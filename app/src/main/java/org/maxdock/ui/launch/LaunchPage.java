package org.maxdock.ui.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.maxdock.engine.EngineEvent;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.PreflightCheck;
import org.maxdock.operation.OpenProject;
import org.maxdock.operation.Server;
import org.maxdock.paste.PastedLaunch;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.Partition;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.CommandBox;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.NeedsConnection;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Session;
import org.maxdock.ui.terminals.TerminalsModel;

/** The launch that is being made; what could fail; the script that it becomes; and the one click. */
public final class LaunchPage implements Page {

    private static final Duration AFTER_TYPING = Duration.millis(300);

    private final Session session;
    private final Dialogs ask;
    private final LaunchForm form;
    private final KeptLaunches keeper;
    private final CheckList checks;
    private final Preflights preflights;
    private final StartButton starter;
    private final CommandBox script;
    private final Button start;
    private final Label startText = Controls.muted("");
    private final PauseTransition soon = new PauseTransition(AFTER_TYPING);
    private final Node place;
    private int asked;

    public LaunchPage(Session session, TerminalsModel terminals, Dialogs ask, LaunchForm form, Preflights preflights) {
        this.session = session;
        this.ask = ask;
        this.form = form;
        this.preflights = preflights;
        this.keeper = new KeptLaunches(session);
        this.checks = new CheckList(session, preflights);
        this.starter = new StartButton(session, terminals, ask, checks, preflights);
        this.script = new CommandBox(session.texts(), session.text("ui.launch.script"));
        script.offerEditing(session.text("ui.launch.edit-script"));
        start = Controls.go(
                session.text("ui.start"), "fth-play", () -> withLaunch(l -> starter.start(l, script.edited())));
        start.getStyleClass().add("large");
        start.setId("start");
        start.hoverProperty().or(start.focusedProperty()).addListener((o, was, is) -> lookAgain(is));
        start.disableProperty().bind(session.connectedProperty().isNull().or(form.imageMissing()));
        Button save = Controls.button(
                session.text("ui.launch.save"),
                "fth-save",
                () -> withLaunch(l -> keeper.keep(l, form.plan().nameProperty().get())));
        Button saveScript = Controls.button(
                session.text("ui.launch.save-script"),
                null,
                () -> withLaunch(launch -> keeper.keepScript(launch, script.shown())));
        Button paste = Controls.button(session.text("ui.mounts.paste"), "fth-clipboard", this::paste);
        place = new NeedsConnection(
                session,
                Controls.page(
                        Controls.row(
                                Controls.title(session.text("ui.page.launch")),
                                Controls.space(),
                                paste,
                                saveScript,
                                save),
                        both()));
        soon.setOnFinished(e -> refresh());
        form.onChange(this::changed, script::stopEditing);
        changed();
        session.projectProperty().addListener((o, was, is) -> loadFirst(is));
    }

    private HBox both() {
        VBox left = new VBox(12, form.view(), Controls.row(start, startText));
        VBox.setVgrow(form.view(), Priority.ALWAYS);
        left.setMinWidth(520);
        VBox right = new VBox(12, checks.view(), script.view());
        checks.view().setPrefHeight(344);
        VBox.setVgrow(script.view(), Priority.ALWAYS);
        right.setPrefWidth(430);
        right.setMinWidth(270);
        HBox both = new HBox(14, left, right);
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox.setVgrow(both, Priority.ALWAYS);
        return both;
    }

    private void changed() {
        start.setText(session.text(form.kind() == LaunchKind.Name.BATCH ? "ui.submit" : "ui.start"));
        startText.setText(session.text("ui.launch.start-text." + form.kind().word()));
        soon.playFromStart();
    }

    /** Does something with the launch that the page shows; a field that is wrong is told instead. */
    private void withLaunch(Consumer<Launch> use) {
        try {
            use.accept(form.launch());
        } catch (Trouble e) {
            session.background().trouble(e);
        }
    }

    /** Fills the page with a kept launch, and the mappings of the plans that it names. */
    public void load(Launch kept) {
        OpenProject project = session.projectProperty().get();
        session.background()
                .quietly(
                        a -> session.plans().expand(kept, project),
                        whole -> {
                            form.fill(whole);
                            form.plan()
                                    .nameProperty()
                                    .set(
                                            whole.plans().size() == 1
                                                    ? whole.plans().getFirst()
                                                    : "");
                        },
                        session.background()::trouble);
    }

    private void paste() {
        PastedLaunch.Before before;
        try {
            before = form.before();
        } catch (Trouble e) {
            session.background().trouble(e);
            return;
        }
        ask.longText(session.text("ui.mounts.paste"), session.text("ui.launch.paste-what"))
                .ifPresent(text -> session.bench()
                        .ifPresent(bench -> session.background()
                                .quietly(
                                        a -> PastedLaunch.of(
                                                text,
                                                before,
                                                bench.environment().variables()),
                                        this::pasted,
                                        session.background()::trouble)));
    }

    private void pasted(PastedLaunch pasted) {
        form.fill(pasted.launch());
        List<String> told = new ArrayList<>(pasted.notTaken());
        pasted.warnings().forEach(w -> told.add(session.texts().get(w)));
        if (!told.isEmpty()) {
            session.background().trouble(new Trouble(TroubleKind.NOT_PASTED, String.join("   ", told)));
        }
    }

    private void loadFirst(OpenProject project) {
        session.background()
                .quietly(
                        a -> project.launches(),
                        launches -> launches.stream().findFirst().ifPresent(this::load),
                        session.background()::trouble);
    }

    @Override
    public void shown() {
        form.loadImages(() -> {});
        session.prepareTerminal();
        session.bench()
                .ifPresent(bench -> session.background()
                        .quietly(
                                a -> new Places(
                                        bench.slurm().partitions(),
                                        bench.slurm().jobs().stream()
                                                .filter(Job::running)
                                                .toList()),
                                places -> form.showPlaces(places.partitions(), places.jobs()),
                                session.background()::trouble));
        refresh();
    }

    @Override
    public void changed(EngineEvent.Listed list) {
        if (list == EngineEvent.Listed.IMAGES) {
            soon.playFromStart();
        }
    }

    private record Places(List<Partition> partitions, List<Job> jobs) {}

    private record Preview(List<PreflightCheck> checks, String script) {}

    private void refresh() {
        Optional<Server> bench = session.bench();
        OpenProject project = session.projectProperty().get();
        if (bench.isEmpty() || project == null || form.image().isEmpty()) {
            checks.nothingToCheck();
            return;
        }
        Launch launch;
        try {
            launch = form.launch();
        } catch (Trouble e) {
            checks.show(List.of(PreflightCheck.of("kind", e)));
            return;
        }
        int question = ++asked;
        checks.waiting();
        session.background()
                .quietly(
                        a -> preview(bench.get(), project, launch),
                        preview -> {
                            if (question == asked) {
                                preflights.put(launch, preview.checks());
                                checks.show(preview.checks());
                                script.show(preview.script());
                            }
                        },
                        session.background()::trouble);
    }

    private static Preview preview(Server bench, OpenProject project, Launch launch) throws Trouble {
        Optional<ImageRecord> record = project.record(launch.image());
        String text = record.map(r -> bench.launcher().script(bench.launcher().plan(launch, r)))
                .orElse("");
        return new Preview(bench.preflight().check(launch, record), text);
    }

    /** What was found may have grown old while one read; who comes near to the button is about to click it. */
    private void lookAgain(boolean near) {
        if (near && !form.image().isEmpty() && !start.isDisabled()) {
            int question = asked;
            withLaunch(l -> preflights.look(l, found -> {
                if (question == asked) {
                    checks.show(found);
                }
            }));
        }
    }

    /** The one click. */
    public void start(Launch launch) {
        starter.start(launch, Optional.empty());
    }

    @Override
    public String id() {
        return "launch";
    }

    @Override
    public String icon() {
        return "fth-send";
    }

    @Override
    public Node view() {
        return place;
    }
}
