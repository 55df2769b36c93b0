package org.maxdock.ui.jobs;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.maxdock.launch.Leftover;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.PartitionName;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Session;
import org.maxdock.ui.terminals.TerminalsPage;

/** What of mine is still there and nobody looks at: shown only where there is something. */
final class LeftoverPanel {

    private static final int SHOWN = 5;

    private final Session session;
    private final TerminalsPage terminals;
    private final Runnable changed;
    private final VBox lines = new VBox();
    private final VBox view;

    LeftoverPanel(Session session, TerminalsPage terminals, Runnable changed) {
        this.session = session;
        this.terminals = terminals;
        this.changed = changed;
        view = Controls.panel(Controls.head(session.text("ui.jobs.still")), lines);
        view.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        show(List.of());
    }

    VBox view() {
        return view;
    }

    void refresh() {
        session.bench().ifPresent(bench -> {
            var watched = terminals.marks();
            session.background()
                    .quietly(a -> bench.leftovers().find(watched), this::show, session.background()::trouble);
        });
    }

    private void show(List<Leftover> left) {
        lines.getChildren().setAll(left.stream().limit(SHOWN).map(this::line).toList());
        view.setVisible(!left.isEmpty());
        view.setManaged(!left.isEmpty());
    }

    private Node line(Leftover leftover) {
        Label text = new Label(
                switch (leftover) {
                    case Leftover.KeptTerminal terminal ->
                        session.text("ui.jobs.still.terminal", launch(terminal.mark()));
                    case Leftover.Allocation job ->
                        session.text("ui.jobs.still.allocation", job.job(), job.name(), job.where());
                    case Leftover.Container container ->
                        session.text("ui.jobs.still.container", container.name(), container.launch());
                });
        text.setMinWidth(0);
        Button stop = Controls.button(
                session.text("ui.jobs.stop"),
                "fth-x",
                () -> session.withBench(
                        session.text("ui.work.stop"),
                        (bench, a) -> {
                            bench.leftovers().stop(leftover, PartitionName.DEFAULT, a.cancellation());
                            return leftover;
                        },
                        done -> changed.run()));
        HBox line = Controls.row(text, Controls.space());
        if (leftover instanceof Leftover.KeptTerminal terminal) {
            line.getChildren()
                    .add(Controls.primary(
                            session.text("ui.jobs.attach"),
                            "fth-terminal",
                            () -> terminals.attach(launch(terminal.mark()), terminal.mark())));
        }
        line.getChildren().add(stop);
        line.getStyleClass().add("list-row");
        return line;
    }

    private String launch(Mark mark) {
        try {
            return session.runs().of(mark).map(r -> r.launch().name()).orElse(mark.text());
        } catch (org.maxdock.text.Trouble e) {
            session.background().trouble(e);
            return mark.text();
        }
    }
}
