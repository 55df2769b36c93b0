package org.maxdock.ui.mounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.controlsfx.control.SegmentedButton;
import org.maxdock.launch.PlanForm;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.ContainerConditions;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.Mend;
import org.maxdock.mount.MountVerdict;
import org.maxdock.operation.Server;
import org.maxdock.paste.PastedPlan;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.launch.LaunchForm;
import org.maxdock.ui.shared.CommandBox;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.NeedsConnection;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.PlanModel;
import org.maxdock.ui.shared.Session;

/**
 * The host's folders, the container's, the mappings with their verdicts, the mend, and the command line that it all
 * becomes.
 */
public final class MountsPage implements Page {

    private static final Duration AFTER_TYPING = Duration.millis(200);

    private final Session session;
    private final PlanModel plan;
    private final LaunchForm launch;
    private final Dialogs ask;
    private final ObservableList<CheckedMapping> checked = FXCollections.observableArrayList();
    private final PlanView planView;
    private final PlanMenu planMenu;
    private final MapForm mapForm;
    private final MendBox mendBox;
    private final CommandBox command;
    private final SegmentedButton forms = new SegmentedButton();
    private final Label engineAnswer = new Label();
    private final Label runAs = Controls.muted("");
    private final PauseTransition soon = new PauseTransition(AFTER_TYPING);
    private final Node place;
    private PlanForm form = PlanForm.DOCKER_RUN;
    private Set<String> imageFolders = Set.of();
    private String imageShown = "";

    public MountsPage(Session session, LaunchForm launch, Dialogs ask) {
        this.session = session;
        this.ask = ask;
        this.launch = launch;
        this.plan = launch.plan();
        this.mendBox = new MendBox(session, this::apply, (row, mend) -> launch.consequences(row.mapping(), mend));
        this.planMenu = new PlanMenu(session, plan, ask);
        command = new CommandBox(session.texts(), session.text("ui.mounts.command"), engineAnswer, forms);
        command.explain(session.text("ui.mounts.command-unverified"));
        engineAnswer.setVisible(false);
        formButtons();
        mapForm = new MapForm(session, launch, plan.mappings()::add);
        planView = new PlanView(
                session,
                new PlanView.Actions(this::replace, mendBox::show, this::drop, mapForm::choose, mapForm::askWhere));
        command.view().setPrefHeight(150);
        command.view().setMinHeight(94);
        place = new NeedsConnection(
                session, Controls.page(top(), mapForm.view(), planView.view(), mendBox.view(), command.view()));
        soon.setOnFinished(e -> check());
        plan.mappings().addListener((ListChangeListener<Mapping>) c -> soon.playFromStart());
        session.connectedProperty().addListener((o, was, is) -> {
            imageShown = ""; // another engine may have another image of that name
            soon.playFromStart();
        });
        mendBox.show(null);
        show(List.of());
        showCommand();
    }

    private HBox top() {
        Button paste = Controls.button(session.text("ui.mounts.paste"), "fth-clipboard", this::paste);
        SplitMenuButton askEngine = new SplitMenuButton();
        askEngine.setText(session.text("ui.mounts.ask"));
        askEngine.setGraphic(new org.kordamp.ikonli.javafx.FontIcon("fth-help-circle"));
        askEngine.setMinWidth(110); // the one that gives way in a narrow window
        askEngine.setTooltip(new Tooltip(askEngine.getText()));
        askEngine.setOnAction(e -> askEngine());
        MenuItem onNode = new MenuItem(session.text("ui.mounts.ask-node"));
        onNode.setOnAction(e -> askNode());
        askEngine.getItems().add(onNode);
        askEngine.disableProperty().bind(javafx.beans.binding.Bindings.isEmpty(checked));
        return Controls.row(
                Controls.title(session.text("ui.page.mounts")),
                planMenu.view(),
                runAs,
                Controls.space(),
                planView.switcher(),
                paste,
                askEngine,
                Controls.button(
                        session.text("ui.go-launch"),
                        "fth-send",
                        () -> session.pageProperty().set("launch")));
    }

    private void formButtons() {
        for (PlanForm each : PlanForm.values()) {
            ToggleButton button = new ToggleButton(each.title());
            button.setSelected(each == form);
            button.setOnAction(e -> {
                form = each;
                button.setSelected(true);
                showCommand();
            });
            forms.getButtons().add(button);
        }
    }

    private void paste() {
        ask.longText(session.text("ui.mounts.paste"), session.text("ui.mounts.paste-what"))
                .ifPresent(text -> session.bench()
                        .ifPresent(bench -> session.background()
                                .quietly(
                                        a -> PastedPlan.of(
                                                text, bench.environment().variables()),
                                        this::pasted,
                                        session.background()::trouble)));
    }

