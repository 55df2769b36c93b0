package org.maxdock.ui.launch;

import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;

/**
 * Environment, shared memory, limits, and other options of Docker and SLURM: a field for what most know, and for the
 * rest.
 */
final class OptionsForm {

    private static final int ROWS = 3;
    private static final int COLUMNS = 3;
    private static final double WIDTH = 760;
    private static final double HEIGHT = 530;

    private final DraftModel model;
    private final DraftFields fields;
    private final SiteOptions siteOptions;
    private final Texts texts;
    private final Node view;

    OptionsForm(DraftModel model, DraftFields fields, SiteOptions siteOptions, Texts texts) {
        this.model = model;
        this.fields = fields;
        this.siteOptions = siteOptions;
        this.texts = texts;
        this.view = form();
    }

    /** The form, with the draft in it; made once, since it watches the draft. */
    Node open() {
        siteOptions.ask();
        return view;
    }

    private Node form() {
        TextArea environment = fields.follow(DraftField.ENVIRONMENT, new TextArea());
        environment.setPrefRowCount(ROWS);
        TextField site = mono(DraftField.SITE_OPTIONS, "");
        site.promptTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> siteOptions.knownProperty().get().isEmpty()
                                ? texts.get("ui.launch.site-args-prompt")
                                : String.join(" ", siteOptions.knownProperty().get()),
                        siteOptions.knownProperty()));
        environment.getStyleClass().add("mono");
        VBox form = new VBox(
                10,
                Controls.head(texts.get("ui.launch.more-container")),
                fields.captioned(DraftField.ENVIRONMENT, environment),
                wide(
                        captioned(DraftField.SHARED_MEMORY, "2g"),
                        captioned(DraftField.ULIMITS, texts.get("ui.launch.ulimits-prompt")),
                        fields.captioned(DraftField.SITE_OPTIONS, site)),
                wide(
                        captioned(DraftField.GPUS, "all"),
                        captioned(DraftField.PUBLISH, "8080:80"),
                        captioned(DraftField.DOCKER_OPTIONS, "")),
                captioned(DraftField.SIGNED_BY, texts.get("ui.launch.signed-by-prompt")),
                Controls.head(texts.get("ui.launch.more-slurm")),
                slurm());
        form.setPadding(new Insets(4, 14, 4, 4));
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setMinSize(WIDTH, HEIGHT); // a dialog takes less than its content would like
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    private Node slurm() {
        GridPane grid = new GridPane(10, 8);
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(column);
        }
        int at = 0;
        for (DraftField field : DraftField.values()) {
            if (field.isSlurmOption()) {
                grid.add(captioned(field, "--" + field.word()), at % COLUMNS, at / COLUMNS);
                at++;
            }
        }
        CheckBox exclusive = new CheckBox(texts.get("ui.slurm.exclusive"));
        exclusive.selectedProperty().bindBidirectional(model.draft().exclusiveProperty());
        grid.add(captioned(DraftField.SLURM_OPTIONS, ""), at % COLUMNS, at / COLUMNS, COLUMNS - at % COLUMNS, 1);
        grid.add(exclusive, 0, at / COLUMNS + 1, COLUMNS, 1);
        grid.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.draft().values().place().allocates(),
                        model.draft().valuesProperty()));
        return grid;
    }

    private VBox captioned(DraftField field, String prompt) {
        return fields.captioned(field, mono(field, prompt));
    }

    private TextField mono(DraftField field, String prompt) {
        TextField text = fields.text(field, 9);
        text.getStyleClass().add("mono");
        text.setPromptText(prompt);
        return text;
    }

    private static HBox wide(Node... parts) {
        HBox row = new HBox(12, parts);
        for (Node part : parts) {
            HBox.setHgrow(part, Priority.ALWAYS);
            ((Region) part).setPrefWidth(WIDTH / parts.length);
        }
        return row;
    }
}
