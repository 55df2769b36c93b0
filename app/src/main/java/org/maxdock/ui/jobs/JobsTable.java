package org.maxdock.ui.jobs;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.maxdock.operation.JobBook;
import org.maxdock.slurm.EndedJob;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.SlurmTime;
import org.maxdock.slurm.Waiting;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Session;

/** The jobs as a table: where each runs or why it waits, how much of its time is used, how it ended. */
final class JobsTable {

    private final Session session;
    private final TableView<JobBook.Entry> table = new TableView<>();

    JobsTable(Session session) {
        this.session = session;
        table.setPlaceholder(Controls.muted(session.text("ui.jobs.empty")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setAccessibleText(session.text("ui.page.jobs"));
        table.getColumns()
                .add(column("ui.jobs.id", 80, e -> e.id().map(JobId::text).orElse("")));
        table.getColumns()
                .add(column(
                        "ui.jobs.name",
                        150,
                        e -> e.job()
                                        .filter(j -> !j.user().equals(me()))
                                        .map(j -> j.user() + " · ")
                                        .orElse("")
                                + e.name()));
        table.getColumns().add(cells("ui.jobs.state", 120, this::state));
        table.getColumns()
                .add(column(
                        "ui.jobs.partition",
                        90,
                        e -> e.job()
                                .map(Job::partition)
                                .or(() -> e.ended().map(EndedJob::partition))
                                .orElse("")));
        table.getColumns().add(column("ui.jobs.where", 260, this::where));
        table.getColumns().add(cells("ui.jobs.time", 230, this::time));
        table.getColumns().add(cells("ui.jobs.image", 190, this::image));
    }

    TableView<JobBook.Entry> view() {
        return table;
    }

    private String me() {
        return session.bench().map(b -> b.environment().user()).orElse("");
    }

    private TableColumn<JobBook.Entry, String> column(String key, int width, Function<JobBook.Entry, String> value) {
        TableColumn<JobBook.Entry, String> column = new TableColumn<>(session.text(key));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 70));
        column.setCellValueFactory(f -> new SimpleStringProperty(value.apply(f.getValue())));
        return column;
    }

    private TableColumn<JobBook.Entry, JobBook.Entry> cells(
            String key, int width, Function<JobBook.Entry, javafx.scene.Node> graphic) {
        TableColumn<JobBook.Entry, JobBook.Entry> column = new TableColumn<>(session.text(key));
        column.setPrefWidth(width);
        column.setMinWidth(120);
        column.setCellValueFactory(f -> new SimpleObjectProperty<>(f.getValue()));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(JobBook.Entry entry, boolean empty) {
                super.updateItem(entry, empty);
                setGraphic(empty || entry == null ? null : graphic.apply(entry));
            }
        });
        return column;
    }

    private Label state(JobBook.Entry entry) {
        String word = entry.state().toLowerCase(Locale.ROOT);
        if (entry.job().isPresent()) {
            return Controls.badge(word, entry.job().get().running() ? "ok" : "warn");
        }
        String status = entry.ended()
                .map(e -> e.status().replaceFirst(":0$", ""))
                .filter(s -> word.equals("completed") || !s.equals("0"))
                .orElse("");
        return Controls.badge(
                (word + " " + status).strip(), word.equals("completed") || word.equals("cancelled") ? "plain" : "bad");
    }

    /** A launch lets no image start but the recorded one; so what runs is that. */
    private HBox image(JobBook.Entry entry) {
        if (entry.run().isEmpty()) {
            return Controls.row();
        }
        HBox image = Controls.row(new Label(entry.run().get().launch().image().brief()));
        if (entry.job().filter(Job::running).isPresent()) {
            Label verdict = Controls.badge(session.text("ui.verdict.same"), "ok");
            verdict.setTooltip(new Tooltip(session.text("ui.jobs.verified-text")));
            image.getChildren().add(verdict);
        }
        return image;
    }

    private String where(JobBook.Entry entry) {
        Optional<Job> job = entry.job();
        if (job.isPresent() && job.get().waiting()) {
            Waiting waiting = new Waiting(job.get(), 0);
            return session.texts().get(waiting.why())
                    + (waiting.hasStart()
                            ? " · "
                                    + session.text(
                                            "ui.terminal.expected",
                                            job.get().start().replace('T', ' '))
                            : "");
        }
        return job.map(Job::where).or(() -> entry.ended().map(EndedJob::nodes)).orElse("");
    }

    /** Of a time as SLURM writes it what fits a column: its year and seconds are left out. */
    private static String dayAndMinute(String time) {
        return time.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d")
                ? time.substring(5, 16).replace('T', ' ')
                : time;
    }

    private HBox time(JobBook.Entry entry) {
        if (entry.job().isEmpty()) {
            Label ended = Controls.muted(entry.ended()
                    .map(e -> (e.elapsed() + "  " + dayAndMinute(e.end())).strip())
                    .orElse(""));
            entry.ended()
                    .map(EndedJob::end)
                    .filter(e -> !e.isEmpty())
                    .ifPresent(e -> ended.setTooltip(new Tooltip(e.replace('T', ' '))));
            return Controls.row(ended);
        }
        Job job = entry.job().get();
        Optional<Duration> used = SlurmTime.parse(job.used());
        Optional<Duration> limit = SlurmTime.parse(job.limit());
        if (used.isEmpty() || limit.isEmpty() || limit.get().isZero()) {
            return Controls.row(Controls.muted(job.used() + " / " + job.limit()));
        }
        ProgressBar bar = new ProgressBar(
                Math.min(1, (double) used.get().toSeconds() / limit.get().toSeconds()));
        bar.setPrefWidth(90);
        return Controls.row(bar, Controls.muted(session.text("ui.jobs.left", job.left())));
    }
}
