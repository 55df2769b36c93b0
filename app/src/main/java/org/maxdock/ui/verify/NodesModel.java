package org.maxdock.ui.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maxdock.operation.ClusterOperations;
import org.maxdock.slurm.Node;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.NodeNames;
import org.maxdock.slurm.Partition;
import org.maxdock.slurm.Partitions;
import org.maxdock.slurm.Records;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Question;

/** Which nodes to look at: a partition, and names of nodes in it; at first some that are free to answer. */
public final class NodesModel {

    private static final int SOME = 6;

    /** So many nodes have a column of their own. */
    private static final int COLUMNS = 64;

    private record Cluster(Records<Partition> partitions, Records<Node> nodes) {}

    private static final Cluster NONE = new Cluster(Records.of(List.of()), Records.of(List.of()));

    private final ConnectionModel connection;
    private final ClusterOperations operations;
    private final ObservableList<String> partitions = FXCollections.observableArrayList();
    private final ObjectProperty<String> partition = new SimpleObjectProperty<>();
    private final StringProperty names = new SimpleStringProperty("");
    private final Question<Long> question;
    private final List<Runnable> waiting = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<Message>> notShown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Cluster cluster = NONE;

    public NodesModel(Background background, ConnectionModel connection, ClusterOperations operations) {
        this.connection = connection;
        this.operations = operations;
        this.question = new Question<>(background, connection::number);
        partition.addListener((o, was, is) -> propose());
        connection.onOther(this::clear);
    }

    private void clear() {
        question.drop();
        waiting.clear();
        cluster = NONE;
        notShown.set(Optional.empty());
        partition.set(null);
        partitions.clear();
        names.set("");
    }

    /** Those that the user may use. */
    ObservableList<String> partitions() {
        return partitions;
    }

    /** What is said of partitions and nodes that could not be read; empty where all could. */
    ReadOnlyObjectProperty<Optional<Message>> notShownProperty() {
        return notShown.getReadOnlyProperty();
    }

    /** Null for SLURM's default. */
    ObjectProperty<String> partitionProperty() {
        return partition;
    }

    /** As they are typed, also in SLURM's short form. */
    StringProperty namesProperty() {
        return names;
    }

    Partitions partition() {
        return partition.get() == null ? Partitions.DEFAULT : Partitions.of(partition.get());
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
                .limit(COLUMNS)
                .toList();
    }

    /** In SLURM's short form a comma may stand within brackets. */
    private Stream<String> words() {
        return Arrays.stream(names.get().split("\\s+"));
    }

    /** Asks SLURM for partitions and nodes, unless it was asked before; where there is no SLURM there are none. */
    void load(Runnable then) {
        if (!cluster.partitions().found().isEmpty() || !connection.connected().get()) {
            then.run();
            return;
        }
        waiting.add(then);
        question.askUnlessAsking(
                (number, a) -> new Cluster(operations.partitions(), operations.nodes()),
                asked -> {
                    take(asked);
                    goOn();
                },
                trouble -> goOn());
    }

    private void goOn() {
        List<Runnable> all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(Runnable::run);
    }

    private void take(Cluster asked) {
        cluster = asked;
        notShown.set(asked.partitions()
                .notShown("nodes.passed-over")
                .or(() -> asked.nodes().notShown("nodes.passed-over")));
        List<Partition> usable =
                asked.partitions().found().stream().filter(Partition::allowed).toList();
        partitions.setAll(usable.stream().map(p -> p.name().text()).toList());
        partition.set(usable.stream()
                .filter(Partition::isDefault)
                .map(p -> p.name().text())
                .findFirst()
                .orElse(null));
    }

    private void propose() {
        names.set(String.join(
                ",",
                cluster.nodes().found().stream()
                        .filter(n -> n.partition().text().equals(partition.get()))
                        .filter(n -> n.state().equals("idle") || n.state().equals("mixed"))
                        .map(n -> n.name().text())
                        .distinct()
                        .limit(SOME)
                        .toList()));
    }
}
