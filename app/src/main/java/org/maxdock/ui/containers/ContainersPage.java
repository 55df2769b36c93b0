package org.maxdock.ui.containers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maxdock.engine.ContainerAction;
import org.maxdock.engine.ContainerPaths;
import org.maxdock.engine.ContainerSummary;
import org.maxdock.engine.EngineEvent;
import org.maxdock.host.Cancellation;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.operation.OpenProject;
import org.maxdock.operation.Server;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.LatestReading;
import org.maxdock.ui.shared.NeedsConnection;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Session;
import org.maxdock.ui.terminals.TerminalOpener;
import org.maxdock.ui.terminals.TerminalsPage;

/** The containers of the workgroup server's engine, whosoever, and what can be done with them. */
public final class ContainersPage implements Page {

    private final Session session;
    private final Dialogs ask;
    private final TerminalsPage terminals;
    private final ContainersTable table;
    private final ContainerDetails details;
    private final CheckBox stopped;
    private final LatestReading latest = new LatestReading();
    private final Node place;
    private boolean filling;

    public ContainersPage(Session session, Dialogs ask, TerminalsPage terminals) {
        this.session = session;
        this.ask = ask;
        this.terminals = terminals;
        this.table = new ContainersTable(session);
        this.details = new ContainerDetails(session);
        TextField filter = new TextField();
        filter.setPromptText(session.text("ui.containers.filter"));
        filter.setAccessibleText(session.text("ui.containers.filter"));
        filter.setId("container-filter");
        filter.setPrefWidth(260);
        stopped = new CheckBox(session.text("ui.containers.stopped"));
        stopped.setSelected(true);
        Runnable narrow = () -> table.narrow(filter.getText(), stopped.isSelected());
        filter.textProperty().addListener((o, was, is) -> narrow.run());
        stopped.selectedProperty().addListener((o, was, is) -> narrow.run());
        selected().addListener((o, was, is) -> {
            if (!filling) {
                details.show(is);
            }
        });
        VBox.setVgrow(table.view(), Priority.ALWAYS);
        var top = Controls.row(
                Controls.title(session.text("ui.page.containers")),
                Controls.space(),
                filter,
                stopped,
                Controls.button(session.text("ui.refresh"), "fth-refresh-cw", this::shown));
        place = new NeedsConnection(session, Controls.page(top, whole(), into(), table.view(), details.view()));
        session.connectedProperty().addListener((o, was, is) -> table.show(List.of(), Map.of()));
    }

    private ReadOnlyObjectProperty<ContainerSummary> selected() {
        return table.view().getSelectionModel().selectedItemProperty();
    }

    private FlowPane whole() {
        FlowPane row = new FlowPane(8, 8);
        for (ContainerAction action : ContainerAction.values()) {
            row.getChildren()
                    .add(button(
                            "ui.containers." + action.word(),
                            action == ContainerAction.REMOVE ? "fth-trash-2" : null,
                            "docker " + action.word() + " NAME",
                            action::fits,
                            c -> act(c, action)));
        }
        return row;
    }

    private FlowPane into() {
        return new FlowPane(
                8,
                8,
                button(
                        "ui.containers.logs",
                        "fth-file-text",
                        "docker logs --follow NAME",
                        c -> true,
                        c -> session.bench().ifPresent(b -> new LogView(session, ask, c).show(b))),
                button(
                        "ui.containers.shell",
                        "fth-terminal",
                        "docker exec -it NAME sh",
                        ContainerSummary::isRunning,
                        c -> open(
                                "ui.containers.shell-in",
                                c,
                                (b, w, h) -> b.containerPaths().shell(c.id(), w, h))),
                button(
                        "ui.containers.run",
                        null,
                        "docker exec -it NAME sh -c '…'",
                        ContainerSummary::isRunning,
                        this::runCommand),
                button("ui.containers.copy-out", null, "docker cp NAME:PATH PATH", c -> true, this::copyOut),
                button(
                        "ui.containers.copy-in",
                        null,
                        "tar -c … | docker exec -i NAME tar -x",
                        ContainerSummary::isRunning,
                        this::copyIn),
                button("ui.containers.rename", null, "docker rename NAME NEW", c -> true, this::rename),
                button("ui.containers.commit", null, "docker commit NAME IMAGE", c -> true, this::commit),
                button("ui.containers.inspect", null, "docker inspect NAME", c -> true, this::inspect));
    }

