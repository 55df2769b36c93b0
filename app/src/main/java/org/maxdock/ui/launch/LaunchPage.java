package org.maxdock.ui.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.maxdock.image.ImageRecord;
import org.maxdock.launch.Check;
import org.maxdock.launch.Launch;
import org.maxdock.launch.PastedLaunch;
import org.maxdock.launch.Resources;
import org.maxdock.launch.RunMode;
import org.maxdock.launch.Work;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.Mend;
import org.maxdock.project.Project;
import org.maxdock.project.Workbench;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.Partition;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Ask;
import org.maxdock.ui.shared.CommandBox;
import org.maxdock.ui.shared.NeedsConnection;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Parts;
import org.maxdock.ui.shared.PlanModel;
import org.maxdock.ui.shared.Session;
import org.maxdock.ui.terminals.TerminalsPage;

/** What to start, how and where; what could fail; the script that it becomes; and the one click. */
public final class LaunchPage implements Page {

    private static final Duration AFTER_TYPING = Duration.millis(300);

    private final Session session;
    private final PlanModel plan;
    private final TextField name = new TextField("shell");
    private final ComboBox<String> image = new ComboBox<>();
    private final TextField command = new TextField("bash");
    private final TextField workdir = new TextField();
    private final Ask ask;
    private final LaunchKeeper keeper;
    private final KindButtons kinds;
    private final ModeButtons modes;
    private final MoreOptions more;
    private final Label mountText = Parts.wrapped("");
    private final PartitionCards partitions;
    private final Spinner<Integer> nodes = new Spinner<>(1, 999, 1);
    private final TextField time = new TextField("1:00:00");
    private final CheckList checks;
    private final Preflights preflights;
    private final LaunchStarter starter;
    private final CommandBox script;
    private final Button start;
    private final Label startText = Parts.muted("");
    private final PauseTransition soon = new PauseTransition(AFTER_TYPING);
    private final Node place;
    private int asked;

    public LaunchPage(Session session, TerminalsPage terminals, Ask ask, Preflights preflights) {
        this.session = session;
        this.ask = ask;
        this.preflights = preflights;
        this.keeper = new LaunchKeeper(session);
        this.plan = new PlanModel(session);
        this.checks = new CheckList(session, preflights);
        this.starter = new LaunchStarter(session, terminals, ask, checks, preflights);
        this.partitions = new PartitionCards(session, soon::playFromStart);
        this.script = new CommandBox(session.texts(), session.text("ui.launch.script"));
        script.offerEditing(session.text("ui.launch.edit-script"));
        start = Parts.go(session.text("ui.start"), "fth-play", () -> withLaunch(l -> starter.start(l, script.edited())));
        start.getStyleClass().add("large");
        start.setId("start");
        start.hoverProperty().or(start.focusedProperty()).addListener((o, was, is) -> lookAgain(is));
        name.setId("name");
        command.setId("command");
        nodes.setId("nodes");
        start.disableProperty().bind(session.connectedProperty().isNull().or(image.valueProperty().isNull()));
        modes = new ModeButtons(session, soon::playFromStart);
        kinds = new KindButtons(session, this::kindPicked, soon::playFromStart);
        more = new MoreOptions(session, ask, modes::chosen, soon::playFromStart);
        VBox form = form();
        kindChanged();
        VBox right = new VBox(12, checks.view(), script.view());
        checks.view().setPrefHeight(344);
        VBox.setVgrow(script.view(), Priority.ALWAYS);
        right.setPrefWidth(430);
        right.setMinWidth(270);
        form.setMinWidth(520);
        HBox both = new HBox(14, form, right);
        HBox.setHgrow(form, Priority.ALWAYS);
        VBox.setVgrow(both, Priority.ALWAYS);
        Button save = Parts.button(session.text("ui.launch.save"), "fth-save", () -> withLaunch(l -> keeper.keep(l, plan.nameProperty().get())));
        Button saveScript = Parts.button(session.text("ui.launch.save-script"), null, () -> keeper.keepScript(draft(), script.shown()));
        place = new NeedsConnection(session, Parts.page(Parts.row(Parts.title(session.text("ui.page.launch")), Parts.space(), Parts.button(session.text("ui.mounts.paste"), "fth-clipboard", this::paste), saveScript, save), both));
        soon.setOnFinished(e -> refresh());
        for (var property : List.of(name.textProperty(), image.valueProperty(), command.textProperty(), workdir.textProperty(),
                nodes.valueProperty(), time.textProperty())) {
            property.addListener((o, was, is) -> soon.playFromStart());
        }
        plan.mappings().addListener((ListChangeListener<Mapping>) c -> soon.playFromStart());
        session.projectProperty().addListener((o, was, is) -> loadFirst(is));
    }

