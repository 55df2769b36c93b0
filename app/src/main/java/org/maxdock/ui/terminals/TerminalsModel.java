package org.maxdock.ui.terminals;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.operation.Account;
import org.maxdock.operation.LaunchOperations;
import org.maxdock.slurm.Mark;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.terminals.TerminalTask.Unattended;

/** The terminals that are open, and how one is opened and closed. On the window's thread. */
public final class TerminalsModel {

    private final ConnectionModel connection;
    private final Background background;
    private final Texts texts;
    private final Navigation navigation;
    private final Asks ask;
    private final LaunchOperations launches;
    private final LaunchFollower follower;
    private final ObservableList<TerminalTabModel> tabs =
            FXCollections.observableArrayList(tab -> new Observable[] {tab.stateProperty()});
    private final BooleanBinding someEnded =
            Bindings.createBooleanBinding(() -> tabs.stream().anyMatch(TerminalTabModel::isOver), tabs);
    private final ObservableList<TerminalTabModel> watched = FXCollections.unmodifiableObservableList(tabs);
    private final IntegerBinding count = Bindings.createIntegerBinding(
            () -> (int) tabs.stream().filter(tab -> !tab.isOver()).count(), tabs);
    private final ObjectProperty<TerminalTabModel> selected = new SimpleObjectProperty<>();
    private final Set<Mark> closing = new HashSet<>();

    public TerminalsModel(
            ConnectionModel connection,
            Background background,
            Texts texts,
            Navigation navigation,
            Asks ask,
            LaunchOperations launches,
            LaunchFollower follower) {
        this.connection = connection;
        this.background = background;
        this.texts = texts;
        this.navigation = navigation;
        this.ask = ask;
        this.launches = launches;
        this.follower = follower;
        connection.onOther(() -> List.copyOf(tabs).forEach(TerminalTabModel::connectionChanged));
    }

    /** Only to be watched. */
    public ObservableList<TerminalTabModel> tabs() {
        return watched;
    }

    /** What runs in them and would end with the program, by their titles. */
    public List<String> ending() {
        return titles(tab -> tab.becomes(Unattended.ENDS));
    }

    /** What goes on for 30 minutes without the program, and is found under Jobs, by their titles. */
    public List<String> goingOn() {
        return titles(tab -> tab.becomes(Unattended.GOES_ON_FOR_A_WHILE));
    }

    /** The titles of the work of opening them. */
    public List<String> openings() {
        return tabs.stream()
                .map(tab -> texts.get("ui.work.terminal", tab.title()))
                .toList();
    }

    private List<String> titles(Predicate<TerminalTabModel> of) {
        return tabs.stream().filter(of).map(TerminalTabModel::title).toList();
    }

    /** How many there are in which something runs. */
    IntegerBinding countProperty() {
        return count;
    }

    /** Whether there are any in which nothing runs any more. */
    public BooleanBinding someEnded() {
        return someEnded;
    }

    /** Closes those in which nothing runs any more. */
    public void closeEnded() {
        List.copyOf(tabs).stream().filter(TerminalTabModel::isOver).forEach(this::close);
    }

    /** Lets go of one whose launch is to run on, which is found under Jobs then. */
    public void leave(TerminalTabModel tab) {
        if (tab.holdsLaunch()) {
            part(tab, true);
        }
    }

    /** Asks what it is to be called. */
    public void rename(TerminalTabModel tab) {
        ask.text(texts.get("ui.terminal.rename"), texts.get("ui.terminal.rename-what"), tab.title())
                .map(name -> Printable.line(name).strip())
                .filter(name -> !name.isEmpty() && !name.equals(tab.title()))
                .ifPresent(name -> {
                    tab.rename(""); // its own name is free
                    tab.rename(unique(name));
                });
    }

    /** Whether what a shell would run at once is to be pasted. */
    boolean mayPaste(PastedText pasted) {
        return ask.look(
                texts.get("ui.terminal.paste"),
                texts.get("ui.terminal.paste-what", pasted.lines()),
                Printable.text(pasted.begin()),
                texts.get("ui.terminal.paste-yes"));
    }

    /** The one in view; null where there is none. */
    public ObjectProperty<TerminalTabModel> selectedProperty() {
        return selected;
    }

    /** A login shell on the server. */
    public void openShell() {
        connection.account().map(Account::host).ifPresent(host -> open(host, launches::shell));
    }

    /** Opens a terminal and shows it; what runs in it ends with it. */
    public void open(String title, TerminalOpener opener) {
        open(title, "ui.terminal.running", "ui.terminal.lost-shell", Unattended.ENDS, opener);
    }