    /** Its tooltip is the command that it comes to. */
    private Button button(
            String key,
            String icon,
            String command,
            Predicate<ContainerSummary> possible,
            Consumer<ContainerSummary> action) {
        Button button = Controls.button(
                session.text(key), icon, () -> action.accept(selected().get()));
        button.setTooltip(new Tooltip(command));
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> selected().get() == null
                                || !possible.test(selected().get()),
                        selected()));
        return button;
    }

    private void act(ContainerSummary container, ContainerAction action) {
        boolean harsh = action == ContainerAction.REMOVE || action == ContainerAction.KILL;
        boolean others = !container.owner().isEmpty()
                && !container
                        .owner()
                        .equals(session.bench().map(b -> b.environment().user()).orElse(""));
        String question = session.text(
                others
                        ? "ui.containers.others"
                        : container.isRunning() ? "ui.containers.runs" : "ui.containers.is-gone-then",
                container.name(),
                container.owner());
        if ((harsh || others)
                && !ask.confirm(
                        session.text("ui.containers." + action.word()),
                        question,
                        session.text("ui.containers." + action.word()))) {
            return;
        }
        change(
                "ui.containers.doing",
                container,
                bench -> bench.engine().control().act(container.id(), action));
    }

    private interface Change {
        void make(Server bench) throws Trouble;
    }

    private void change(String key, ContainerSummary container, Change change) {
        session.withBench(
                session.text(key, container.name()),
                (bench, activity) -> {
                    change.make(bench);
                    return container;
                },
                done -> shown());
    }

    private void runCommand(ContainerSummary container) {
        ask.text(session.text("ui.containers.run"), session.text("ui.containers.run-what"), "")
                .ifPresent(line -> open(
                        "ui.containers.runs-in",
                        container,
                        (b, w, h) -> b.containerPaths().run(container.id(), line, w, h)));
    }

    private void open(String key, ContainerSummary container, TerminalOpener opener) {
        terminals.open(session.text(key, container.name()), opener);
    }

    private void copyOut(ContainerSummary container) {
        two(
                "ui.containers.copy-out",
                "ui.containers.inside",
                "ui.containers.to-path",
                (inside, path) -> copy(
                        container,
                        (paths, cancellation) ->
                                paths.copyOut(container.id(), inside.strip(), path.strip(), cancellation)));
    }

    private void copyIn(ContainerSummary container) {
        two(
                "ui.containers.copy-in",
                "ui.containers.from-path",
                "ui.containers.to-folder",
                (path, folder) -> copy(
                        container,
                        (paths, cancellation) ->
                                paths.copyIn(container.id(), path.strip(), folder.strip(), cancellation)));
    }

    private interface Copy {
        void make(ContainerPaths paths, Cancellation cancellation) throws Trouble;
    }

    private void copy(ContainerSummary container, Copy copy) {
        session.withBench(
                session.text("ui.containers.copying", container.name()),
                (bench, activity) -> {
                    copy.make(bench.containerPaths(), activity.cancellation());
                    return container;
                },
                done -> shown());
    }

    private interface Both {
        void take(String first, String second);
    }

    private void two(String title, String first, String second, Both then) {
        TextField one = new TextField();
        TextField other = new TextField();
        one.setId("copy-from");
        other.setId("copy-to");
        GridPane form = new GridPane(10, 10);
        form.add(Controls.field(session.text(first), one), 0, 0);
        form.add(Controls.field(session.text(second), other), 0, 1);
        form.setPrefWidth(520);
        GridPane.setHgrow(form.getChildren().getFirst(), Priority.ALWAYS);
        ask.form(session.text(title), form, () -> then.take(one.getText(), other.getText()))
                .ifPresent(session.background()::trouble);
    }

    private void rename(ContainerSummary container) {
        ask.text(session.text("ui.containers.rename"), session.text("ui.containers.new-name"), container.name())
                .ifPresent(name -> change(
                        "ui.containers.doing",
                        container,
                        b -> b.engine().control().rename(container.id(), name.strip())));
    }

    private void commit(ContainerSummary container) {
        ask.text(
                        session.text("ui.containers.commit"),
                        session.text("ui.containers.commit-what"),
                        container.image().replaceFirst("(:[^/]*)?$", ":" + container.name()))
                .ifPresent(reference -> change(
                        "ui.containers.committing",
                        container,
                        b -> b.engine().control().commit(container.id(), reference.strip())));
    }

    private void inspect(ContainerSummary container) {
        session.withBench(
                session.text("ui.containers.reading", container.name()),
                (bench, a) -> bench.engine().control().inspect(container.id()),
                json -> {
                    TextArea text = new TextArea(json);
                    text.setEditable(false);
                    text.getStyleClass().add("mono");
                    text.setMinWidth(860);
                    text.setPrefHeight(560);
                    text.setAccessibleText(session.text("ui.containers.inspect"));
                    ask.show(session.text("ui.containers.inspect-of", container.name()), text);
                });
    }

    @Override
    public void shown() {
        OpenProject project = session.projectProperty().get();
        session.bench()
                .ifPresent(b -> session.withBench(
                        session.text("ui.containers.listing"),
                        (bench, a) -> read(bench, project),
                        latest.show(this::show)));
    }

    @Override
    public void changed(EngineEvent.Listed list) {
        if (list == EngineEvent.Listed.CONTAINERS) {
            OpenProject project = session.projectProperty().get();
            session.bench()
                    .ifPresent(
                            bench -> session.background().glance(a -> read(bench, project), latest.show(this::show)));
        }
    }

    private record Found(List<ContainerSummary> containers, Map<String, ImageVerdict> verdicts) {}

    /**
     * A container is held against the record of the image that it was started by the name of: what it runs, not what
     * that name means now.
     */
    private static Found read(Server bench, OpenProject project) throws Trouble {
        List<ContainerSummary> all = bench.engine().control().list();
        Map<String, ImageVerdict> verdicts = new HashMap<>();
        for (ContainerSummary container : project == null ? List.<ContainerSummary>of() : all) {
            Optional<ImageRecord> record = project.record(container.image());
            if (record.isPresent()) {
                verdicts.put(container.id(), bench.images().verify(record.get(), container.imageId()));
            }
        }
        return new Found(all, verdicts);
    }

    private void show(Found found) {
        List<ContainerSummary> containers = found.containers();
        Optional<String> before = Optional.ofNullable(selected().get()).map(ContainerSummary::id);
        filling = true;
        table.show(containers, found.verdicts());
        containers.stream()
                .filter(c -> before.isPresent() && c.id().equals(before.get()))
                .findFirst()
                .ifPresent(table.view().getSelectionModel()::select);
        filling = false;
        details.show(selected().get());
    }

    @Override
    public String id() {
        return "containers";
    }

    @Override
    public String icon() {
        return "fth-box";
    }

    @Override
    public Node view() {
        return place;
    }
}
