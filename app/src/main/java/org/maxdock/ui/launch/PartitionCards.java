package org.maxdock.ui.launch;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.Partition;
import org.maxdock.slurm.PartitionName;
import org.maxdock.slurm.TimeLimit;
import org.maxdock.text.InvalidValue;
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
    private LaunchPlace chosen = LaunchPlace.Allocation.of("", 1, "");

    PartitionCards(Session session, Runnable changed) {
        this.session = session;
        this.changed = changed;
    }

    Node view() {
        return view;
    }

    /** The partition; SLURM's default also where nothing is to be allocated. */
    PartitionName chosen() {
        return chosen.allocation().map(LaunchPlace.Allocation::partition).orElse(PartitionName.DEFAULT);
    }

    boolean allocates() {
        return chosen.allocates();
    }

    /**
     * Where to; what is asked of SLURM counts where a job of its own is meant.
     *
     * @throws InvalidValue where SLURM would not take what is asked of it
     */
    LaunchPlace place(int nodes, TimeLimit time, List<String> more) {
        return chosen.allocates() ? new LaunchPlace.Allocation(chosen(), nodes, time, 0, "", more) : chosen;
    }

    void choose(LaunchPlace place) {
        chosen = alone(place);
        view.getChildren()
                .forEach(n -> ((ToggleButton) n).setSelected(n.getUserData().equals(chosen)));
    }

    /** A place without what else is asked of SLURM, so that it is equal to its card's. */
    private static LaunchPlace alone(LaunchPlace place) {
        return place.allocation().map(a -> of(a.partition())).orElse(place);
    }

    private static LaunchPlace of(PartitionName partition) {
        return new LaunchPlace.Allocation(partition, 1, TimeLimit.DEFAULT, 0, "", List.of());
    }

    /** @param jobs those of the user that run */
    void show(List<Partition> all, List<Job> jobs) {
        boolean known = chosen.isServer()
                || jobs.stream().anyMatch(j -> chosen.joined().equals(Optional.of(j.id())))
                || chosen.allocates() && all.stream().anyMatch(p -> p.name().equals(chosen()));
        if (!known) {
            chosen = of(all.stream()
                    .filter(Partition::isDefault)
                    .map(Partition::name)
                    .findFirst()
                    .orElse(PartitionName.DEFAULT));
        }
        view.getChildren()
                .setAll(all.stream().filter(Partition::allowed).map(this::card).toList());
        view.getChildren()
                .add(card(
                        new LaunchPlace.OnServer(),
                        session.text("ui.launch.here"),
                        session.text("ui.launch.here-queue"),
                        session.text("ui.launch.here-text")));
        jobs.stream()
                .filter(j -> j.id().isOne())
                .forEach(j -> view.getChildren()
                        .add(card(
                                new LaunchPlace.InJob(j.id()),
                                session.text("ui.launch.in-job", j.id()),
                                j.name(),
                                session.text("ui.launch.in-job-text", j.nodes(), j.left()))));
    }

    private Node card(Partition partition) {
        return card(
                of(partition.name()),
                partition.name().text(),
                session.text("ui.launch.limit", partition.timeLimit()),
                session.text("ui.launch.idle", partition.idle(), partition.total()));
    }

    private Node card(LaunchPlace place, String shown, String limit, String free) {
        Label title = new Label(shown);
        title.getStyleClass().add("card-title");
        ToggleButton card = new ToggleButton();
        card.setGraphic(new VBox(3, title, Controls.muted(limit), Controls.muted(free)));
        card.setUserData(place);
        card.setSelected(place.equals(chosen));
        card.setAccessibleText(shown);
        card.getStyleClass().add("partition-card");
        card.setOnAction(e -> {
            choose(place);
            changed.run();
        });
        return card;
    }
}
