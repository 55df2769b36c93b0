package org.maxdock.ui.containers;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maxdock.engine.ContainerSummary;
import org.maxdock.engine.EngineEvent;
import org.maxdock.host.shell.Shell;
import org.maxdock.operation.ContainerOperations;
import org.maxdock.operation.ImageOperations;
import org.maxdock.operation.UserFolder;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ActionKey;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.NeedsConnection;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.Reachable;
import org.maxdock.ui.shared.RowMenu;
import org.maxdock.ui.shared.StillThere;
import org.maxdock.ui.shared.TroubleNote;
import org.maxdock.ui.terminals.TerminalsModel;

/** The containers of the workgroup server's engine, whosoever, and what can be done with them. */
public final class ContainersPage implements Page {

    /** More of a name that somebody gave is for the table. */
    private static final int NAME = 60;

    private final ConnectionModel connection;
    private final Background background;
    private final Texts texts;
    private final Navigation navigation;
    private final Dialogs ask;
    private final ContainerOperations containers;
    private final UserFolder folder;
    private final StillThere still;
    private final ContainersModel model;
    private final ContainersTable table;
    private final Node place;

    public ContainersPage(
            ConnectionModel connection,
            Background background,
            Texts texts,
            Navigation navigation,
            Dialogs ask,
            ProjectModel project,
            ContainerOperations containers,
            ImageOperations images,
            TerminalsModel terminals,
            UserFolder folder) {
        this.connection = connection.at(Place.CONTAINER_LOG);
        this.background = background.at(Place.CONTAINER_LOG);
        this.texts = texts;
        this.navigation = navigation;
        this.ask = ask;
        this.containers = containers;
        this.folder = folder;
        this.still = new StillThere(connection, navigation::tell, texts);
        ConnectionModel engine = connection.at(Place.CONTAINERS);
        Background told = background.at(Place.CONTAINERS);
        this.model = new ContainersModel(engine, told, texts, navigation, project, containers, images);
        ContainerButtons buttons = new ContainerButtons(
                new ContainerActions(model, engine, told, texts, ask, containers, terminals, still),
                texts,
                ask,
                this::showLog);
        table = new ContainersTable(model, () -> navigation.go("launch"), texts);
        List<FlowPane> done = List.of(buttons.whole(), buttons.into());
        RowMenu.give(table.view(), done);
        VBox.setVgrow(table.view(), Priority.ALWAYS);
        ContainerDetails details = new ContainerDetails(
                model, new ContainerDetailsModel(model, engine, told, texts, navigation, containers), texts);
        place = new NeedsConnection(
                texts,
                connection,
                navigation,
                id(),
                Controls.page(
                        Controls.row(
                                Controls.title(texts.get("ui.page.containers")),
                                Controls.space(),
                                filter(),
                                ended(),
                                ButtonFacts.key(
                                        ButtonFacts.command(
                                                Controls.button(texts.get("ui.refresh"), "fth-refresh-cw", model::read),
                                                "maxdock container list"),
                                        ActionKey.REFRESH)),
                        new TroubleNote(connection.troubles(), Place.CONTAINERS, texts),
                        done.getFirst(),
                        done.getLast(),
                        table.view(),
                        details.view()));
    }

    @Override
    public List<Reachable> reachable() {
        return model.rows().stream()
                .map(row -> new Reachable(
                        Printable.line(row.container().name(), NAME),
                        texts.get("ui.finder.container"),
                        "",
                        "maxdock container inspect "
                                + Shell.quote(row.container().name()),
                        () -> model.select(List.of(row))))
                .toList();
    }

    private TextField filter() {
        TextField filter = new TextField();
        filter.setPromptText(texts.get("ui.containers.filter"));
        filter.setAccessibleText(texts.get("ui.containers.filter"));
        filter.setId("container-filter");
        filter.setPrefWidth(260);
        filter.textProperty().bindBidirectional(model.filterProperty());
        return filter;
    }

    private CheckBox ended() {
        CheckBox ended = new CheckBox(texts.get("ui.containers.stopped"));
        ButtonFacts.command(ended, "maxdock container list");
        ended.selectedProperty().bindBidirectional(model.endedProperty());
        return ended;
    }

    private void showLog(ContainerSummary container) {
        LogModel log =
                new LogModel(container, connection, background, texts, navigation, ask, containers, folder, still);
        new LogView(log, texts).show(ask);
    }

    @Override
    public void shown() {
        model.read();
    }

    @Override
    public void changed(EngineEvent.Listed list) {
        if (list == EngineEvent.Listed.CONTAINERS) {
            model.read();
        }
    }

    @Override
    public List<TableView<?>> tables() {
        return List.of(table.view());
    }

    @Override
    public String id() {
        return ContainersModel.PAGE;
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
