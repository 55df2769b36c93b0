package org.maxdock.ui.build;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maxdock.image.dockerfile.LineRange;
import org.maxdock.image.dockerfile.Template;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.Controls;

/** The Dockerfile with its editor, what is told of the file, and advice. */
final class DockerfilePanel {

    private final Texts texts;
    private final Asks ask;
    private final DockerfileModel model;
    private final VBox view;

    DockerfilePanel(
            Texts texts,
            Asks ask,
            DockerfileModel model,
            DockerfileEditor editor,
            ObservableValue<Optional<LineRange>> failed,
            AdviceModel advice) {
        this.texts = texts;
        this.ask = ask;
        this.model = model;
        MenuButton templates = new MenuButton(texts.get("ui.build.template"));
        ButtonFacts.command(templates, "maxdock dockerfile new --template NAME");
        templates
                .getItems()
                .setAll(Arrays.stream(Template.values()).map(this::item).toList());
        Button save = Controls.button(
                texts.get("ui.save"), "fth-save", () -> model.saves().save());
        templates.disableProperty().bind(model.folderProperty().isNull());
        save.disableProperty().bind(model.folderProperty().isNull());
        Label changed = Controls.badge(texts.get("ui.build.edited"), "warn");
        changed.visibleProperty().bind(model.unsaved());
        changed.managedProperty().bind(model.unsaved());
        VBox panel = Controls.panel(
                Controls.row(Controls.head(DockerfileModel.NAME), changed, Controls.space(), templates, save),
                new VBox(elsewhere(), failed(failed, editor), editor.view()));
        VBox.setVgrow(editor.view(), Priority.ALWAYS);
        view = new VBox(
                12,
                panel,
                new AdvicePanel(texts, advice.advice(), model.blank(), editor::show, this::templates).view());
        VBox.setVgrow(panel, Priority.ALWAYS);
    }

    private Node elsewhere() {
        HBox bar = Controls.row(
                Controls.wrapped(texts.get("ui.build.elsewhere")),
                Controls.space(),
                Controls.primary(
                        texts.get("ui.build.compare"), null, () -> model.saves().compare()));
        bar.getStyleClass().add("warn-bar");
        bar.setId("elsewhere");
        bar.visibleProperty().bind(model.changedElsewhere());
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }

    private Node failed(ObservableValue<Optional<LineRange>> failed, DockerfileEditor editor) {
        Label text = Controls.wrapped("");
        text.textProperty()
                .bind(failed.map(lines -> lines.map(l -> texts.get("ui.build.failed-at", l.first()))
                        .orElse("")));
        HBox bar = Controls.row(
                text,
                Controls.space(),
                Controls.button(
                        texts.get("ui.build.go-there"),
                        null,
                        () -> failed.getValue().ifPresent(lines -> editor.show(lines.first()))));
        bar.getStyleClass().add("bad-bar");
        bar.setId("failed-at");
        bar.visibleProperty().bind(failed.map(Optional::isPresent));
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }

    private MenuItem item(Template template) {
        MenuItem item = new MenuItem(texts.get("template." + template.word()));
        item.setOnAction(e -> begin(template));
        return item;
    }

    private List<Button> templates() {
        return Arrays.stream(Template.values())
                .map(t -> Controls.button(texts.get("template." + t.word()), null, () -> begin(t)))
                .toList();
    }

    private void begin(Template template) {
        model.templates()
                .begin(
                        template,
                        () -> ask.confirm(
                                texts.get("ui.build.template"),
                                texts.get("ui.build.replace"),
                                texts.get("ui.build.replace-yes")));
    }

    VBox view() {
        return view;
    }
}
