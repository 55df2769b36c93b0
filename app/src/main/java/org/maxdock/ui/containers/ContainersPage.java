package org.maxdock.ui.containers;

import java.util.function.Predicate;
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
import org.maxdock.engine.ContainerSummary;
import org.maxdock.engine.EngineEvent;
import org.maxdock.operation.ContainerOperations;
import org.maxdock.operation.ImageOperations;
import org.maxdock.operation.UserFolder;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.NeedsConnection;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.terminals.TerminalsModel;

/** The containers of the workgroup server's engine, whosoever, and what can be done with them. */
public final class ContainersPage implements Page {

    private final ConnectionModel connection;
    private final Background background;
    private final Texts texts;
    private final Navigation navigation;
    private final Dialogs ask;
    private final ContainerOperations containers;
    private final UserFolder folder;
    private final ContainersModel model;
    private final ContainerActions actions;
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
        this.connection = connection;
        this.background = background;
        this.texts = texts;
        this.navigation = navigation;
        this.ask = ask;
        this.containers = containers;
        this.folder = folder;
        this.model = new ContainersModel(connection, background, texts, navigation, project, containers, images);
        this.actions = new ContainerActions(model, connection, background, texts, ask, containers, terminals);
        ContainersTable table = new ContainersTable(model, texts);
        VBox.setVgrow(table.view(), Priority.ALWAYS);
        ContainerDetails details = new ContainerDetails(
                model, new ContainerDetailsModel(model, connection, background, texts, navigation, containers), texts);
        place = new NeedsConnection(
                texts,
                connection,
                navigation,
                Controls.page(
                        Controls.row(
                                Controls.title(texts.get("ui.page.containers")),
                                Controls.space(),
                                filter(),
                                ended(),
                                Controls.button(texts.get("ui.refresh"), "fth-refresh-cw", model::read)),
                        whole(),
                        into(),
                        table.view(),
                        details.view()));
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
        ended.selectedProperty().bindBidirectional(model.endedProperty());
        return ended;
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
                            () -> actions.act(action)));
        }
        return row;
    }

    private FlowPane into() {
        Predicate<ContainerSummary> runs = ContainerSummary::isRunning;
        Predicate<ContainerSummary> any = c -> true;
        return new FlowPane(
                8,
                8,
                button("ui.containers.logs", "fth-file-text", "docker logs --follow NAME", any, this::showLog),
                button("ui.containers.shell", "fth-terminal", "docker exec -it NAME sh", runs, actions::shell),
                button("ui.containers.run", null, "docker exec -it NAME sh -c '…'", runs, actions::run),
                button("ui.containers.copy-out", null, "docker cp NAME:PATH PATH", any, this::copyOut),
                button("ui.containers.copy-in", null, "tar -c … | docker exec -i NAME tar -x", runs, this::copyIn),
                button("ui.containers.rename", null, "docker rename NAME NEW", any, actions::rename),
                button("ui.containers.commit", null, "docker commit NAME IMAGE", any, actions::commit),
                button("ui.containers.inspect", null, "docker inspect NAME", any, this::inspect));
    }

    /** Its tooltip is the command that it comes to. */
    private Button button(String key, String icon, String command, Predicate<ContainerSummary> fits, Runnable action) {
        Button button = Controls.button(texts.get(key), icon, action);
        button.setTooltip(new Tooltip(command));
        button.disableProperty().bind(actions.possible(fits).not());
        return button;
    }

    private void showLog() {
        actions.selected()
                .ifPresent(c -> new LogView(
                                new LogModel(c, connection, background, texts, navigation, ask, containers, folder),
                                texts)
                        .show(ask));
    }

    private void copyOut() {
        actions.selected()
                .ifPresent(c -> two(
                        "ui.containers.copy-out",
                        "ui.containers.inside",
                        "ui.containers.to-path",
                        (path, to) -> actions.copyOut(c, path, to)));
    }

    private void copyIn() {
        actions.selected()
                .ifPresent(c -> two(
                        "ui.containers.copy-in",
                        "ui.containers.from-path",
                        "ui.containers.to-folder",
                        (from, to) -> actions.copyIn(c, from, to)));
    }

    private interface Both {
        void take(String first, String second) throws Trouble;
    }

    private void two(String title, String first, String second, Both then) {
        TextField one = new TextField();
        TextField other = new TextField();
        one.setId("copy-from");
        other.setId("copy-to");
        GridPane form = new GridPane(10, 10);
        form.add(Controls.field(texts.get(first), one), 0, 0);
        form.add(Controls.field(texts.get(second), other), 0, 1);
        form.setPrefWidth(520);
        GridPane.setHgrow(form.getChildren().getFirst(), Priority.ALWAYS);
        ask.form(texts.get(title), form, () -> then.take(one.getText(), other.getText()))
                .ifPresent(background::trouble);
    }

    private void inspect() {
        actions.selected()
                .ifPresent(c -> actions.inspect(json -> {
                    TextArea text = new TextArea(json);
                    text.setEditable(false);
                    text.getStyleClass().add("mono");
                    text.setMinWidth(860);
                    text.setPrefHeight(560);
                    text.setAccessibleText(texts.get("ui.containers.inspect"));
                    ask.show(texts.get("ui.containers.inspect-of", c.name()), text);
                }));
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