    private void pasted(PastedPlan pasted) {
        plan.mappings().addAll(pasted.mappings());
        List<String> told = new ArrayList<>(pasted.notTaken());
        pasted.warnings().forEach(warning -> told.add(session.texts().get(warning)));
        if (!told.isEmpty()) {
            session.background().trouble(new Trouble(TroubleKind.NOT_PASTED, String.join("   ", told)));
        }
    }

    /** A folder dropped on one of the container's goes into it under its own name; elsewhere to where the form says. */
    private void drop(String path, String folder) {
        String wanted = mapForm.containerPath();
        boolean taken = wanted.isEmpty()
                || plan.mappings().stream().anyMatch(m -> m.container().equals(wanted));
        String name = path.substring(path.lastIndexOf('/') + 1);
        String container = !folder.equals("/") ? folder + "/" + name : taken ? "/" + name : wanted;
        plan.mappings().add(new Mapping(path, container, mapForm.readOnly()));
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

    private void apply(CheckedMapping row, Mend mend) {
        launch.mended(row.mapping(), mend);
        replace(row.mapping(), Optional.of(mend.apply(row.mapping())));
    }

    private void check() {
        showCommand();
        runAs.setText(session.text(
                "ui.mounts.run-as", session.text("ui.mode." + launch.mode().word())));
        List<Mapping> now = List.copyOf(plan.mappings());
        Optional<Server> bench = session.bench();
        if (bench.isEmpty()) {
            checked.clear();
            return;
        }
        ContainerConditions circumstances =
                bench.get().circumstances(launch.mode()).withImage(imageFolders);
        session.background()
                .quietly(
                        a -> bench.get().mounts().predict(now, circumstances),
                        found -> take(now, found),
                        session.background()::trouble);
        if (!launch.image().equals(imageShown)) {
            readImage(launch.image());
        }
    }

    /** The image's folders take longer than the verdicts, which do not wait for them. */
    private void readImage(String image) {
        imageShown = image;
        imageFolders = Set.of();
        session.withBench(
                session.text("ui.work.image-folders", image),
                (bench, a) -> bench.imageFolders(image, a.cancellation()),
                folders -> {
                    if (image.equals(imageShown)) {
                        imageFolders = folders;
                        soon.playFromStart();
                    }
                });
    }

    private void askEngine() {
        List<Mapping> now = List.copyOf(plan.mappings());
        session.withBench(
                session.text("ui.work.ask-engine"),
                (bench, a) -> bench.mounts().ask(now, bench.circumstances(launch.mode()), bench.engine()),
                found -> answered(
                        now,
                        found,
                        session.bench().map(b -> b.environment().hostName()).orElse("")));
    }

    private void askNode() {
        List<Mapping> now = List.copyOf(plan.mappings());
        session.withBench(
                session.text("ui.work.ask-node"),
                (bench, a) -> bench.nodeMounts()
                        .ask(
                                bench.mounts().predict(now, bench.circumstances(launch.mode())),
                                List.of(),
                                launch.partition(),
                                a.cancellation()),
                found -> found.forEach((node, verdicts) -> answered(now, verdicts, node.text())));
    }

    private void answered(List<Mapping> asked, List<CheckedMapping> found, String where) {
        if (!asked.equals(plan.mappings())) {
            return;
        }
        take(asked, found);
        long refused = found.stream()
                .filter(c -> c.engineSaid().filter(s -> !s.isEmpty()).isPresent())
                .count();
        Controls.badge(
                engineAnswer,
                refused == 0
                        ? session.text("ui.mounts.engine-accepts", where)
                        : session.text("ui.mounts.engine-refuses", where, refused),
                refused == 0 ? "ok" : "bad");
    }

    private void take(List<Mapping> asked, List<CheckedMapping> found) {
        if (asked.equals(plan.mappings())) { // else the plan has changed since; its own answer is on the way
            Controls.badge(engineAnswer, "", "plain");
            show(found);
        }
    }

    private void show(List<CheckedMapping> found) {
        checked.setAll(found);
        planView.show(found, imageFolders, launch.image(), launch.workingDirectory());
        Optional<CheckedMapping> failing =
                found.stream().filter(c -> !c.verdict().holds()).findFirst();
        mendBox.show(failing.or(() -> found.stream()
                        .filter(c -> c.verdict() instanceof MountVerdict.Ok ok && ok.warns())
                        .findFirst())
                .orElse(null));
    }

    private void showCommand() {
        command.show(form.write(launch.image(), plan.mappings(), launch.command()));
    }

    @Override
    public void shown() {
        planMenu.refresh();
        launch.loadImages(this::check);
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
