package org.maxdock.ui.build;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.context.ContextSize;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.Session;

/** What a build will send: how many files, how much; which weigh most, when it is clicked. */
final class SizeLine {

    private static final long MUCH = 200_000_000;

    private final Session session;
    private final Dialogs ask;
    private final Hyperlink line = new Hyperlink();
    private ContextSize size = new ContextSize(0, 0, List.of());

    SizeLine(Session session, Dialogs ask) {
        this.session = session;
        this.ask = ask;
        line.setId("size");
        line.setOnAction(e -> heaviest());
        line.setTooltip(new Tooltip(session.text("ui.build.heaviest")));
        line.setMinWidth(0);
    }

    /** Finds it out anew. */
    void look(BuildFolder folder, String dockerfile) {
        line.setVisible(false);
        session.bench()
                .ifPresent(bench -> session.background()
                        .quietly(
                                a -> bench.images().size(folder, dockerfile, a.cancellation()),
                                found -> show(folder, found),
                                trouble -> System.getLogger(SizeLine.class.getName())
                                        .log(System.Logger.Level.DEBUG, "the context has no size yet", trouble)));
    }

    private void show(BuildFolder folder, ContextSize found) {
        size = found;
        line.setVisible(true);
        line.setText(session.text(
                folder instanceof BuildFolder.Here ? "ui.build.sends" : "ui.build.sends-there",
                found.files(),
                Controls.megabytes(found.bytes())));
        line.getStyleClass().remove("warn-link");
        if (found.bytes() > MUCH && folder instanceof BuildFolder.Here) {
            line.getStyleClass().add("warn-link");
        }
    }

    private void heaviest() {
        VBox lines = new VBox(Controls.head(session.text("ui.build.heaviest")));
        for (ContextSize.Weight weight : size.heaviest()) {
            Label name = new Label(weight.name());
            name.getStyleClass().add("mono");
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            Label bytes = Controls.muted(Controls.megabytes(weight.bytes()));
            bytes.setMinWidth(80);
            HBox row = Controls.row(bytes, name);
            row.getStyleClass().add("list-row");
            lines.getChildren().add(row);
        }
        lines.getChildren().add(Controls.wrapped(session.text("ui.build.ignore-hint")));
        lines.setMinWidth(560);
        ask.show(session.text("ui.build.heaviest"), lines);
    }

    Node view() {
        return line;
    }
}
