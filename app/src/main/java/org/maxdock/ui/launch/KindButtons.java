package org.maxdock.ui.launch;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.maxdock.launch.LaunchKind;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.Controls;

/** The kinds of launch, each explained in a sentence, with the fields that belong to it. */
final class KindButtons {

    /** The fields in their order, which is not that of the draft. */
    private static final List<DraftField> FIELDS =
            List.of(DraftField.RANKS, DraftField.NETWORK, DraftField.ARRAY, DraftField.PORT, DraftField.CLUSTER);

    private static int columns(DraftField field) {
        return switch (field) {
            case RANKS -> 3;
            case PORT -> 4;
            case ARRAY -> 8;
            default -> 6;
        };
    }

    private final LaunchDraft draft;
    private final Texts texts;
    private final SegmentedButton buttons = new SegmentedButton();
    private final Label text = Controls.wrapped("");
    private final FlowPane fields = new FlowPane(10, 6);
    private final Map<DraftField, TextField> controls = new EnumMap<>(DraftField.class);
    private final Map<DraftField, Node> rows = new EnumMap<>(DraftField.class);
    private final VBox view;

    KindButtons(LaunchDraft draft, DraftFields made, Texts texts) {
        this.draft = draft;
        this.texts = texts;
        for (LaunchKind.Name each : LaunchKind.Name.values()) {
            ToggleButton button = new ToggleButton(texts.get("ui.kind." + each.word()));
            ButtonFacts.command(button, "maxdock launch --kind " + each.word());
            button.setUserData(each);
            button.setTooltip(new Tooltip(texts.get("ui.kind." + each.word() + ".text")));
            button.setOnAction(e -> {
                draft.pick(each);
                show(); // a click on the chosen one would take the choice away
            });
            buttons.getButtons().add(button);
        }
        for (DraftField field : FIELDS) {
            controls.put(field, made.text(field, columns(field)));
            rows.put(field, labelled(field));
        }
        text.getStyleClass().add("text-muted");
        buttons.getStyleClass().add("kind-buttons");
        fields.managedProperty().bind(Bindings.isNotEmpty(fields.getChildren()));
        view = new VBox(4, Controls.field(texts.get("ui.launch.kind"), buttons), text, fields);
        FIELDS.forEach(field -> view.getChildren().add(made.trouble(field)));
        draft.valuesProperty().addListener((o, was, is) -> show());
        show();
    }

    Node view() {
        return view;
    }

    private void show() {
        DraftValues values = draft.values();
        buttons.getButtons().forEach(b -> b.setSelected(b.getUserData() == values.kind()));
        text.setText(texts.get("ui.kind." + values.kind().word() + ".text"));
        List<Node> asked =
                FIELDS.stream().filter(values::isAsked).map(rows::get).toList();
        if (!fields.getChildren().equals(asked)) {
            fields.getChildren().setAll(asked);
        }
        prompt(values);
    }

    private void prompt(DraftValues values) {
        controls.get(DraftField.RANKS).setPromptText(texts.get("ui.launch.ranks-prompt"));
        controls.get(DraftField.NETWORK).setPromptText(texts.get("ui.launch.network-prompt"));
        controls.get(DraftField.ARRAY).setPromptText(texts.get("ui.launch.array-prompt"));
        controls.get(DraftField.CLUSTER).setPromptText(texts.get("ui.launch.cluster-prompt"));
        boolean cluster = values.isAsked(DraftField.CLUSTER);
        controls.get(DraftField.PORT).setPromptText(texts.get(cluster ? "ui.launch.port-2022" : "ui.launch.port-any"));
    }

    private Node labelled(DraftField field) {
        TextField control = controls.get(field);
        Label label = Controls.muted(texts.get(field.caption()));
        label.setLabelFor(control);
        label.setMinWidth(Region.USE_PREF_SIZE);
        control.setMinWidth(Region.USE_PREF_SIZE);
        return Controls.row(label, control);
    }
}
