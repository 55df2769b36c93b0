package org.maxdock.ui.launch;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.launch.PreflightCheck;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Session;

/** The preflight: a line for each thing that could fail. */
final class CheckList {

    private final Session session;
    private final VBox lines = new VBox();
    private final Label summary = new Label();
    private final VBox view;
    private final Preflights preflights;

    CheckList(Session session, Preflights preflights) {
        this.session = session;
        this.preflights = preflights;
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        view = Controls.panel(
                Controls.row(Controls.head(session.text("ui.launch.before")), Controls.space(), summary), scroll);
        waiting();
    }

    VBox view() {
        return view;
    }

    /** Before there is an image to launch, or a server to ask. */
    void nothingToCheck() {
        Controls.badge(summary, "", "plain");
        lines.getChildren().setAll(Controls.empty(session.text("ui.launch.nothing-to-check")));
    }

    void waiting() {
        Controls.badge(summary, session.text("ui.launch.checking"), "plain");
    }

    void show(List<PreflightCheck> checks) {
        preflights.show(summary, checks);
        lines.getChildren().setAll(checks.stream().map(this::line).toList());
    }

    private HBox line(PreflightCheck check) {
        FontIcon icon = new FontIcon(
                switch (check.state()) {
                    case OK -> "fth-check";
                    case NOTE -> "fth-alert-circle";
                    case FAILS -> "fth-x";
                });
        icon.getStyleClass().add("check-" + check.state().name().toLowerCase(java.util.Locale.ROOT));
        Label subject = new Label(session.texts().get(check.subject()));
        subject.setMinWidth(96);
        String text = preflights.text(check);
        Label reason = Controls.wrapped(text);
        reason.getStyleClass().add("text-muted");
        reason.setTooltip(new Tooltip(text));
        HBox line = new HBox(10, icon, subject, reason);
        HBox.setHgrow(reason, javafx.scene.layout.Priority.ALWAYS);
        line.getStyleClass().add("list-row");
        return line;
    }
}
