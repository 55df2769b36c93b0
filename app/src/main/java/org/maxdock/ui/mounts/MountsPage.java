package org.maxdock.ui.mounts;

import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.SegmentedButton;
import org.maxdock.launch.PlanForm;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.Mend;
import org.maxdock.mount.MountVerdict;
import org.maxdock.mount.PastedPlan;
import org.maxdock.text.Trouble;
import org.maxdock.ui.launch.LaunchPage;
import org.maxdock.ui.shared.Ask;
import org.maxdock.ui.shared.CommandBox;
import org.maxdock.ui.shared.NeedsConnection;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Parts;
import org.maxdock.ui.shared.PlanModel;
import org.maxdock.ui.shared.Session;

/** The host's folders, the mappings with their verdicts, the mend, and the command line that it all becomes. */
public final class MountsPage implements Page {

    private static final Duration AFTER_TYPING = Duration.millis(200);

    private final Session session;
    private final PlanModel plan;
    private final LaunchPage launch;
    private final Ask ask;
    private final ObservableList<CheckedMapping> checked = FXCollections.observableArrayList();
    private final MappingLanes lanes;
    private final TextField hostPath = new TextField();
    private final TextField containerPath = new TextField("/data");
    private final CheckBox readOnly = new CheckBox();
    private final MendBox mendBox;
    private final CommandBox command;
    private final SegmentedButton modes = new SegmentedButton();
    private final Label engineAnswer = new Label();
    private final PauseTransition soon = new PauseTransition(AFTER_TYPING);
    private final Node place;
    private PlanForm form = PlanForm.DOCKER_RUN;

    public MountsPage(Session session, LaunchPage launch, Ask ask) {
        this.session = session;
        this.ask = ask;
        this.launch = launch;
        this.plan = launch.plan();
        this.mendBox = new MendBox(session, this::apply);
        readOnly.setText(session.text("ui.mounts.read-only"));
        readOnly.setSelected(true);
        readOnly.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        hostPath.setId("host-path");
        containerPath.setId("container-path");
        command = new CommandBox(session.texts(), session.text("ui.mounts.command"), engineAnswer, modes);
        engineAnswer.setVisible(false);
        for (PlanForm each : PlanForm.values()) {
            ToggleButton button = new ToggleButton(each.title());
            button.setSelected(each == form);
            button.setOnAction(e -> {
                form = each;
                button.setSelected(true);
                showCommand();
            });
            modes.getButtons().add(button);
        }
        lanes = new MappingLanes(session, this::replace, this::show, this::drop);

        Button map = Parts.primary(session.text("ui.mounts.map"), "fth-plus", this::map);
        map.disableProperty().bind(hostPath.textProperty().isEmpty().or(containerPath.textProperty().isEmpty()));
        hostPath.setOnAction(e -> map.fire());
        containerPath.setOnAction(e -> map.fire());
        HBox fields = Parts.row(Parts.field(session.text("ui.mounts.host-path"), hostPath), Parts.field(session.text("ui.mounts.container-path"), containerPath),
                readOnly, map);
        HBox.setHgrow(fields.getChildren().getFirst(), Priority.ALWAYS);
        fields.setAlignment(javafx.geometry.Pos.BOTTOM_LEFT);
        fields.getStyleClass().add("panel-body");
        FolderTree tree = new FolderTree(session, hostPath::setText);
        VBox left = Parts.panel(Parts.head(session.text("ui.mounts.on-host")), tree.view());
        left.setPrefWidth(350);
        left.setMinWidth(260);
        VBox right = Parts.panel(Parts.row(Parts.head(session.text("ui.mounts.mappings")), Parts.space(), Parts.muted(session.text("ui.mounts.drag"))),
                new VBox(fields, lanes.view()));
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox both = new HBox(12, left, right);
        VBox.setVgrow(both, Priority.ALWAYS);
        command.view().setPrefHeight(190);
        command.view().setMinHeight(140);
        Button paste = Parts.button(session.text("ui.mounts.paste"), "fth-clipboard", this::paste);
        Button askEngine = Parts.button(session.text("ui.mounts.ask"), "fth-help-circle", this::askEngine);
        askEngine.disableProperty().bind(javafx.beans.binding.Bindings.isEmpty(checked));
        place = new NeedsConnection(session, Parts.page(Parts.row(Parts.title(session.text("ui.page.mounts")), Parts.space(), paste, askEngine,
                Parts.button(session.text("ui.go-launch"), "fth-send", () -> session.pageProperty().set("launch"))), both, mendBox.view(), command.view()));
        soon.setOnFinished(e -> check());
        plan.mappings().addListener((ListChangeListener<Mapping>) c -> soon.playFromStart());
        session.connectedProperty().addListener((o, was, is) -> soon.playFromStart());
        mendBox.show(null);
        lanes.show(List.of());
        showCommand();
    }

