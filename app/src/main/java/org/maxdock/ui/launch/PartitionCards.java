package org.maxdock.ui.launch;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.maxdock.launch.Resources;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.Partition;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Session;

/**
 * Where to: the partitions that the user may use, each with its limit and what is free, the server itself, and jobs of
 * the user's that run.
 */
final class PartitionCards {

    private final Session session;
    private final Runnable changed;
    private final FlowPane view = new FlowPane(8, 8);
    /** What stands for the workgroup server itself; no partition can be called so. */
    private static final String HERE = " here";
    /** What stands before the number of a job. */
    private static final String JOB = " job ";

    private String chosen = "";

    PartitionCards(Session session, Runnable changed) {
        this.session = session;
        this.changed = changed;
    }

    Node view() {
        return view;
    }

    /** The name; empty where SLURM's default is meant, or no partition. */
    String chosen() {
        return chosen.startsWith(" ") ? "" : chosen;
    }

    /** What is asked of SLURM; the rest counts where a job of its own is meant. */
    Resources resources(int nodes, String time, List<String> more) {
        if (chosen.equals(HERE)) {
            return Resources.HERE;
        }
        return chosen.startsWith(JOB)
                ? Resources.inJob(chosen.substring(JOB.length()))
                : Resources.of(chosen, nodes, time).withMore(more);
    }

    void choose(Resources resources) {
        choose(resources.here() ? HERE : resources.job().isEmpty() ? resources.partition() : JOB + resources.job());
    }

    private void choose(String name) {
        chosen = name;
        view.getChildren()
                .forEach(n -> ((ToggleButton) n).setSelected(n.getUserData().equals(chosen)));
    }

    /** @param jobs those of the user that run */
    void show(List<Partition> all, List<Job> jobs) {
        boolean known = chosen.equals(HERE)
                || jobs.stream().anyMatch(j -> chosen.equals(JOB + j.id()))
                || all.stream().anyMatch(p -> p.name().equals(chosen));
        if (!known) {
            chosen = all.stream()
                    .filter(Partition::isDefault)
                    .map(Partition::name)
                    .findFirst()
                    .orElse("");
        }
        view.getChildren()
                .setAll(all.stream().filter(Partition::allowed).map(this::card).toList());
        view.getChildren()
                .add(card(
                        HERE,
                        session.text("ui.launch.here"),
                        session.text("ui.launch.here-queue"),
                        session.text("ui.launch.here-text")));
        jobs.forEach(j -> view.getChildren()
                .add(card(
                        JOB + j.id(),
                        session.text("ui.launch.in-job", j.id()),
                        j.name(),
                        session.text("ui.launch.in-job-text", j.nodes(), j.left()))));
    }

    private Node card(Partition partition) {
        return card(
                partition.name(),
                partition.name(),
                session.text("ui.launch.limit", partition.timeLimit()),
                session.text("ui.launch.idle", partition.idle(), partition.total()));
    }

    private Node card(String name, String shown, String limit, String free) {
        Label title = new Label(shown);
        title.getStyleClass().add("card-title");
        ToggleButton card = new ToggleButton();
        card.setGraphic(new VBox(3, title, Controls.muted(limit), Controls.muted(free)));
        card.setUserData(name);
        card.setSelected(name.equals(chosen));
        card.setAccessibleText(shown);
        card.getStyleClass().add("partition-card");
        card.setOnAction(e -> {
            choose(name);
            changed.run();
        });
        return card;
    }
}
