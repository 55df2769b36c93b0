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
    /** What stands for the workgroup server itself; no partition can be called so. */
    private static final String HERE = " here";

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
        return here() ? "" : chosen;
    }

    /** Whether it is to run on the workgroup server itself. */
    boolean here() {
        return chosen.equals(HERE);
    }

    void chooseHere() {
        choose(HERE);
    }

    void choose(String name) {
        chosen = name;
        view.getChildren().forEach(n -> ((ToggleButton) n).setSelected(n.getUserData().equals(chosen)));
    }

    void show(List<Partition> all) {
        if (!here() && all.stream().noneMatch(p -> p.name().equals(chosen))) {
            chosen = all.stream().filter(Partition::isDefault).map(Partition::name).findFirst().orElse("");
        }
        view.getChildren().setAll(all.stream().filter(Partition::allowed).map(this::card).toList());
        view.getChildren().add(card(HERE, session.text("ui.launch.here"), session.text("ui.launch.here-queue"), session.text("ui.launch.here-text")));
    }

    private Node card(Partition partition) {
        return card(partition.name(), partition.name(), session.text("ui.launch.limit", partition.timeLimit()), session.text("ui.launch.idle", partition.idle(), partition.total()));
    }

    private Node card(String name, String shown, String limit, String free) {
        Label title = new Label(shown);
        title.getStyleClass().add("card-title");
        ToggleButton card = new ToggleButton();
        card.setGraphic(new VBox(3, title, Parts.muted(limit), Parts.muted(free)));
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
