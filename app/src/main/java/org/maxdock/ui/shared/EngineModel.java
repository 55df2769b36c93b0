package org.maxdock.ui.shared;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.operation.ClusterOperations;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ConnectionState;
import org.maxdock.operation.EnginePlace;
import org.maxdock.operation.EngineWhere;
import org.maxdock.operation.NodeOperations;
import org.maxdock.operation.NodeOperations.TakenNode;
import org.maxdock.operation.OpenProject;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Partition;
import org.maxdock.slurm.Records;
import org.maxdock.slurm.TimeLimit;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Where the engine is that is worked with, and nodes that are taken for theirs. On the window's thread. */
public final class EngineModel {

    private final ConnectionModel connection;
    private final Connection link;
    private final NodeOperations nodes;
    private final ClusterOperations cluster;
    private final ProjectModel project;
    private final Background background;
    private final Asks ask;
    private final Consumer<String> tell;
    private final Texts texts;
    private final StillThere still;
    private final Question<Long> question;
    private final Question<Long> alone;
    private final ImagesOfNode images;
    private final Set<JobId> warned = new HashSet<>();
    private final ReadOnlyObjectWrapper<List<TakenNode>> taken = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper notShown = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Optional<EngineWhere> known = Optional.empty();
    private String target = "";

    /** @param tell says a line that soon passes */
    public EngineModel(
            ConnectionModel connection,
            Connection link,
            NodeOperations nodes,
            ClusterOperations cluster,
            ProjectModel project,
            ImagesOfNode images,
            Background background,
            Asks ask,
            Consumer<String> tell,
            Texts texts) {
        this.connection = connection;
        this.link = link;
        this.nodes = nodes;
        this.cluster = cluster;
        this.project = project;
        this.images = images;
        this.background = background;
        this.ask = ask;
        this.tell = tell;
        this.texts = texts;
        this.still = new StillThere(connection, tell, texts);
        this.question = new Question<>(background, connection::link);
        this.alone = new Question<>(background, connection::number);
        connection.connected().addListener((o, was, is) -> forget());
        connection.stateProperty().addListener((o, was, is) -> {
            is.connected().ifPresent(this::arrived);
            if (is instanceof ConnectionState.None) {
                // left by the user, who comes to the server's own engine the next time
                known = Optional.empty();
            }
        });
    }

    /** After a lost connection the node may not be there any more, and nobody has chosen the server's engine. */
    private void arrived(ConnectionState.Connected now) {
        Optional<EngineWhere> before = known.filter(k -> now.target().equals(target));
        known = Optional.of(now.engine());
        target = now.target();
        if (before.isPresent()
                && before.get().place() instanceof EnginePlace.OnNode node
                && now.engine().place() instanceof EnginePlace.OnServer
                && !busy.get()) {
            tellGone(before.get().host(), node);
        }
    }

    private void tellGone(String host, EnginePlace.OnNode node) {
        known = Optional.empty(); // it is told once
        background.trouble(new Trouble(
                TroubleKind.NODE_GIVEN_BACK, host, node.job().map(JobId::text).orElse("")));
    }

    /** Nodes that are taken, the latest first, as they were when it was last looked. */
    public ReadOnlyObjectProperty<List<TakenNode>> takenProperty() {
        return taken.getReadOnlyProperty();
    }

    /** That some jobs could not be read, which may be nodes that are taken; empty where all could. */
    public ReadOnlyStringProperty notShownProperty() {
        return notShown.getReadOnlyProperty();
    }

    /** Empty without a connection. */
    public Optional<EngineWhere> where() {
        return connection.state().connected().map(ConnectionState.Connected::engine);
    }

    /** The node that is worked on, as it was when it was last looked; empty where it is none that was taken. */
    public Optional<TakenNode> node() {
        return taken.get().stream().filter(this::isWorkedOn).findFirst();
    }

    /** Whether a node is worked on. */
    public ObservableValue<Boolean> onNode() {
        return connection.stateProperty().map(EngineModel::isOnNode);
    }

    private static boolean isOnNode(ConnectionState state) {
        return state.connected()
                .filter(to -> to.engine().place() instanceof EnginePlace.OnNode)
                .isPresent();
    }

    /** Looks how much time is left, where a node is worked on. */
    public void tick() {
        if (isOnNode(connection.state()) && !busy.get()) {
            look();
        }
    }

    private boolean isWorkedOn(TakenNode node) {
        return where().map(EngineWhere::place)
                .filter(new EnginePlace.OnNode(Optional.of(node.job()))::equals)
                .isPresent();
    }

    /** Whether another engine is on its way, or one goes: a double click is one. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    private interface Change {
        void make(Activity activity) throws Trouble;
    }

    private void change(String title, Change change) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        connection.run(
                title,
                activity -> {
                    change.make(activity);
                    return change;
                },
                done -> {
                    busy.set(false);
                    look();
                },
                trouble -> {
                    busy.set(false);
                    look();
                    if (trouble.kind() != TroubleKind.CANCELLED) {
                        background.trouble(trouble);
                    }
                });
    }

    /** Asks which nodes are taken. */
    public void look() {
        if (connection.connected().get()) {
            question.ask((link, a) -> nodes.taken(), this::took, trouble -> forget());
        }
    }

    private void forget() {
        taken.set(List.of());
        notShown.set("");
    }

