package org.maxdock.ui.terminals;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.maxdock.host.Command;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.slurm.Mark;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Session;

/** The terminals, each in a tab. */
public final class TerminalsPage implements Page {

    private final Session session;
    private final TabPane tabs = new TabPane();
    private final Set<Mark> watched = new HashSet<>();
    private final VBox view;

    public TerminalsPage(Session session) {
        this.session = session;
        Node empty = Controls.empty(
                session.text("ui.terminals.empty"),
                Controls.primary(
                        session.text("ui.go-launch"),
                        "fth-send",
                        () -> session.pageProperty().set("launch")));
        empty.visibleProperty().bind(javafx.beans.binding.Bindings.isEmpty(tabs.getTabs()));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        StackPane place = new StackPane(tabs, empty);
        VBox.setVgrow(place, Priority.ALWAYS);
        var shell = Controls.button(session.text("ui.terminals.shell"), "fth-plus", this::openShell);
        shell.disableProperty().bind(session.connectedProperty().isNull());
        view = Controls.page(
                Controls.row(Controls.title(session.text("ui.page.terminals")), Controls.space(), shell), place);
    }

    private void openShell() {
        session.bench()
                .ifPresent(bench -> open(
                        bench.environment().hostName(),
                        (b, columns, rows) ->
                                b.host().openTerminal(Command.script("exec \"${SHELL:-bash}\" -l"), columns, rows)));
    }

    /** Opens a terminal in a tab of its own and shows it. */
    public void open(String title, TerminalOpener opener) {
        add(new TerminalTab(session, title, opener, Optional.empty(), () -> open(title, opener)));
    }

    /**
     * Starts a launch in a tab of its own.
     *
     * @param edited the script in the place of the launch's own
     */
    public void open(LaunchPlan plan, Optional<String> edited) {
        String title = plan.launch().name();
        TerminalOpener start = edited.<TerminalOpener>map(script -> (b, columns, rows) ->
                        b.launcher().openTerminal(plan.marked(script), plan.mark(), columns, rows))
                .orElse((b, columns, rows) -> b.launcher().openTerminal(plan, columns, rows));
        TerminalTab tab = new TerminalTab(
                session,
                title,
                start,
                Optional.of((b, columns, rows) -> b.terminals().attach(plan.mark(), columns, rows)),
                () -> session.bench()
                        .ifPresent(bench -> open(bench.launcher().plan(plan.launch(), plan.record()), edited)));
        watched.add(plan.mark());
        add(tab);
        new LaunchFollower(session, plan, tab);
    }

    /** Attaches to the terminal of a launch that runs already. */
    public void attach(String title, Mark mark) {
        watched.add(mark);
        TerminalOpener attacher = (b, columns, rows) -> b.terminals().attach(mark, columns, rows);
        add(new TerminalTab(session, title, attacher, Optional.of(attacher), () -> attach(title, mark)));
    }

    /** The marks of the launches that have a tab here, or had one. */
    public Set<Mark> marks() {
        return Set.copyOf(watched);
    }

    private void add(TerminalTab tab) {
        tabs.getTabs().add(tab);
        tabs.getSelectionModel().select(tab);
        session.pageProperty().set("terminals");
    }

    @Override
    public void shown() {
        if (tabs.getSelectionModel().getSelectedItem() instanceof TerminalTab terminal) {
            terminal.focus();
        }
    }

    @Override
    public String id() {
        return "terminals";
    }

    @Override
    public String icon() {
        return "fth-terminal";
    }

    @Override
    public Node view() {
        return view;
    }
}
