package org.maxdock.ui.jobs;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.SegmentedButton;
import org.maxdock.operation.JobBook;
import org.maxdock.operation.Server;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.NodeNames;
import org.maxdock.slurm.TimeLimit;
import org.maxdock.store.Run;
import org.maxdock.text.Trouble;
import org.maxdock.ui.launch.LaunchPage;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.NeedsConnection;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Session;
import org.maxdock.ui.terminals.TerminalsPage;

/** My jobs, what can be done with them, what is still there of earlier ones, and what the nodes are doing. */
public final class JobsPage implements Page {

    private static final Duration EVERY = Duration.seconds(5);

    private final Session session;
    private final Dialogs ask;
    private final TerminalsPage terminals;
    private final JobsTable table;
    private final ClusterMap cluster;
    private final LeftoverPanel leftovers;
    private final ToggleButton all;
    private final VBox view;
    private final Node place;
    private JobNews news = new JobNews();
    private JobBook book;

    private record Read(List<JobBook.Entry> entries, List<org.maxdock.slurm.Node> nodes) {}

    public JobsPage(Session session, Dialogs ask, TerminalsPage terminals, LaunchPage launches) {
        this.session = session;
        this.ask = ask;
        this.terminals = terminals;
        this.table = new JobsTable(session);
        this.cluster = new ClusterMap(session);
        this.leftovers = new LeftoverPanel(session, terminals, this::shown);
        VBox.setVgrow(table.view(), Priority.ALWAYS);
        ToggleButton mine = new ToggleButton(session.text("ui.jobs.mine"));
        all = new ToggleButton(session.text("ui.jobs.all"));
        mine.setSelected(true);
        mine.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        all.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        mine.setOnAction(e -> choose(mine, all));
        all.setOnAction(e -> choose(all, mine));
        FlowPane actions = new FlowPane(
                8,
                8,
                action("ui.jobs.shell", null, e -> live(e, Job::running), this::shell),
                action(
                        "ui.jobs.output",
                        null,
                        e -> e.id().isPresent(),
                        e -> terminals.open(e.name(), (b, c, r) -> b.jobViews().output(e.id().orElseThrow(), c, r))),
                action("ui.jobs.extend", null, e -> live(e, j -> true), this::extend),
                action(
                        "ui.jobs.requeue",
                        null,
                        e -> live(e, Job::running),
                        e -> change("ui.work.requeue", e, (b, id) -> b.slurm().requeue(id))),
                action(
                        "ui.jobs.again",
                        null,
                        e -> e.run().isPresent(),
                        e -> e.run().map(Run::launch).ifPresent(launches::start)),
                action("ui.jobs.cancel", "fth-x", e -> live(e, j -> true), e -> cancel()));
        actions.setPrefWrapLength(640);
        actions.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(actions, Priority.ALWAYS);
        var top = Controls.row(Controls.title(session.text("ui.page.jobs")), new SegmentedButton(mine, all), actions);
        view = Controls.page(top, table.view(), leftovers.view(), cluster.view());
        place = new NeedsConnection(session, view);
        Timeline poll = new Timeline(new KeyFrame(EVERY, e -> refresh()));
        poll.setCycleCount(Animation.INDEFINITE);
        poll.play();
        session.connectedProperty().addListener((o, was, is) -> {
            table.view().getItems().clear();
            cluster.clear();
            news = new JobNews();
            book = null;
        });
    }

    private void choose(ToggleButton chosen, ToggleButton other) {
        chosen.setSelected(true);
        other.setSelected(false);
        shown();
    }

    private static boolean live(JobBook.Entry entry, Predicate<Job> which) {
        return entry.job().filter(which).isPresent();
    }