    /**
     * SLURM takes a node back when its time is over, whoever works on it; what could not be read may be still there.
     */
    private void took(Records<TakenNode> told) {
        List<TakenNode> now = told.found();
        Optional<TakenNode> lost =
                node().filter(n -> now.stream().noneMatch(t -> t.job().equals(n.job())));
        notShown.set(told.notShown("jobs.passed-over").map(texts::get).orElse(""));
        if (lost.isPresent() && told.passedOver() > 0) {
            return;
        }
        taken.set(now);
        if (lost.isPresent() && !busy.get()) {
            tellGone(
                    lost.get().node().text(),
                    new EnginePlace.OnNode(Optional.of(lost.get().job())));
            change(texts.get("ui.work.engine"), a -> link.workWith(new EnginePlace.OnServer()));
        }
        node().filter(TakenNode::endsSoon).ifPresent(this::warn);
    }

    /** While there is time to keep what goes with it; each node's user is asked once. */
    private void warn(TakenNode node) {
        OpenProject open = project.get();
        if (open == null || warned.contains(node.job())) {
            return;
        }
        alone.askUnlessAsking(
                (number, a) -> nodes.onlyThere(open),
                lost -> {
                    if (!lost.isEmpty() && warned.add(node.job())) {
                        images.ask(
                                texts.get("ui.engine.ends", node.node(), node.left()),
                                texts.get("ui.engine.only-there", String.join(", ", lost), node.node()),
                                lost,
                                this::look);
                    }
                },
                trouble -> System.getLogger(EngineModel.class.getName())
                        .log(System.Logger.Level.DEBUG, "nobody could look what goes with it", trouble));
    }

    /** Works with the engine of another place. */
    public void work(EnginePlace place) {
        if (!where().map(EngineWhere::place).equals(Optional.of(place))) {
            change(texts.get("ui.work.engine"), a -> link.workWith(place));
        }
    }

    /** Asks which partitions one may take a node of; whether there is a connection to ask over. */
    public boolean partitions(Consumer<List<Partition>> then, Runnable failed) {
        return connection
                .run(
                        texts.get("ui.work.partitions"),
                        a -> cluster.partitions(),
                        told -> {
                            told.notShown("nodes.passed-over").map(texts::get).ifPresent(tell);
                            then.accept(told.found().stream()
                                    .filter(Partition::allowed)
                                    .toList());
                        },
                        trouble -> {
                            failed.run();
                            background.trouble(trouble);
                        })
                .isPresent();
    }

    /** For what is asked elsewhere: whether the server is still the one there is now, asked afterwards. */
    BooleanSupplier server() {
        return still.server();
    }

    /** Waits for a node, and works on it then; can be cancelled, like all work. */
    public void take(String partition, String time) {
        change(texts.get("ui.work.take-node"), a -> {
            TakenNode node = nodes.take(
                    LaunchPlace.Allocation.of(partition.strip(), 1, time.strip()),
                    why -> background.window().execute(() -> tell.accept(texts.get(why))),
                    a.cancellation());
            link.workWith(new EnginePlace.OnNode(Optional.of(node.job())));
        });
    }

    /** Why that is no time that SLURM reads; empty where it is one. */
    public Optional<String> wrong(String time) {
        try {
            new TimeLimit(time.strip());
            return Optional.empty();
        } catch (InvalidValue e) {
            return Optional.of(texts.get("ui.engine.no-time", time.strip()));
        }
    }

    /** Gives a node back; asks first where something goes with it, or nobody could look. */
    public void giveBack(TakenNode node) {
        OpenProject open = project.get();
        BooleanSupplier server = still.server();
        if (!isWorkedOn(node)) {
            giveBackIfWanted(node, server, "ui.engine.not-looked", node.node());
            return;
        }
        String atWork = background.running().stream().map(Activity::title).collect(Collectors.joining("\n"));
        if (!atWork.isEmpty()) {
            giveBackIfWanted(node, server, "ui.engine.at-work", atWork);
            return;
        }
        connection.run(
                texts.get("ui.work.only-there", node.node()),
                a -> open == null ? List.<String>of() : nodes.onlyThere(open),
                lost -> {
                    if (lost.isEmpty()) {
                        giveBackNow(node);
                    } else {
                        images.ask(
                                texts.get("ui.engine.give-back", node.node(), node.job()),
                                texts.get("ui.engine.only-there", String.join(", ", lost), node.node()),
                                lost,
                                () -> giveBack(node),
                                new ImagesOfNode.Otherwise(
                                        texts.get("ui.engine.give-back-yes"), () -> giveBackNow(node)));
                    }
                },
                trouble -> giveBackIfWanted(node, server, "ui.engine.not-looked", node.node()));
    }

    private void giveBackIfWanted(TakenNode node, BooleanSupplier server, String question, Object... about) {
        if (ask.confirm(
                        texts.get("ui.engine.give-back", node.node(), node.job()),
                        texts.get(question, about),
                        texts.get("ui.engine.give-back-yes"))
                && server.getAsBoolean()) {
            giveBackNow(node);
        }
    }

    private void giveBackNow(TakenNode node) {
        boolean leave = isWorkedOn(node);
        change(texts.get("ui.work.give-back", node.node()), a -> {
            if (leave) {
                link.workWith(new EnginePlace.OnServer());
            }
            nodes.giveBack(node.job());
        });
    }
}
