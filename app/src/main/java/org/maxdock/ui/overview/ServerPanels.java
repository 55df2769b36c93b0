package org.maxdock.ui.overview;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.StateWords;
import org.maxdock.slurm.TimeInWords;
import org.maxdock.slurm.Waiting;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Navigation;

/** The user's jobs, and what the server has. */
final class ServerPanels {

    private final ServerModel model;
    private final Navigation navigation;
    private final Texts texts;
    private final VBox lines = new VBox();
    private final FlowPane said = new FlowPane(48, 8);
    private final VBox jobs;
    private final VBox facts;

    ServerPanels(ServerModel model, Navigation navigation, Texts texts) {
        this.model = model;
        this.navigation = navigation;
        this.texts = texts;
        said.getStyleClass().add("panel-body");
        jobs = Controls.panel(Controls.head(texts.get("ui.overview.jobs")), lines);
        facts = Controls.panel(Controls.head(texts.get("ui.overview.server")), said);
        model.jobsProperty().addListener((o, was, is) -> showJobs());
        model.unreadProperty().addListener((o, was, is) -> showJobs());
        model.factsProperty().addListener((o, was, is) -> {
            show(is);
            showJobs();
        });
        showJobs();
        show(model.factsProperty().get());
    }

    VBox jobs() {
        return jobs;
    }

    VBox facts() {
        return facts;
    }

    private void show(List<ServerModel.Fact> all) {
        said.getChildren().setAll(all.stream().map(ServerPanels::fact).toList());
    }

    private static Node fact(ServerModel.Fact fact) {
        Label head = new Label(fact.title());
        head.getStyleClass().add("card-title");
        return new VBox(2, head, Controls.muted(fact.text()));
    }

    private void showJobs() {
        List<Job> mine = model.jobsProperty().get().orElse(List.of());
        if (!mine.isEmpty()) {
            lines.getChildren().setAll(mine.stream().map(this::row).toList());
            if (!model.jobsNote().isEmpty()) {
                lines.getChildren().add(Controls.muted(model.jobsNote()));
            }
        } else if (model.jobsProperty().get().isPresent()) {
            lines.getChildren()
                    .setAll(Controls.empty(
                            model.jobsNote(),
                            Controls.button(texts.get("ui.go-launch"), "fth-send", () -> navigation.go("launch"))));
        } else {
            lines.getChildren().setAll(Controls.empty(model.jobsNote()));
        }
    }

    private Node row(Job job) {
        Label where = Controls.muted(job.waiting() ? texts.get(new Waiting(job, 0).why()) : job.where());
        where.setMinWidth(0); // the one that gives way
        where.setTooltip(new Tooltip(where.getText()));
        Label time = Controls.muted(
                texts.get(TimeInWords.ofDays(job.used())) + " / " + texts.get(TimeInWords.ofDays(job.limit())));
        time.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = Controls.row(
                Controls.badge(texts.get(StateWords.ofJob(job.state())), job.running() ? "ok" : "warn"),
                new Label(job.id().text()),
                new Label(Printable.line(job.name())),
                Controls.space(),
                where,
                time);
        row.getStyleClass().add("list-row");
        return row;
    }
}
