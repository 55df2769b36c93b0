package org.maxdock.ui.build;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.ui.shared.Parts;

/** One build step: how it stands, its number, its instruction. */
final class StepCell extends ListCell<BuildSteps.Step> {

    @Override
    protected void updateItem(BuildSteps.Step step, boolean empty) {
        super.updateItem(step, empty);
        if (empty || step == null) {
            setGraphic(null);
            return;
        }
        FontIcon icon = new FontIcon(switch (step.state()) {
            case RUNNING -> "fth-loader";
            case CACHED -> "fth-archive";
            case DONE -> "fth-check";
            case FAILED -> "fth-x";
        });
        icon.getStyleClass().add("step-" + step.state().name().toLowerCase(java.util.Locale.ROOT));
        Label instruction = new Label(step.instruction().replace('\n', ' '));
        instruction.getStyleClass().add("mono");
        HBox row = Parts.row(icon, Parts.muted(step.number() + "/" + step.of()), instruction);
        row.setMaxWidth(460);
        setGraphic(row);
    }
}
