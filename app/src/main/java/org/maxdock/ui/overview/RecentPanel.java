package org.maxdock.ui.overview;

import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maxdock.store.Run;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;

/** What was started lately, a line each. */
final class RecentPanel {

    private final RecentRuns model;
    private final BooleanBinding startable;
    private final Texts texts;
    private final VBox lines = new VBox();
    private final VBox view;

    RecentPanel(RecentRuns model, BooleanBinding startable, Texts texts) {
        this.model = model;
        this.startable = startable;
        this.texts = texts;
        view = Controls.panel(Controls.head(texts.get("ui.overview.recent")), lines);
        view.setPrefWidth(420);
        view.setMinWidth(300);
        view.managedProperty().bind(view.visibleProperty());
        model.runsProperty().addListener((o, was, is) -> show(is));
        show(model.runsProperty().get());
    }

    VBox view() {
        return view;
    }

    private void show(List<Run> runs) {
        lines.getChildren().setAll(runs.stream().map(this::line).toList());
        view.setVisible(!runs.isEmpty());
    }

    private Node line(Run run) {
        String called = run.launch().name();
        Label what = Controls.muted(model.what(run));
        what.setMinWidth(0);
        VBox text = new VBox(2, new Label(called), what);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button again = Controls.iconButton("fth-play", texts.get("ui.overview.again", called), () -> model.start(run));
        again.disableProperty().bind(startable.not());
        Button edit =
                Controls.iconButton("fth-edit-2", texts.get("ui.overview.again-edit", called), () -> model.edit(run));
        HBox row = Controls.row(text, edit, again);
        row.getStyleClass().add("list-row");
        row.setOnMouseEntered(e -> model.near(run));
        return row;
    }
}
