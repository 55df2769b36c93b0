package org.maxdock.ui.mounts;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountPlan;
import org.maxdock.mount.PlanDifference;
import org.maxdock.operation.OpenProject;
import org.maxdock.store.KeptPlan;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.PlanModel;
import org.maxdock.ui.shared.Session;

/** The plans that are kept by name: to take one, keep this one, compare, or forget. */
final class PlanMenu {

    private final Session session;
    private final PlanModel plan;
    private final Dialogs ask;
    private final MenuButton button = new MenuButton();

    PlanMenu(Session session, PlanModel plan, Dialogs ask) {
        this.session = session;
        this.plan = plan;
        this.ask = ask;
        button.setId("plan-menu");
        button.setMnemonicParsing(false);
        button.setMinWidth(80);
        plan.nameProperty().addListener((o, was, is) -> name());
        session.projectProperty().addListener((o, was, is) -> refresh());
        name();
        fill(List.of());
    }

    Node view() {
        return button;
    }

    private void name() {
        String name = plan.nameProperty().get();
        button.setText(name.isEmpty() ? session.text("ui.plan.unnamed") : session.text("ui.plan.named", name));
    }

    void refresh() {
        OpenProject project = session.projectProperty().get();
        if (project != null) {
            session.background().quietly(a -> session.plans().all(project), this::fill, session.background()::trouble);
        }
    }

    private void fill(List<KeptPlan> plans) {
        List<MenuItem> items = new ArrayList<>();
        plans.forEach(kept -> items.add(item(
                session.text(
                        kept.everywhere() ? "ui.plan.take-everywhere" : "ui.plan.take",
                        kept.plan().name()),
                () -> plan.take(kept.plan()))));
        if (!plans.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.add(item(session.text("ui.plan.keep"), () -> keep(false)));
        items.add(item(session.text("ui.plan.keep-everywhere"), () -> keep(true)));
        if (!plans.isEmpty()) {
            items.add(submenu("ui.plan.compare", plans, this::compare));
            items.add(submenu("ui.plan.forget", plans, this::forget));
        }
        button.getItems().setAll(items);
    }

    private MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        return item;
    }

    private Menu submenu(String key, List<KeptPlan> plans, java.util.function.Consumer<MountPlan> action) {
        Menu menu = new Menu(session.text(key));
        plans.forEach(kept -> menu.getItems().add(item(kept.plan().name(), () -> action.accept(kept.plan()))));
        return menu;
    }

    private void keep(boolean everywhere) {
        OpenProject project = session.projectProperty().get();
        if (project == null) {
            session.background().trouble(new Trouble(TroubleKind.NO_PROJECT));
            return;
        }
        ask.text(
                        session.text(everywhere ? "ui.plan.keep-everywhere" : "ui.plan.keep"),
                        session.text("ui.plan.name"),
                        plan.nameProperty().get())
                .ifPresent(name -> {
                    MountPlan kept = new MountPlan(name.strip(), List.copyOf(plan.mappings()));
                    session.background()
                            .run(
                                    session.text("ui.work.keep-plan", kept.name()),
                                    a -> {
                                        session.plans().keep(new KeptPlan(kept, everywhere), project);
                                        return kept;
                                    },
                                    done -> {
                                        plan.nameProperty().set(done.name());
                                        refresh();
                                    });
                });
    }

    private void forget(MountPlan other) {
        OpenProject project = session.projectProperty().get();
        session.background()
                .run(
                        session.text("ui.work.forget-plan", other.name()),
                        a -> {
                            session.plans().remove(other.name(), project);
                            return other;
                        },
                        done -> refresh());
    }

    private void compare(MountPlan other) {
        PlanDifference difference = PlanDifference.between(other.mappings(), List.copyOf(plan.mappings()));
        VBox lines = new VBox(
                6,
                Controls.muted(session.text(
                        difference.changes().isEmpty() ? "ui.plan.no-difference" : "ui.plan.difference",
                        other.name())));
        difference.changes().forEach(change -> lines.getChildren().add(line(change)));
        ask.show(session.text("ui.plan.compare"), lines);
    }

    private static Label line(PlanDifference.Change change) {
        String text = change.before().map(Mapping::volume).orElse("")
                + (change.sign().equals("~") ? "  →  " : "")
                + change.after().map(Mapping::volume).orElse("");
        Label label = new Label(change.sign() + " " + text);
        label.getStyleClass()
                .addAll(
                        "mono",
                        "difference-"
                                + (change.sign().equals("+")
                                        ? "more"
                                        : change.sign().equals("-") ? "less" : "changed"));
        return label;
    }
}
