package org.maxdock.ui.launch;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.launch.Check;
import org.maxdock.launch.Launch;
import org.maxdock.ui.shared.Parts;
import org.maxdock.ui.shared.Session;

/** The preflight: a line for each thing that could fail. */
final class CheckList {

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Session session;
    private final VBox lines = new VBox();
    private final Label summary = new Label();
    private final VBox view;
    private volatile Known known;

    CheckList(Session session) {
        this.session = session;
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        view = Parts.panel(Parts.row(Parts.head(session.text("ui.launch.before")), Parts.space(), summary), scroll);
        waiting();
    }

    VBox view() {
        return view;
    }

    void waiting() {
        Parts.badge(summary, session.text("ui.launch.checking"), "plain");
    }

    private record Known(Launch launch, List<Check> checks, long at) {
    }

    /** What was found for exactly this launch a moment ago. From any thread. */
    Optional<List<Check>> fresh(Launch launch) {
        Known last = known;
        return last != null && last.launch().equals(launch) && System.nanoTime() - last.at() < FRESH_NANOS ? Optional.of(last.checks()) : Optional.empty();
    }

    void show(Launch launch, List<Check> checks) {
        known = new Known(launch, checks, System.nanoTime());
        show(checks);
    }

    void show(List<Check> checks) {
        long failing = checks.stream().filter(c -> c.state() == Check.State.FAILS).count();
        long notes = checks.stream().filter(c -> c.state() == Check.State.NOTE).count();
        if (failing > 0) {
            Parts.badge(summary, session.text("ui.launch.failing", failing), "bad");
        } else {
            Parts.badge(summary, notes > 0 ? session.text("ui.launch.notes", notes) : session.text("ui.launch.clear"), notes > 0 ? "warn" : "ok");
        }
        lines.getChildren().setAll(checks.stream().map(this::line).toList());
    }

    private HBox line(Check check) {
        FontIcon icon = new FontIcon(switch (check.state()) {
            case OK -> "fth-check";
            case NOTE -> "fth-alert-circle";
            case FAILS -> "fth-x";
        });
        icon.getStyleClass().add("check-" + check.state().name().toLowerCase(java.util.Locale.ROOT));
        Label subject = new Label(session.texts().get(check.subject()));
        subject.setMinWidth(96);
        String text = session.texts().get(check.reason()) + check.mend().map(m -> " " + session.texts().get(m)).orElse("");
        Label reason = Parts.wrapped(text);
        reason.getStyleClass().add("text-muted");
        reason.setTooltip(new Tooltip(text));
        HBox line = new HBox(10, icon, subject, reason);
        HBox.setHgrow(reason, javafx.scene.layout.Priority.ALWAYS);
        line.getStyleClass().add("list-row");
        return line;
    }
}
