package org.maxdock.ui.mounts;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.launch.PlanForm;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.CommandBox;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.NeedsConnection;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.shared.TroubleNote;

/**
 * The host's folders, the container's, the mappings with their verdicts, the mend, and the command line that it all
 * becomes.
 */
public final class MountsPage implements Page {

    private final MountsModel model;
    private final Navigation navigation;
    private final Texts texts;
    private final PlanView planView;
    private final Label engineAnswer = new Label();
    private final Node place;

    public MountsPage(
            MountsModel model, ConnectionModel connection, Navigation navigation, Dialogs dialogs, Texts texts) {
        this.model = model;
        this.navigation = navigation;
        this.texts = texts;
        MapForm mapForm = new MapForm(model.newMapping(), texts);
        planView = new PlanView(
                model.folders(),
                new PlanView.Actions(
                        model.subject()::replace,
                        model.mends()::choose,
                        model.newMapping()::drop,
                        model.newMapping().hostProperty()::set,
                        mapForm::askWhere,
                        mapForm::begin),
                texts);
        place = new NeedsConnection(
                texts,
                connection,
                navigation,
                id(),
                Controls.page(
                        top(new PlanMenu(model.plans(), dialogs, texts)),
                        new SubjectSwitch(model.subject(), model, texts).view(),
                        new TroubleNote(connection.troubles(), Place.PLAN, texts),
                        mapForm.view(),
                        new TroubleNote(connection.troubles(), Place.FOLDERS, texts),
                        planView.view(),
                        new TroubleNote(connection.troubles(), Place.MOUNT_CHECKS, texts),
                        new MendBox(model.mends(), texts).view(),
                        command()));
        model.checks().checkedProperty().addListener((o, was, is) -> show());
        model.checks().answerProperty().addListener((o, was, is) -> answer(is));
        model.image().foldersProperty().addListener((o, was, is) -> show());
        model.subject().mappings().addListener((InvalidationListener) o -> show());
        model.imageNameProperty().addListener((o, was, is) -> show());
        model.directoryProperty().addListener((o, was, is) -> show());
        answer(Optional.empty());
        show();
    }

    private HBox top(PlanMenu planMenu) {
        Button paste = Controls.button(texts.get("ui.mounts.paste"), "fth-clipboard", model::paste);
        SplitMenuButton ask = new SplitMenuButton();
        ButtonFacts.command(ask, "maxdock mount check --ask-engine");
        ask.setText(texts.get("ui.mounts.ask"));
        ask.setGraphic(new FontIcon("fth-help-circle"));
        ask.setMinWidth(110); // the one that gives way in a narrow window
        ask.setTooltip(new Tooltip(ask.getText()));
        ask.setOnAction(e -> model.checks().askEngine());
        MenuItem onNode = new MenuItem(texts.get("ui.mounts.ask-node"));
        onNode.setOnAction(e -> model.checks().askNode());
        ask.getItems().add(onNode);
        ask.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.checks().checkedProperty().get().isEmpty(),
                        model.checks().checkedProperty()));
        return Controls.row(
                Controls.title(texts.get("ui.page.mounts")),
                planMenu.view(),
                Controls.space(),
                planView.switcher(),
                paste,
                ask,
                launch());
    }

    /** The next step, once something is mapped. */
    private Button launch() {
        Button launch = Controls.button(texts.get("ui.go-launch"), "fth-send", () -> navigation.go("launch"));
        InvalidationListener lead = o -> {
            launch.getStyleClass().remove(Styles.ACCENT);
            if (!model.subject().mappings().isEmpty()) {
                launch.getStyleClass().add(Styles.ACCENT);
            }
        };
        model.subject().mappings().addListener(lead);
        lead.invalidated(model.subject().mappings());
        return launch;
    }

    private Node command() {
        SegmentedButton forms = new SegmentedButton();
        for (PlanForm each : PlanForm.values()) {
            ToggleButton button = new ToggleButton(each.title());
            button.setSelected(each == model.formProperty().get());
            button.setOnAction(e -> {
                button.setSelected(true);
                model.formProperty().set(each);
            });
            forms.getButtons().add(button);
        }
        Label runAs = Controls.muted("");
        runAs.textProperty().bind(model.runAs());
        CommandBox command = new CommandBox(texts, texts.get("ui.mounts.command"), engineAnswer, runAs, forms);
        command.explain(texts.get("ui.mounts.command-unverified"));
        command.view().setPrefHeight(150);
        command.view().setMinHeight(94);
        model.command().addListener((o, was, is) -> command.show(is));
        command.show(model.command().get());
        return command.view();
    }

    private void answer(Optional<MountChecks.Answer> said) {
        Controls.badge(
                engineAnswer,
                said.map(MountChecks.Answer::text).orElse(""),
                said.map(a -> a.ok() ? "ok" : "bad").orElse("plain"));
    }

    private void show() {
        planView.show(
                model.subject().mappings().isEmpty(),
                model.checks().checkedProperty().get(),
                model.image().foldersProperty().get(),
                model.imageNameProperty().get(),
                model.directoryProperty().get().strip());
    }

    @Override
    public void shown() {
        model.shown();
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
