package org.maxdock.ui.launch;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.maxdock.slurm.Partition;
import org.maxdock.ui.shared.Parts;
import org.maxdock.ui.shared.Session;

/** The partitions that the user may use, each with its limit and what is free; one is chosen. */
final class PartitionCards {

    private final Session session;
    private final Runnable changed;
    private final FlowPane view = new FlowPane(8, 8);
    private String chosen = "";

    PartitionCards(Session session, Runnable changed) {
        this.session = session;
        this.changed = changed;
    }

    Node view() {
        return view;
    }

    /** The name; empty where SLURM's default is meant. */
    String chosen() {
        return chosen;
    }

    void choose(String name) {
        chosen = name;
        view.getChildren().forEach(n -> ((ToggleButton) n).setSelected(n.getUserData().equals(chosen)));
    }

    void show(List<Partition> all) {
        if (all.stream().noneMatch(p -> p.name().equals(chosen))) {
            chosen = all.stream().filter(Partition::isDefault).map(Partition::name).findFirst().orElse("");
        }
        view.getChildren().setAll(all.stream().filter(Partition::allowed).map(this::card).toList());
    }

    private Node card(Partition partition) {
        Label title = new Label(partition.name());
        title.getStyleClass().add("card-title");
        Label limit = Parts.muted(session.text("ui.launch.limit", partition.timeLimit()));
        Label free = Parts.muted(session.text("ui.launch.idle", partition.idle(), partition.total()));
        ToggleButton card = new ToggleButton();
        card.setGraphic(new VBox(3, title, limit, free));
        card.setUserData(partition.name());
        card.setSelected(partition.name().equals(chosen));
        card.setAccessibleText(partition.name());
        card.getStyleClass().add("partition-card");
        card.setOnAction(e -> {
            choose(partition.name());
            changed.run();
        });
        return card;
    }
}
