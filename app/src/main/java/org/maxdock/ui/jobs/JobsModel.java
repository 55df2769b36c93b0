package org.maxdock.ui.jobs;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maxdock.operation.Account;
import org.maxdock.operation.ClusterOperations;
import org.maxdock.operation.ConnectionState;
import org.maxdock.operation.JobBook;
import org.maxdock.operation.JobOperations;
import org.maxdock.operation.NodeOperations;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.Node;
import org.maxdock.slurm.Records;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.Question;
import org.maxdock.ui.shared.WithoutSlurm;

/**
 * The jobs, which of them are selected, and the nodes. They are read again and again while the page is looked at; else
 * seldom, for the news, and only while there is a launch of which there may be some. On the window's thread.
 */
public final class JobsModel {

    /** The id of the page. */
    static final String PAGE = "jobs";

    /** Of the looks at what nobody looks at, one of so many is a question. */
    private static final int SELDOM = 3;

    /** What is read: who leaves the page meanwhile wants to know how many of their own there are all the same. */
    private record About(boolean everybodys, boolean lookedAt) {}

    private record Reading(Records<JobBook.Entry> jobs, Optional<Records<Node>> nodes) {

        List<JobBook.Entry> entries() {
            return jobs.found();
        }
    }

    private final ConnectionModel connection;
    private final Texts texts;
    private final Navigation navigation;
    private final JobOperations jobs;
    private final ClusterOperations cluster;
    private final Question<Long> question;
    private final ObservableList<JobBook.Entry> entries = FXCollections.observableArrayList();
    private final ObservableList<JobBook.Entry> watched = FXCollections.unmodifiableObservableList(entries);
    private final ReadOnlyObjectWrapper<JobSelection> selection = new ReadOnlyObjectWrapper<>(JobSelection.NONE);
    private final ReadOnlyObjectWrapper<List<Node>> nodes = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper why = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper none = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper launches = new ReadOnlyIntegerWrapper();
    private final BooleanProperty everybodys = new SimpleBooleanProperty();
    private Set<JobKey> selected = Set.of();
    private JobNews news = new JobNews();
    private final BooleanProperty newsAwaited = new SimpleBooleanProperty();
    private final BooleanExpression awaited;
    private boolean read;
    private boolean partly;
    private int unseen;

    public JobsModel(
            ConnectionModel connection,
            Background background,
            Texts texts,
            Navigation navigation,
            JobOperations jobs,
            ClusterOperations cluster) {
        this.connection = connection;
        this.texts = texts;
        this.navigation = navigation;
        this.jobs = jobs;
        this.cluster = cluster;
        this.question = new Question<>(background, connection::number);
        this.awaited = navigation.pageProperty().isEqualTo(PAGE).or(newsAwaited);
        connection.onOther(this::forget);
        connection.stateProperty().addListener((o, was, is) -> {
            if (slurm(is) && !slurm(was)) {
                read();
            }
            sayWhy();
        });
        everybodys.addListener((o, was, is) -> read());
    }

    /** In how many of the user's own jobs that wait or run a launch is; a node that is taken for building is none. */
    ReadOnlyIntegerProperty launchesProperty() {
        return launches.getReadOnlyProperty();
    }

    /** Those that wait and run first. Only to be watched. */
    public ObservableList<JobBook.Entry> entries() {
        return watched;
    }

    /** Whether everybody's are shown, and not the user's alone. */
    public BooleanProperty everybodysProperty() {
        return everybodys;
    }

    ReadOnlyObjectProperty<JobSelection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Node>> nodesProperty() {
        return nodes.getReadOnlyProperty();
    }

    /** Why what is shown is not what is, or not all of it; empty where it is. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** What is said in the place of jobs, where none is shown. */
    ReadOnlyStringProperty whyNoneProperty() {
        return why.getReadOnlyProperty();
    }

    /** Whether it is known that there are none. */
    ReadOnlyBooleanProperty noneProperty() {
        return none.getReadOnlyProperty();
    }

