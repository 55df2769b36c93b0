package org.maxdock.ui.jobs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import org.maxdock.operation.ClusterOperations;
import org.maxdock.operation.JobBook;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.Node;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.NodeNames;
import org.maxdock.slurm.Records;
import org.maxdock.slurm.StateWords;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Question;

/** What the nodes of the partitions are doing, and on which the user's own jobs run. On the window's thread. */
final class ClusterModel {

    private static final int NAMED = 8;

    /**
     * A node of a partition.
     *
     * @param kind idle, mixed, allocated, down, or mine
     */
    record Square(NodeName node, String kind, String tip) {}

    record Row(String partition, List<Square> squares) {}

    /** What is told of a node: a head, its load, and the jobs on it. */
    record About(String head, List<String> load, List<String> jobs) {}

    private record Answer(Map<String, String> node, Records<Job> jobs) {}

    private final JobsModel jobs;
    private final ClusterOperations cluster;
    private final Texts texts;
    private final Question<Long> question;
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());

    ClusterModel(
            JobsModel jobs, ConnectionModel connection, Background background, Texts texts, ClusterOperations cluster) {
        this.jobs = jobs;
        this.cluster = cluster;
        this.texts = texts;
        this.question = new Question<>(background, connection::number);
        jobs.nodesProperty().addListener((o, was, is) -> derive());
        jobs.entries().addListener((ListChangeListener<JobBook.Entry>) change -> derive());
    }

    ReadOnlyObjectProperty<List<Row>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    private void derive() {
        Set<String> mine = new HashSet<>();
        jobs.entries().stream()
                .flatMap(e -> e.job().stream())
                .filter(j -> j.running() && jobs.isMine(j))
                .forEach(j -> mine.addAll(NodeNames.expand(j.where())));
        Map<String, List<Square>> partitions = new TreeMap<>();
        for (Node node : jobs.nodesProperty().get()) {
            partitions
                    .computeIfAbsent(node.partition().text(), p -> new ArrayList<>())
                    .add(new Square(
                            node.name(),
                            mine.contains(node.name().text()) ? "mine" : kind(node.state()),
                            texts.get("ui.node.tip", node.name(), texts.get(StateWords.ofNode(node.state())))));
        }
        List<Row> now = partitions.entrySet().stream()
                .map(e -> new Row(e.getKey(), List.copyOf(e.getValue())))
                .toList();
        if (!now.equals(rows.get())) { // who points at a square shall not lose it
            rows.set(now);
        }
    }

    private static String kind(String state) {
        return switch (state) {
            case "idle", "mixed" -> state;
            case "allocated", "completing" -> "allocated";
            default -> "down";
        };
    }

    /** Asks about a node; where another is asked about meanwhile, only that is told. */
    void ask(Square square, Consumer<About> then) {
        question.ask(
                (connection, a) -> new Answer(cluster.node(square.node()), cluster.jobsOn(square.node())),
                answer -> then.accept(about(square, answer)));
    }

    private About about(Square square, Answer answer) {
        Map<String, String> n = answer.node();
        List<String> load = List.of(
                texts.get(
                        "ui.node.cores",
                        n.getOrDefault("CPUAlloc", "?"),
                        n.getOrDefault("CPUTot", "?"),
                        n.getOrDefault("CPULoad", "?")),
                texts.get("ui.node.memory", n.getOrDefault("AllocMem", "?"), n.getOrDefault("RealMemory", "?")),
                texts.get("ui.node.features", n.getOrDefault("ActiveFeatures", "-"), n.getOrDefault("Gres", "-")));
        List<String> running = new ArrayList<>(answer.jobs().found().stream()
                .limit(NAMED)
                .map(j -> j.id() + "  " + j.user() + "  " + j.name() + "  " + j.used())
                .toList());
        answer.jobs().notShown("jobs.passed-over").map(texts::get).ifPresent(running::add);
        return new About(square.tip(), load, running.isEmpty() ? List.of(texts.get("ui.node.no-jobs")) : running);
    }
}
