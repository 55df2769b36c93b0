package org.maxdock.ui.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.maxdock.launch.Launch;
import org.maxdock.operation.ClusterOperations;
import org.maxdock.operation.JobBook;
import org.maxdock.operation.JobOperations;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.NodeName;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.NeedsConnection;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.shared.Reachable;
import org.maxdock.ui.shared.RowMenu;
import org.maxdock.ui.shared.StillThere;
import org.maxdock.ui.shared.Ticker;
import org.maxdock.ui.shared.TroubleNote;
import org.maxdock.ui.terminals.TerminalTabModel;
import org.maxdock.ui.terminals.TerminalsModel;

/** My jobs, what can be done with them, what is still there of earlier ones, and what the nodes are doing. */
public final class JobsPage implements Page {

    /** More of a job's name is for its own page. */
    private static final int NAME = 60;

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final JobsModel model;
    private final LeftoversModel leftovers;
    private final Texts texts;
    private final JobsTable table;
    private final ClusterMap map;
    private final Node place;

    /** @param launcher starts a launch once more */
    public JobsPage(
            ConnectionModel connection,
            Background background,
            Texts texts,
            Navigation navigation,
            Asks ask,
            JobOperations jobs,
            ClusterOperations cluster,
            TerminalsModel terminals,
            Consumer<Launch> launcher) {
        this.texts = texts;
        ConnectionModel server = connection.at(Place.JOBS);
        Background told = background.at(Place.JOBS);
        this.model = new JobsModel(server, told, texts, navigation, jobs, cluster);
        terminals.tabs().addListener((ListChangeListener<TerminalTabModel>) change -> {
            while (change.next()) {
                if (change.getAddedSubList().stream().anyMatch(TerminalTabModel::isOfLaunch)) {
                    model.started();
                }
            }
        });
        StillThere still = new StillThere(connection, navigation::tell, texts);
        this.leftovers = new LeftoversModel(
                connection.at(Place.LEFTOVERS),
                background.at(Place.LEFTOVERS),
                texts,
                ask,
                jobs,
                terminals,
                this::shown,
                still);
        JobActions actions = new JobActions(model, server, told, texts, ask, jobs, terminals, launcher, still);
        table = new JobsTable(model, () -> navigation.go("launch"), texts);
        FlowPane buttons = buttons(actions);
        RowMenu.give(table.view(), List.of(buttons));
        map = new ClusterMap(new ClusterModel(model, server, told, texts, cluster), texts);
        VBox.setVgrow(table.view(), Priority.ALWAYS);
        place = new NeedsConnection(
                texts,
                connection,
                navigation,
                id(),
                Controls.page(
                        Controls.row(Controls.title(texts.get("ui.page.jobs")), whose(), buttons),
                        new TroubleNote(connection.troubles(), Place.JOBS, texts),
                        sentence(model.sentenceProperty()),
                        table.view(),
                        sentence(new SelectedJobUsage(model, server, told, texts, jobs).sentenceProperty()),
                        new TroubleNote(connection.troubles(), Place.LEFTOVERS, texts),
                        new LeftoverPanel(leftovers, texts).view(),
                        map.view()));
        new Ticker(EVERY, model.awaited(), model::poll).start();
    }

    private SegmentedButton whose() {
        ToggleButton mine = choice("ui.jobs.mine", "maxdock jobs", false);
        ToggleButton all = choice("ui.jobs.all", "maxdock jobs --all", true);
        mine.setSelected(true);
        model.everybodysProperty().addListener((o, was, is) -> {
            mine.setSelected(!is);
            all.setSelected(is);
        });
        return new SegmentedButton(mine, all);
    }

    private ToggleButton choice(String key, String command, boolean everybodys) {
        ToggleButton button = ButtonFacts.command(new ToggleButton(texts.get(key)), command);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> {
            button.setSelected(true);
            model.everybodysProperty().set(everybodys);
        });
        return button;
    }

    private FlowPane buttons(JobActions actions) {
        FlowPane row = new FlowPane(8, 8);
        for (JobAction action : JobAction.values()) {
            Button button = Controls.button(
                    texts.get(action.key()),
                    action == JobAction.CANCEL ? "fth-x" : null,
                    () -> actions.perform(action));
            button.disableProperty().bind(actions.possible(action).not());
            ButtonFacts.command(button, action.command());
            row.getChildren().add(button);
        }
        row.setPrefWrapLength(760); // all in a row in each language, where there is room
        row.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(row, Priority.ALWAYS);
        return row;
    }

    private static Label sentence(ReadOnlyStringProperty said) {
        Label sentence = Controls.wrapped("");
        sentence.textProperty().bind(said);
        sentence.visibleProperty().bind(said.isNotEmpty());
        sentence.managedProperty().bind(sentence.visibleProperty());
        return sentence;
    }

    @Override
    public void shown() {
        model.read();
        leftovers.read();
    }

    @Override
    public Optional<Going> going() {
        return Optional.of(new Going(model.launchesProperty(), "ui.jobs.going"));
    }

    @Override
    public List<Reachable> reachable() {
        return Stream.concat(
                        model.entries().stream()
                                .flatMap(entry -> entry.id().stream().map(id -> reachable(entry, id))),
                        model.nodesProperty().get().stream()
                                .map(org.maxdock.slurm.Node::name)
                                .distinct()
                                .map(this::reachable))
                .toList();
    }

    private Reachable reachable(NodeName node) {
        return new Reachable(node.text(), texts.get("ui.finder.node"), "", "", () -> map.open(node));
    }

    private Reachable reachable(JobBook.Entry entry, JobId id) {
        return new Reachable(
                Printable.line(entry.name(), NAME) + " " + id,
                texts.get("ui.finder.job"),
                "",
                "maxdock jobs " + id,
                () -> model.select(List.of(entry)));
    }

    @Override
    public List<TableView<?>> tables() {
        return List.of(table.view());
    }

    @Override
    public String id() {
        return JobsModel.PAGE;
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