    private Button action(
            String key,
            String icon,
            Predicate<JobBook.Entry> possible,
            java.util.function.Consumer<JobBook.Entry> action) {
        var selected = table.view().getSelectionModel().selectedItemProperty();
        Button button = Controls.button(session.text(key), icon, () -> action.accept(selected.get()));
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> selected.get() == null || !possible.test(selected.get()), selected));
        return button;
    }

    private interface Change {
        void make(Server bench, JobId job) throws Trouble;
    }

    private void change(String title, JobBook.Entry entry, Change change) {
        JobId id = entry.id().orElseThrow();
        session.withBench(
                session.text(title, id),
                (bench, activity) -> {
                    change.make(bench, id);
                    return entry;
                },
                done -> shown());
    }

    /** In its container; where it has several, in the one that is chosen. */
    private void shell(JobBook.Entry entry) {
        JobId id = entry.id().orElseThrow();
        session.withBench(
                session.text("ui.work.containers-of", id),
                (bench, a) -> bench.jobViews().containers(id, a.cancellation()),
                found -> (found.size() == 1
                                ? Optional.of(found.getFirst())
                                : ask.choose(
                                        session.text("ui.jobs.shell"),
                                        session.text("ui.jobs.which-container", id),
                                        found,
                                        c -> session.text("ui.jobs.container-on", c.name(), c.node())))
                        .ifPresent(c -> terminals.open(
                                entry.name(), (b, columns, rows) -> b.jobViews().shell(id, c, columns, rows))));
    }

    private void extend(JobBook.Entry entry) {
        ask.text(
                        session.text("ui.jobs.extend"),
                        session.text("ui.jobs.extend-what", entry.id().orElseThrow()),
                        entry.job().map(Job::limit).orElse(""))
                .ifPresent(time -> change(
                        "ui.work.extend", entry, (b, id) -> b.slurm().setTimeLimit(id, new TimeLimit(time.strip()))));
    }

    private void cancel() {
        List<JobId> ids = table.view().getSelectionModel().getSelectedItems().stream()
                .flatMap(e -> e.job().stream())
                .map(Job::id)
                .toList();
        session.withBench(
                session.text("ui.work.cancel", ids.stream().map(JobId::text).collect(Collectors.joining(", "))),
                (bench, activity) -> {
                    bench.slurm().cancel(ids);
                    return ids;
                },
                done -> shown());
    }

    @Override
    public void shown() {
        refresh();
        leftovers.refresh();
    }

    /** Also while another page is in view: its user is told what happens to the jobs. */
    private void refresh() {
        Optional<Server> bench = session.bench()
                .filter(b -> session.connectedProperty().get().slurm().isPresent());
        if (bench.isEmpty()) {
            return;
        }
        boolean everybodys = all.isSelected();
        boolean inView = view.getScene() != null;
        if (book == null) {
            book = new JobBook(
                    bench.get().slurm(),
                    session.runs(),
                    session.targetProperty().get());
        }
        JobBook now = book;
        session.background()
                .glance(
                        activity -> new Read(
                                now.read(everybodys),
                                inView ? bench.get().slurm().nodes() : List.of()),
                        read -> show(read, inView));
    }

    private void show(Read read, boolean inView) {
        if (session.bench().isEmpty()) {
            return;
        }
        String me = session.bench().get().environment().user();
        List<Job> mine = read.entries().stream()
                .flatMap(e -> e.job().stream())
                .filter(j -> j.user().equals(me))
                .toList();
        news.of(mine.stream().filter(j -> Mark.read(j.comment()).isPresent()).toList())
                .forEach(n -> session.newsProperty().set(session.texts().get(n)));
        List<Optional<JobId>> selected = table.view().getSelectionModel().getSelectedItems().stream()
                .map(JobBook.Entry::id)
                .toList();
        if (!table.view().getItems().equals(read.entries())) {
            table.view().getItems().setAll(read.entries());
            read.entries().stream()
                    .filter(e -> selected.contains(e.id()))
                    .forEach(table.view().getSelectionModel()::select);
        }
        if (inView) {
            Set<String> nodes = new HashSet<>();
            mine.stream().filter(Job::running).forEach(j -> nodes.addAll(NodeNames.expand(j.where())));
            cluster.show(read.nodes(), nodes);
        }
    }

    @Override
    public String id() {
        return "jobs";
    }

    @Override
    public String icon() {
        return "fth-list";
    }

    @Override
    public Node view() {
        return place;
    }
}