    /** Opens one in which something is looked at that does not end with it. */
    public void watch(String title, TerminalOpener opener) {
        open(title, "ui.terminal.watches", "ui.terminal.lost-sight", Unattended.STAYS, opener);
    }

    private void open(String title, String running, String lost, Unattended unattended, TerminalOpener opener) {
        add(new TerminalTask(
                title,
                running,
                lost,
                opener,
                Optional.empty(),
                Optional.empty(),
                unattended,
                failed -> open(title, running, lost, unattended, opener)));
    }

    /**
     * Starts a launch.
     *
     * @param edited the script in the place of the launch's own
     */
    public void open(LaunchPlan plan, Optional<String> edited) {
        TerminalTabModel tab = add(new TerminalTask(
                plan.launch().name(),
                "ui.terminal.running",
                "ui.terminal.lost",
                (columns, rows) -> launches.open(plan, edited, columns, rows),
                Optional.of((columns, rows) -> launches.attach(plan.mark(), columns, rows)),
                Optional.of(plan.mark()),
                // an X11 program has no display without the connection
                plan.launch().isX11() ? Unattended.ENDS : Unattended.GOES_ON_FOR_A_WHILE,
                failed -> startAgain(plan, edited, failed)));
        follower.follow(plan, tab);
    }

    /** The same launch is another one, with a mark of its own. */
    private void startAgain(LaunchPlan before, Optional<String> edited, Runnable failed) {
        connection.run(
                texts.get("ui.work.terminal", before.launch().name()),
                a -> {
                    LaunchPlan plan = launches.again(before);
                    launches.remember(plan, Optional.empty());
                    return plan;
                },
                plan -> open(plan, edited),
                trouble -> {
                    failed.run();
                    background.trouble(trouble);
                });
    }

    /** Attaches to the terminal of a launch that runs already. */
    public void attach(String title, Mark mark) {
        TerminalOpener attach = (columns, rows) -> launches.attach(mark, columns, rows);
        add(new TerminalTask(
                title,
                "ui.terminal.running",
                "ui.terminal.lost",
                attach,
                Optional.of(attach),
                Optional.of(mark),
                Unattended.GOES_ON_FOR_A_WHILE,
                failed -> attach(title, mark)));
    }

    private TerminalTabModel add(TerminalTask task) {
        TerminalTabModel tab =
                new TerminalTabModel(task, unique(Printable.line(task.title())), connection, background, texts);
        tabs.add(tab);
        selected.set(tab);
        navigation.go("terminals");
        return tab;
    }

    /** No two are called the same. */
    private String unique(String title) {
        Set<String> taken = tabs.stream().map(TerminalTabModel::title).collect(Collectors.toSet());
        return Stream.iterate(1, n -> n + 1)
                .map(n -> n == 1 ? title : title + " (" + n + ")")
                .filter(t -> !taken.contains(t))
                .findFirst()
                .orElseThrow();
    }

    /** Closes one; where a launch runs in it, the user says what becomes of that. */
    public void close(TerminalTabModel tab) {
        if (!tab.holdsLaunch()) {
            remove(tab);
            tab.close(() -> {});
            return;
        }
        String end = texts.get("ui.terminal.close-end");
        if (!tab.isKept()) {
            String title = texts.get("ui.terminal.close-title", tab.title());
            if (ask.confirm(title, texts.get("ui.terminal.close-not-kept", tab.title()), end)) {
                part(tab, false);
            }
            return;
        }
        String keep = texts.get("ui.terminal.close-keep");
        ask.decide(
                        texts.get("ui.terminal.close-title", tab.title()),
                        texts.get("ui.terminal.close-what", tab.title()),
                        List.of(keep, end))
                .ifPresent(answer -> part(tab, answer.equals(keep)));
    }

    private void part(TerminalTabModel tab, boolean keep) {
        Optional<Mark> mark = tab.mark();
        remove(tab);
        if (keep) {
            tab.leave();
            return;
        }
        mark.ifPresent(closing::add);
        tab.close(() -> mark.ifPresent(closing::remove));
    }

    private void remove(TerminalTabModel tab) {
        int at = tabs.indexOf(tab);
        tabs.remove(tab);
        if (selected.get() == tab) {
            selected.set(tabs.isEmpty() ? null : tabs.get(Math.min(at, tabs.size() - 1)));
        }
    }

    /** The marks of the launches that run in a terminal here, or are just being ended. */
    public Set<Mark> marks() {
        Set<Mark> marks = new HashSet<>(closing);
        tabs.forEach(t -> t.mark().ifPresent(marks::add));
        return marks;
    }
}
