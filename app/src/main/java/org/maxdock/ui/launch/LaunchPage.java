package org.maxdock.ui.launch;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maxdock.engine.EngineEvent;
import org.maxdock.launch.Launch;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ActionKey;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.NeedsConnection;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.shared.TroubleNote;

/** The launch that is being made; what could fail; the script that it becomes; and the one click. */
public final class LaunchPage implements Page {

    private final LaunchModel model;
    private final Texts texts;
    private final Node place;

    /** @param openProject asks for a folder and opens it */
    public LaunchPage(
            LaunchModel model,
            ConnectionModel connection,
            Navigation navigation,
            Dialogs dialogs,
            Runnable openProject,
            Texts texts) {
        this.model = model;
        this.texts = texts;
        DraftFields made = new DraftFields(model.draft(), texts);
        OptionsForm options = new OptionsForm(model.draft(), made, model.siteOptions(), texts);
        LaunchFields fields = new LaunchFields(
                model.draft(),
                made,
                new ImageBox(model.draft(), texts),
                new MountsBox(model, navigation, texts),
                new PlaceCards(model.places(), texts),
                new MoreOptions(model.draft(), made, options, dialogs, texts),
                texts);
        CheckList checks = new CheckList(model.checks(), navigation, openProject, texts);
        ScriptBox script = new ScriptBox(model.script(), texts);
        VBox left = new VBox(12, fields.view(), new TroubleNote(connection.troubles(), Place.START, texts), start());
        VBox.setVgrow(fields.view(), Priority.ALWAYS);
        left.setMinWidth(520);
        VBox right = new VBox(12, checks.view(), script.view());
        checks.view().setPrefHeight(344);
        VBox.setVgrow(script.view(), Priority.ALWAYS);
        right.setPrefWidth(430);
        right.setMinWidth(270);
        HBox both = new HBox(14, left, right);
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox.setVgrow(both, Priority.ALWAYS);
        place = new NeedsConnection(
                texts,
                connection,
                navigation,
                id(),
                Controls.page(top(), new TroubleNote(connection.troubles(), Place.KEPT_LAUNCHES, texts), both));
    }

    private HBox top() {
        Button back = Controls.button(texts.get("ui.launch.back"), "fth-corner-up-left", model.loader()::back);
        back.setId("draft-back");
        back.visibleProperty().bind(model.loader().beforeProperty().isNotNull());
        back.managedProperty().bind(back.visibleProperty());
        Button paste = Controls.button(texts.get("ui.mounts.paste"), "fth-clipboard", model::paste);
        Button script = Controls.button(texts.get("ui.launch.save-script"), null, model::keepScript);
        ButtonFacts.command(paste, "maxdock launch --paste FILE");
        ButtonFacts.command(script, "maxdock launch --print");
        script.disableProperty().bind(model.scriptKeepable().not());
        Button keep = Controls.button(texts.get("ui.launch.save"), "fth-save", model::keep);
        ButtonFacts.command(keep, "maxdock launch --save --name NAME");
        keep.disableProperty().bind(model.keepable().not());
        Button forget = Controls.iconButton("fth-trash-2", texts.get("ui.launch.forget"), model::forget);
        ButtonFacts.command(forget, "maxdock launch --forget NAME");
        forget.setId("forget-launch");
        forget.disableProperty().bind(model.forgettable().not());
        return Controls.row(
                Controls.title(texts.get("ui.page.launch")), Controls.space(), back, paste, script, forget, keep);
    }

    private HBox start() {
        Button start = ButtonFacts.key(
                ButtonFacts.command(Controls.go("", "fth-play", model::start), "maxdock launch"), ActionKey.START);
        start.textProperty().bind(model.caption());
        start.getStyleClass().add("large");
        start.setId("start");
        start.disableProperty().bind(model.startable().not());
        start.setOnMouseEntered(e -> model.near());
        start.focusedProperty().addListener((o, was, is) -> {
            if (is) {
                model.near();
            }
        });
        Label text = Controls.muted("");
        text.textProperty().bind(model.consequence());
        return Controls.row(start, text);
    }

    /** Fills the page with a kept launch. */
    public void load(Launch kept) {
        model.loader().load(kept);
    }

    /** Makes the launch the one of a text that people have: a line of docker run, a compose file. */
    public void paste(String text) {
        model.loader().paste(text);
    }

    /** What was edited on it and no file has, in words. */
    public List<String> unsaved() {
        return model.unsaved();
    }

    /** The one click. */
    public void start(Launch kept) {
        model.start(kept);
    }

    @Override
    public void shown() {
        model.shown();
    }

    @Override
    public void changed(EngineEvent.Listed list) {
        if (list == EngineEvent.Listed.IMAGES) {
            model.imagesChanged();
        }
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
