package org.maxdock.ui.verify;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import org.maxdock.operation.Server;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.NodeNames;
import org.maxdock.slurm.Partition;
import org.maxdock.slurm.PartitionName;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Session;

/** Which nodes to look at: a partition, and names of nodes in it; at first some that are free to answer. */
final class NodeChoice {

    private static final int SOME = 6;

    private record Cluster(List<Partition> partitions, List<org.maxdock.slurm.Node> nodes) {}

    private final ComboBox<String> partition = new ComboBox<>();
    private final TextField nodes = new TextField();
    private final Session session;
    private final Runnable changed;
    private Cluster cluster = new Cluster(List.of(), List.of());

    NodeChoice(Session session, Runnable changed) {
        this.session = session;
        this.changed = changed;
        partition.setAccessibleText(session.text("ui.verify.partition"));
        partition.setPromptText(session.text("ui.verify.partition"));
        partition.setMinWidth(110);
        nodes.setMinWidth(140);
        nodes.setAccessibleText(session.text("ui.verify.nodes"));
        nodes.setPromptText(session.text("ui.verify.nodes"));
        nodes.setTooltip(new Tooltip(session.text("ui.verify.nodes-text")));
        nodes.setPrefColumnCount(18);
        nodes.setId("nodes");
        partition.valueProperty().addListener((o, was, is) -> propose());
        nodes.textProperty().addListener((o, was, is) -> changed.run());
    }

    Node view() {
        return Controls.row(partition, nodes);
    }

    /** @throws Trouble where something else than names of nodes was typed */
    List<NodeName> nodes() throws Trouble {
        return InvalidValue.orTrouble(
                () -> NodeName.all(words().filter(n -> !n.isBlank()).toList()));
    }

    /** The names in what was typed, which may be half a name as yet. */
    List<NodeName> readable() {
        return words().flatMap(n -> NodeNames.expand(n).stream())
                .flatMap(n -> NodeName.read(n).stream())
                .distinct()
                .toList();
    }

    /** In SLURM's short form a comma may stand within brackets. */
    private Stream<String> words() {
        return Arrays.stream(nodes.getText().split("\\s+"));
    }

    PartitionName partition() {
        return partition.getValue() == null ? PartitionName.DEFAULT : new PartitionName(partition.getValue());
    }

    void clear() {
        cluster = new Cluster(List.of(), List.of());
        partition.getItems().clear();
        nodes.clear();
    }

    /** Asks SLURM for partitions and nodes, unless it was asked before; where there is no SLURM there are none. */
    void load(Runnable then) {
        if (!cluster.partitions().isEmpty() || session.bench().isEmpty()) {
            then.run();
            return;
        }
        Server bench = session.bench().get();
        session.background()
                .quietly(
                        a -> ask(bench),
                        asked -> {
                            cluster = asked;
                            partition.setItems(FXCollections.observableArrayList(asked.partitions().stream()
                                    .filter(Partition::allowed)
                                    .map(p -> p.name().text())
                                    .toList()));
                            partition.setValue(asked.partitions().stream()
                                    .filter(p -> p.isDefault() && p.allowed())
                                    .map(p -> p.name().text())
                                    .findFirst()
                                    .orElse(null));
                            then.run();
                        },
                        trouble -> then.run());
    }

    private static Cluster ask(Server bench) throws Trouble {
        return new Cluster(bench.slurm().partitions(), bench.slurm().nodes());
    }

    private void propose() {
        nodes.setText(String.join(
                ",",
                cluster.nodes().stream()
                        .filter(n -> n.partition().text().equals(partition.getValue()))
                        .filter(n -> n.state().equals("idle") || n.state().equals("mixed"))
                        .map(n -> n.name().text())
                        .distinct()
                        .limit(SOME)
                        .toList()));
        changed.run();
    }
}
