package org.maxdock.ui.build;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.text.Printable;
import org.maxdock.ui.shared.Controls;

/** One build step: how it stands, its number, its instruction, how much came, how long it took. */
final class StepCell extends ListCell<BuildSteps.Step> {

    private final BuildRunModel run;

    StepCell(BuildRunModel run) {
        this.run = run;
    }

    @Override
    protected void updateItem(BuildSteps.Step step, boolean empty) {
        super.updateItem(step, empty);
        if (empty || step == null) {
            setGraphic(null);
            return;
        }
        FontIcon icon = new FontIcon(
                switch (step.state()) {
                    case RUNNING -> "fth-loader";
                    case CACHED -> "fth-archive";
                    case DONE -> "fth-check";
                    case FAILED -> "fth-x";
                    case CANCELLED -> "fth-slash";
                });
        icon.getStyleClass().add("step-" + step.state().name().toLowerCase(Locale.ROOT));
        Label number = Controls.muted(step.isNumbered() ? step.number() + "/" + step.of() : "");
        number.setMinWidth(38);
        Label instruction = new Label(Printable.line(step.instruction().replace('\n', ' ')));
        instruction.getStyleClass().add("mono");
        instruction.setPrefWidth(100);
        instruction.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(instruction, Priority.ALWAYS);
        Label time = Controls.muted(run.time(step));
        time.setMinWidth(Region.USE_PREF_SIZE);
        Label bytes = Controls.muted(step.bytes());
        bytes.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = Controls.row(icon, number, instruction, bytes, time);
        row.maxWidthProperty().bind(getListView().widthProperty().subtract(44));
        setGraphic(row);
    }
}
