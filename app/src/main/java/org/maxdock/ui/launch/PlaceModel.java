package org.maxdock.ui.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.maxdock.operation.ClusterOperations;
import org.maxdock.operation.JobOperations;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.Partition;
import org.maxdock.slurm.PartitionName;
import org.maxdock.slurm.Partitions;
import org.maxdock.slurm.Records;
import org.maxdock.slurm.SlurmTime;
import org.maxdock.slurm.TimeInWords;
import org.maxdock.text.Message;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Question;

/**
 * Where a launch can go: the partitions that the user may use, the server itself, and jobs of the user's that run. What
 * the draft says is among them, also where the server knows nothing of it. On the window's thread.
 */
public final class PlaceModel {

    /** One of them, in words. */
    public record Card(PlaceChoice choice, String title, String limit, String free, boolean selected) {}

    private record Places(List<Partition> partitions, List<Job> running, List<Message> notShown) {

        static Places of(Records<Partition> partitions, Records<Job> mine) {
            return new Places(
                    partitions.found(),
                    mine.found().stream().filter(Job::running).toList(),
                    Stream.of(partitions.notShown("nodes.passed-over"), mine.notShown("jobs.passed-over"))
                            .flatMap(Optional::stream)
                            .toList());
        }
    }

    private static final Places NONE = new Places(List.of(), List.of(), List.of());

    private final LaunchDraft draft;
    private final ConnectionModel connection;
    private final ClusterOperations cluster;
    private final JobOperations jobs;
    private final Texts texts;
    private final Question<Long> question;
    private final ReadOnlyObjectWrapper<List<Card>> cards = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper notShown = new ReadOnlyStringWrapper("");
    private Places places = NONE;

    public PlaceModel(
            LaunchDraft draft,
            ConnectionModel connection,
            ClusterOperations cluster,
            JobOperations jobs,
            Background background,
            Texts texts) {
        this.draft = draft;
        this.connection = connection;
        this.cluster = cluster;
        this.jobs = jobs;
        this.texts = texts;
        this.question = new Question<>(background, connection::number);
        draft.placeProperty().addListener((o, was, is) -> derive());
        connection.onOther(() -> {
            places = NONE;
            derive();
        });
        derive();
    }

    public ReadOnlyObjectProperty<List<Card>> cardsProperty() {
        return cards.getReadOnlyProperty();
    }

    /** What is said of partitions and jobs that could not be read; empty where all could. */
    public ReadOnlyStringProperty notShownProperty() {
        return notShown.getReadOnlyProperty();
    }

    public void choose(PlaceChoice choice) {
        draft.placeProperty().set(choice);
    }

    /**
     * Asks for that partition, too, or no more; another place is chosen as {@link #choose} does. The last partition
     * stays.
     */
    public void add(PlaceChoice choice) {
        PlaceChoice now = draft.placeProperty().get();
        Partitions both = now.equals(PlaceChoice.byDefault()) ? byDefault() : now.partition();
        for (PartitionName name : choice.partition().names()) {
            both = both.toggled(name);
        }
        choose(both.isDefault() ? choice : new PlaceChoice.Queue(both));
    }

    private Partitions byDefault() {
        return new Partitions(places.partitions().stream()
                .filter(Partition::isDefault)
                .map(Partition::name)
                .toList());
    }

    /** Asks SLURM, where there is one. */
    public void refresh() {
        boolean none = connection
                .state()
                .connected()
                .filter(c -> c.facts().slurm().isPending()
                        || c.facts().slurm().value().isPresent())
                .isEmpty();
        if (none) {
            return;
        }
        question.ask((number, a) -> Places.of(cluster.partitions(), jobs.mine()), found -> {
            places = found;
            derive();
        });
    }

    private void derive() {
        notShown.set(places.notShown().stream().map(texts::get).collect(Collectors.joining(" ")));
        List<Card> all = new ArrayList<>();
        places.partitions().stream().filter(Partition::allowed).forEach(p -> all.add(card(p)));
        all.add(card(
                new PlaceChoice.Server(),
                texts.get("ui.launch.here"),
                texts.get("ui.launch.here-queue"),
                texts.get("ui.launch.here-text")));
        places.running().forEach(j -> all.add(card(j)));
        PlaceChoice now = draft.placeProperty().get();
        if (all.stream().noneMatch(Card::selected) || !isKnown(now.partition())) {
            all.addFirst(unknown(now));
        }
        cards.set(List.copyOf(all));
    }

    private boolean isKnown(Partitions chosen) {
        return chosen.names().stream()
                .allMatch(
                        n -> places.partitions().stream().anyMatch(p -> p.name().equals(n)));
    }

    /** The default is the partition that SLURM would take. */
    private Card card(Partition partition) {
        PlaceChoice now = draft.placeProperty().get();
        return new Card(
                new PlaceChoice.Queue(Partitions.of(partition.name())),
                partition.name().text(),
                TimeInWords.limit(partition.timeLimit(), texts),
                texts.get("ui.launch.idle", partition.idle(), partition.total()),
                now.partition().has(partition.name()) || partition.isDefault() && now.equals(PlaceChoice.byDefault()));
    }

    private Card card(Job job) {
        return card(
                new PlaceChoice.Job(job.id()),
                texts.get("ui.launch.in-job", job.id()),
                texts.get("ui.launch.in-job-nodes", job.nodes()) + ", " + job.name(),
                timeLeft(job));
    }

    private String timeLeft(Job job) {
        if (TimeInWords.isEndless(job.left())) {
            return texts.get(TimeInWords.of(job.left()));
        }
        return SlurmTime.parse(job.left()).isEmpty() ? "" : texts.get("ui.jobs.left", TimeInWords.ofDays(job.left()));
    }

    private Card card(PlaceChoice choice, String title, String limit, String free) {
        return new Card(
                choice, title, limit, free, choice.equals(draft.placeProperty().get()));
    }

    /** What is chosen and was not told by the server: not yet, or no more. */
    private Card unknown(PlaceChoice choice) {
        String title = switch (choice) {
            case PlaceChoice.Server here -> texts.get("ui.launch.here");
            case PlaceChoice.Job there -> texts.get("ui.launch.in-job", there.id());
            case PlaceChoice.Queue queue ->
                queue.partition().isDefault()
                        ? texts.get("ui.launch.default-partition")
                        : queue.partition().text();
        };
        boolean asked = !places.equals(NONE);
        return new Card(choice, title, asked ? texts.get("ui.launch.not-there") : "", "", true);
    }
}
