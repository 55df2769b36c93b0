package org.maxdock.ui.launch;

import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;

/** The form: what to start, how and where. */
final class LaunchFields {

    private final DraftModel model;
    private final DraftFields fields;
    private final Texts texts;
    private final ScrollPane view;

    LaunchFields(
            DraftModel model,
            DraftFields fields,
            ImageBox image,
            MountsBox mounts,
            PlaceCards places,
            MoreOptions more,
            Texts texts) {
        this.model = model;
        this.fields = fields;
        this.texts = texts;
        HBox first = new HBox(
                12,
                fields.captioned(DraftField.NAME, fields.text(DraftField.NAME, 12)),
                fields.captioned(DraftField.IMAGE, image.view()));
        grow(first, 1);
        VBox all = new VBox(
                10,
                first,
                new KindButtons(model.draft(), fields, texts).view(),
                new ModeButtons(model.draft(), texts).view(),
                Controls.field(texts.get("ui.launch.mounts"), mounts.view()),
                commandLine(),
                Controls.field(texts.get("ui.launch.where"), places.view()),
                resources(more));
        all.setPadding(new Insets(0, 6, 0, 0));
        view = new ScrollPane(all);
        view.setFitToWidth(true);
        view.getStyleClass().add("edge-to-edge");
    }

    private static void grow(HBox row, int which) {
        HBox.setHgrow(row.getChildren().get(which), Priority.ALWAYS);
    }

    private HBox commandLine() {
        TextField command = fields.text(DraftField.COMMAND, 12);
        follow(command, "ui.launch.command-prompt");
        TextField directory = fields.text(DraftField.DIRECTORY, 12);
        follow(directory, "ui.launch.workdir-prompt");
        HBox row = new HBox(
                12, fields.captioned(DraftField.COMMAND, command), fields.captioned(DraftField.DIRECTORY, directory));
        grow(row, 0);
        return row;
    }

    /** What an empty field means is the kind's own. */
    private void follow(TextField field, String key) {
        field.promptTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(
                                switch (model.draft().values().kind()) {
                                    case SHELL -> key + (key.contains("command") ? "-shell" : "");
                                    case JUPYTER -> key + "-jupyter";
                                    default -> key;
                                }),
                        model.draft().valuesProperty()));
    }

    /** How many nodes, and how long, is asked only where SLURM is to allocate. */
    private HBox resources(MoreOptions more) {
        Spinner<Integer> nodes = new Spinner<>(1, 99_999, 1);
        nodes.setId(DraftFields.id(DraftField.NODES));
        nodes.setEditable(true);
        nodes.getValueFactory().setConverter(new NodeCount(nodes));
        nodes.setPrefWidth(90);
        nodes.setMinWidth(90);
        nodes.getEditor().textProperty().bindBidirectional(model.draft().text(DraftField.NODES));
        nodes.getEditor().setAccessibleText(texts.get(DraftField.NODES.caption()));
        model.draft().text(DraftField.NODES).addListener((o, was, is) -> step(nodes, is));
        TextField time = fields.text(DraftField.TIME, 8);
        time.setMinWidth(100);
        for (Node control : new Node[] {nodes, time}) {
            DraftField field = control == nodes ? DraftField.NODES : DraftField.TIME;
            control.disableProperty()
                    .bind(Bindings.createBooleanBinding(
                            () -> !model.draft().values().isAsked(field),
                            model.draft().valuesProperty()));
        }
        HBox row = new HBox(
                12, fields.captioned(DraftField.NODES, nodes), fields.captioned(DraftField.TIME, time), more.view());
        grow(row, 2);
        return row;
    }

    /** The arrows count on from what was typed. */
    private static void step(Spinner<Integer> nodes, String typed) {
        if (NodeCount.isOne(typed)) {
            nodes.getValueFactory().setValue(Integer.valueOf(typed));
        }
    }

    /** What is no number leaves the arrows where they are: the draft says what is wrong with it. */
    private static final class NodeCount extends StringConverter<Integer> {

        private final Spinner<Integer> nodes;

        NodeCount(Spinner<Integer> nodes) {
            this.nodes = nodes;
        }

        static boolean isOne(String typed) {
            return typed != null && typed.matches("[1-9][0-9]{0,4}");
        }

        @Override
        public String toString(Integer count) {
            return count == null ? "" : count.toString();
        }

        @Override
        public Integer fromString(String typed) {
            return isOne(typed) ? Integer.valueOf(typed) : nodes.getValue();
        }
    }

    ScrollPane view() {
        return view;
    }
}