    private void map() {
        plan.mappings().add(new Mapping(hostPath.getText().strip(), containerPath.getText().strip(), readOnly.isSelected()));
    }

    private void paste() {
        ask.text(session.text("ui.mounts.paste"), session.text("ui.mounts.paste-what"), "").ifPresent(line -> session.bench().ifPresent(bench ->
                session.background().quietly(a -> PastedPlan.of(line, bench.environment().variables()), this::pasted, session.background()::trouble)));
    }

    private void pasted(PastedPlan pasted) {
        plan.mappings().addAll(pasted.mappings());
        if (!pasted.notTaken().isEmpty()) {
            session.background().trouble(new Trouble("not-pasted", String.join("   ", pasted.notTaken())));
        }
    }

    /** A folder dropped on the mappings goes where the form says, or under its own name if that place is taken. */
    private void drop(String path) {
        String wanted = containerPath.getText().strip();
        boolean taken = plan.mappings().stream().anyMatch(m -> m.container().equals(wanted));
        String container = taken || wanted.isEmpty() ? "/" + path.substring(path.lastIndexOf('/') + 1) : wanted;
        plan.mappings().add(new Mapping(path, container, readOnly.isSelected()));
    }

    private void replace(Mapping old, Optional<Mapping> fresh) {
        int at = plan.mappings().indexOf(old);
        if (at < 0) {
            return;
        }
        if (fresh.isPresent()) {
            plan.mappings().set(at, fresh.get());
        } else {
            plan.mappings().remove(at);
        }
    }

    private void show(CheckedMapping row) {
        mendBox.show(row);
    }

    private void apply(CheckedMapping row, Mend mend) {
        replace(row.mapping(), Optional.of(mend.apply(row.mapping())));
        launch.workInside(row.mapping().container(), mend.path());
    }

    private void check() {
        showCommand();
        List<Mapping> now = List.copyOf(plan.mappings());
        session.bench().ifPresentOrElse(bench -> session.background().quietly(a -> bench.mounts().predict(now), found -> show(now, found),
                session.background()::trouble), checked::clear);
    }

    private void askEngine() {
        List<Mapping> now = List.copyOf(plan.mappings());
        session.withBench(session.text("ui.work.ask-engine"), (bench, a) -> bench.mounts().ask(now, bench.engine()), found -> {
            show(now, found);
            long refused = found.stream().filter(c -> c.engineSaid().filter(s -> !s.isEmpty()).isPresent()).count();
            Parts.badge(engineAnswer, refused == 0 ? session.text("ui.mounts.engine-accepts") : session.text("ui.mounts.engine-refuses", refused),
                    refused == 0 ? "ok" : "bad");
        });
    }

    private void show(List<Mapping> asked, List<CheckedMapping> found) {
        if (!asked.equals(plan.mappings())) {
            return; // the plan has changed since; its own answer is on the way
        }
        Parts.badge(engineAnswer, "", "plain");
        checked.setAll(found);
        lanes.show(found);
        Optional<CheckedMapping> failing = found.stream().filter(c -> !c.verdict().holds()).findFirst();
        mendBox.show(failing.or(() -> found.stream().filter(c -> c.verdict() instanceof MountVerdict.Ok ok && ok.warns()).findFirst()).orElse(null));
    }

    private void showCommand() {
        command.show(form.write(launch.image(), plan.mappings(), launch.command()));
    }

    @Override
    public void shown() {
        launch.loadImages(this::showCommand);
        check();
    }

    @Override
    public String id() {
        return "mounts";
    }

    @Override
    public String icon() {
        return "fth-share-2";
    }

    @Override
    public Node view() {
        return place;
    }
}
