package org.maxdock.ui.overview;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maxdock.store.Run;
import org.maxdock.ui.launch.LaunchPage;
import org.maxdock.ui.launch.Preflights;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Session;

/** What was started lately, kept or not: each a click away. */
final class RecentPanel {

    private static final int MOST = 5;

    private final Session session;
    private final LaunchPage launches;
    private final Preflights preflights;
    private final VBox lines = new VBox();
    private final VBox view;

    RecentPanel(Session session, LaunchPage launches, Preflights preflights) {
        this.session = session;
        this.launches = launches;
        this.preflights = preflights;
        view = Controls.panel(Controls.head(session.text("ui.overview.recent")), lines);
        view.setPrefWidth(420);
        view.setMinWidth(300);
        view.setVisible(false);
        view.managedProperty().bind(view.visibleProperty());
    }

    VBox view() {
        return view;
    }

    void show() {
        session.background().quietly(a -> session.runs().recent(MOST), this::show, session.background()::trouble);
    }

    private void show(List<Run> runs) {
        lines.getChildren().setAll(runs.stream().map(this::line).toList());
        view.setVisible(!runs.isEmpty());
    }

    private Node line(Run run) {
        Label name = new Label(run.launch().name());
        String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(session.texts().locale())
                .format(Instant.parse(run.at()).atZone(ZoneId.systemDefault()));
        Label what = Controls.muted(session.text(
                "ui.overview.recent-what",
                run.launch().image().brief(),
                session.text("ui.kind." + run.launch().kind().name().word()),
                when));
        what.setMinWidth(0);
        VBox text = new VBox(2, name, what);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var again = Controls.iconButton(
                "fth-play", session.text("ui.overview.again", run.launch().name()), () -> launches.start(run.launch()));
        var edit = Controls.iconButton(
                "fth-edit-2",
                session.text("ui.overview.again-edit", run.launch().name()),
                () -> {
                    launches.load(run.launch());
                    session.pageProperty().set("launch");
                });
        HBox row = Controls.row(text, edit, again);
        row.getStyleClass().add("list-row");
        row.setOnMouseEntered(e -> preflights.look(run.launch(), checks -> {})); // for the click that may follow
        return row;
    }
}