    private VBox form() {
        image.setMaxWidth(Double.MAX_VALUE);
        image.setPromptText(session.text("ui.launch.no-image"));
        time.setPrefColumnCount(8);
        nodes.setPrefWidth(90);
        nodes.setMinWidth(90);
        time.setMinWidth(100);
        nodes.setEditable(true);
        Button editMounts = Parts.button(session.text("ui.edit"), null, () -> session.pageProperty().set("mounts"));
        HBox mounts = Parts.row(mountText, Parts.space(), editMounts);
        mounts.getStyleClass().add("field-box");
        HBox first = new HBox(12, Parts.field(session.text("ui.launch.name"), name), Parts.field(session.text("ui.launch.image"), image));
        HBox.setHgrow(first.getChildren().get(1), Priority.ALWAYS);
        HBox second = new HBox(12, Parts.field(session.text("ui.launch.command"), command), Parts.field(session.text("ui.launch.workdir"), workdir));
        HBox.setHgrow(second.getChildren().getFirst(), Priority.ALWAYS);
        command.setPromptText(session.text("ui.launch.command-prompt"));
        workdir.setPromptText(session.text("ui.launch.workdir-prompt"));
        HBox third = new HBox(12, Parts.field(session.text("ui.launch.nodes"), nodes), Parts.field(session.text("ui.launch.time"), time),
                Parts.field(session.text("ui.launch.more-title"), more.view()));
        HBox.setHgrow(third.getChildren().getLast(), Priority.ALWAYS);
        HBox go = Parts.row(start, startText);
        VBox fields = new VBox(10, first, kinds.view(), modes.view(),
                Parts.field(session.text("ui.launch.mounts"), mounts), second,
                Parts.field(session.text("ui.launch.where"), partitions.view()), third);
        ScrollPane scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return new VBox(12, scroll, go);
    }

    private void kindPicked() {
        script.stopEditing();
        if (kinds.chosen() == Work.Kind.MPI) {
            modes.choose(RunMode.DOCKERCLUSTER);
        }
        kindChanged();
    }

    /** An MPI job needs the virtual cluster, and nothing else does; what is opened in a browser is best one's own. */
    private void kindChanged() {
        Work.Kind kind = kinds.chosen();
        if (kind == Work.Kind.MPI && modes.chosen() != RunMode.DOCKERCLUSTER && modes.chosen() != RunMode.ME) {
            modes.choose(RunMode.DOCKERCLUSTER);
        } else if (kind != Work.Kind.MPI && kind != Work.Kind.SHELL && modes.chosen() == RunMode.DOCKERCLUSTER) {
            modes.choose(RunMode.ME);
        }
        start.setText(session.text(kind == Work.Kind.BATCH ? "ui.submit" : "ui.start"));
        startText.setText(session.text("ui.launch.start-text." + kind.word()));
        soon.playFromStart();
    }

    /** The plan of mappings that the launch will have; the mounts page edits it. */
    public PlanModel plan() {
        return plan;
    }

    public String image() {
        return Objects.requireNonNullElse(image.getValue(), "");
    }

    public List<String> command() {
        return CommandText.parse(command.getText());
    }

    public RunMode mode() {
        return modes.chosen();
    }

    /** The chosen partition; empty for SLURM's default. */
    public String partition() {
        return partitions.chosen();
    }

    public String workingDirectory() {
        return workdir.getText().strip();
    }

    /** After a mend: what named the old place, as working directory or in the command, names the new one. */
    public void mended(Mapping mapping, Mend mend) {
        Launch after = draft().mended(mapping, mend);
        workdir.setText(after.workingDirectory());
        command.setText(CommandText.show(after.command()));
    }

    /** What else a mend changes, in words; empty for nothing. */
    public String consequences(Mapping mapping, Mend mend) {
        Launch before = draft();
        Launch after = before.mended(mapping, mend);
        long words = java.util.stream.IntStream.range(0, before.command().size()).filter(i -> !before.command().get(i).equals(after.command().get(i))).count();
        String directory = before.workingDirectory().equals(after.workingDirectory()) ? "" : session.text("ui.mounts.changes-workdir", after.workingDirectory());
        return directory + (words == 0 ? "" : " " + session.text("ui.mounts.changes-words", words));
    }

    private Launch launch() throws Trouble {
        return draft().withWork(kinds.work());
    }

    /** Without what belongs to its kind, which may be half typed. */
    private Launch draft() {
        Resources resources = partitions.resources(nodes.getValue(), time.getText().strip(), more.slurm());
        return new Launch(name.getText().isBlank() ? "shell" : name.getText().strip(), image(), List.copyOf(plan.mappings()), List.of(), modes.chosen(),
                resources, command(), workdir.getText().strip(), more.container(), Work.of(kinds.chosen()));
    }