    private void sayWhy() {
        Optional<String> without = WithoutSlurm.of(connection.state(), texts);
        none.set(without.isEmpty() && read && !partly);
        if (without.isPresent()) {
            why.set(without.get());
        } else if (read) {
            why.set(partly ? "" : texts.get("ui.jobs.empty"));
        } else {
            why.set(texts.get(sentence.get().isEmpty() ? "ui.jobs.loading" : "ui.jobs.unread"));
        }
    }

    Set<JobKey> selectedKeys() {
        return selected;
    }

    /** What the user selects; it stays so wherever in the list it is. */
    void select(List<JobBook.Entry> chosen) {
        selected = new HashSet<>(chosen.stream().map(JobKey::of).toList());
        showSelection();
    }

    private void showSelection() {
        selection.set(new JobSelection(
                entries.stream().filter(e -> selected.contains(JobKey.of(e))).toList()));
    }

    /** Whether a job is the user's own. */
    boolean isMine(Job job) {
        return connection.account().map(Account::user).equals(Optional.of(job.user()));
    }

    private void forget() {
        question.drop();
        entries.clear();
        nodes.set(List.of());
        selected = Set.of();
        showSelection();
        sentence.set("");
        read = false;
        partly = false;
        sayWhy();
        news = new JobNews();
        newsAwaited.set(false);
        launches.set(0);
    }

    private static boolean slurm(ConnectionState state) {
        return state.connected()
                .filter(c -> c.facts().slurm().value().isPresent())
                .isPresent();
    }

    private boolean isLookedAt() {
        return navigation.pageProperty().get().equals(PAGE);
    }

    private About about() {
        return new About(everybodys.get() && isLookedAt(), isLookedAt());
    }

    /** A launch was started, or attached to: there is going to be news of it, whichever page is looked at. */
    void started() {
        newsAwaited.set(true);
    }

    /** Whether anybody looks at the jobs, or waits for news of one. */
    BooleanExpression awaited() {
        return awaited;
    }

    /** To be called every few seconds while they are {@link #awaited}. */
    public void poll() {
        boolean due = isLookedAt() || newsAwaited.get() && ++unseen % SELDOM == 0;
        if (due && slurm(connection.state())) {
            About about = about();
            question.askUnlessAsking((link, a) -> read(about), this::show, this::silent);
        }
    }

    /** Reads at once. */
    public void read() {
        if (slurm(connection.state())) {
            About about = about();
            question.ask((link, a) -> read(about), this::show, this::silent);
        }
    }

    private Reading read(About about) throws Trouble {
        return new Reading(
                jobs.book(about.everybodys()), about.lookedAt() ? Optional.of(cluster.nodes()) : Optional.empty());
    }

    private void show(Reading reading) {
        sentence.set(notShown(reading));
        read = true;
        partly = reading.jobs().passedOver() > 0;
        sayWhy();
        reading.nodes().map(Records::found).ifPresent(nodes::set);
        if (!entries.equals(reading.entries())) {
            entries.setAll(reading.entries());
            showSelection();
        }
        List<Job> own = reading.entries().stream()
                .flatMap(e -> e.job().stream())
                .filter(j -> isMine(j) && Mark.read(j.comment()).isPresent())
                .toList();
        newsAwaited.set(!own.isEmpty());
        launches.set((int)
                own.stream().filter(j -> !j.name().equals(NodeOperations.NAME)).count());
        news.of(own).forEach(n -> navigation.tell(texts.get(n)));
    }

    private String notShown(Reading reading) {
        int missing = reading.nodes().map(Records::passedOver).orElse(0);
        return Stream.of(
                        reading.jobs().passedOver() == 0
                                ? ""
                                : texts.get("jobs.passed-over", reading.jobs().passedOver()),
                        missing == 0 ? "" : texts.get("nodes.passed-over", missing))
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Says something of the user's jobs, for a while. */
    void tell(String sentence) {
        navigation.tell(sentence);
    }

    /** What was read before stays: who gives no answer has not said that there is nothing. */
    private void silent(Trouble trouble) {
        sentence.set(texts.get(read ? "ui.jobs.stale" : "ui.jobs.none-read", texts.what(trouble)));
        sayWhy();
    }
}