    /** Does something with the launch that the page shows; a field that is wrong is told instead. */
    private void withLaunch(Consumer<Launch> use) {
        try {
            use.accept(launch());
        } catch (Trouble e) {
            session.background().trouble(e);
        }
    }

    /** Fills the page with a kept launch, and the mappings of the plans that it names. */
    public void load(Launch kept) {
        Project project = session.projectProperty().get();
        session.background().quietly(a -> session.plans().expand(kept, project), whole -> {
            fill(whole);
            plan.nameProperty().set(whole.plans().size() == 1 ? whole.plans().getFirst() : "");
        }, session.background()::trouble);
    }

    private void paste() {
        ask.longText(session.text("ui.mounts.paste"), session.text("ui.launch.paste-what")).ifPresent(text -> session.bench().ifPresent(bench ->
                session.background().quietly(a -> PastedLaunch.of(text, draft(), bench.environment().variables()), pasted -> {
                    fill(pasted.launch());
                    List<String> told = new ArrayList<>(pasted.notTaken());
                    pasted.warnings().forEach(w -> told.add(session.texts().get(w)));
                    if (!told.isEmpty()) {
                        session.background().trouble(new Trouble("not-pasted", String.join("   ", told)));
                    }
                }, session.background()::trouble)));
    }

    private void fill(Launch launch) {
        name.setText(launch.name());
        if (!image.getItems().contains(launch.image())) {
            image.getItems().add(launch.image());
        }
        image.setValue(launch.image());
        if (!plan.mappings().equals(launch.mounts())) {
            plan.mappings().setAll(launch.mounts());
        }
        kinds.show(launch.work());
        modes.choose(launch.mode());
        kindChanged();
        partitions.choose(launch.resources());
        nodes.getValueFactory().setValue(launch.resources().nodes());
        time.setText(launch.resources().time());
        command.setText(CommandText.show(launch.command()));
        workdir.setText(launch.workingDirectory());
        more.show(launch.container(), launch.resources().asMore());
        soon.playFromStart();
    }

    private void loadFirst(Project project) {
        session.background().quietly(a -> project.launches(), launches -> launches.stream().findFirst().ifPresent(this::load), session.background()::trouble);
    }

    @Override
    public void shown() {
        loadImages(() -> { });
        session.prepareTerminal();
        session.bench().ifPresent(bench -> session.background().quietly(a -> new Places(bench.slurm().partitions(), bench.slurm().jobs().stream().filter(Job::running).toList()),
                places -> partitions.show(places.partitions(), places.jobs()), session.background()::trouble));
        refresh();
    }

    /** Reads which images are recorded, then does what follows from it. */
    public void loadImages(Runnable then) {
        Project project = session.projectProperty().get();
        if (project != null) {
            session.background().quietly(a -> project.records().stream().map(ImageRecord::reference).toList(), recorded -> {
                showImages(recorded);
                then.run();
            }, session.background()::trouble);
        }
    }

    private void showImages(List<String> recorded) {
        String chosen = image.getValue();
        List<String> all = new ArrayList<>(recorded);
        if (chosen != null && !all.contains(chosen)) {
            all.add(chosen);
        }
        image.getItems().setAll(all);
        image.setValue(chosen != null ? chosen : all.stream().findFirst().orElse(null));
    }

    private record Places(List<Partition> partitions, List<Job> jobs) {
    }

    private record Preview(List<Check> checks, String script) {
    }

    private void refresh() {
        mountText.setText(plan.mappings().isEmpty() ? session.text("ui.launch.no-mounts") : session.text("ui.launch.mount-count", plan.mappings().size(),
                String.join(", ", plan.mappings().stream().map(Mapping::container).toList())));
        Optional<Workbench> bench = session.bench();
        Project project = session.projectProperty().get();
        if (bench.isEmpty() || project == null || image.getValue() == null) {
            checks.nothingToCheck();
            return;
        }
        Launch launch;
        try {
            launch = launch();
        } catch (Trouble e) {
            checks.show(List.of(Check.of("kind", e)));
            return;
        }
        int question = ++asked;
        checks.waiting();
        session.background().quietly(a -> preview(bench.get(), project, launch), preview -> {
            if (question == asked) {
                preflights.put(launch, preview.checks());
                checks.show(preview.checks());
                script.show(preview.script());
            }
        }, session.background()::trouble);
    }

    private static Preview preview(Workbench bench, Project project, Launch launch) throws Trouble {
        Optional<ImageRecord> record = project.record(launch.image());
        String text = record.map(r -> bench.launcher().script(bench.launcher().plan(launch, r))).orElse("");
        return new Preview(bench.preflight().check(launch, record), text);
    }

    /** What was found may have grown old while one read; who comes near to the button is about to click it. */
    private void lookAgain(boolean near) {
        if (near && image.getValue() != null && !start.isDisabled()) {
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
