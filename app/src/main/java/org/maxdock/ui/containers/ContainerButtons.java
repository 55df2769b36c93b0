package org.maxdock.ui.containers;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.maxdock.engine.ContainerAction;
import org.maxdock.engine.ContainerSummary;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;

/** A button for each thing that can be done with the chosen container, and the forms that some of them need. */
final class ContainerButtons {

    /** What does the same on the command line; what is done to it as a whole is done by its word. */
    private static final Map<String, String> OF_MAXDOCK = Map.of(
            "ui.containers.logs", "maxdock container logs NAME",
            "ui.containers.shell", "maxdock container shell NAME",
            "ui.containers.run", "maxdock container shell NAME COMMAND",
            "ui.containers.copy-out", "maxdock container copy NAME:PATH PATH",
            "ui.containers.copy-in", "maxdock container copy PATH NAME:PATH",
            "ui.containers.rename", "maxdock container rename NAME NEW",
            "ui.containers.commit", "maxdock container commit NAME IMAGE",
            "ui.containers.inspect", "maxdock container inspect NAME");

    private final ContainerActions actions;
    private final Texts texts;
    private final Dialogs ask;
    private final Consumer<ContainerSummary> showLog;

    ContainerButtons(ContainerActions actions, Texts texts, Dialogs ask, Consumer<ContainerSummary> showLog) {
        this.actions = actions;
        this.texts = texts;
        this.ask = ask;
        this.showLog = showLog;
    }

    /** What is done to it as a whole. */
    FlowPane whole() {
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

    /** Ways to look into it. */
    FlowPane into() {
        Predicate<ContainerSummary> runs = ContainerSummary::isRunning;
        Predicate<ContainerSummary> any = c -> true;
        return new FlowPane(
                8,
                8,
                button(
                        "ui.containers.logs",
                        "fth-file-text",
                        "docker logs --follow NAME",
                        any,
                        () -> actions.selected().ifPresent(showLog)),
                button("ui.containers.shell", "fth-terminal", "docker exec -u USER -it NAME sh", runs, actions::shell),
                button("ui.containers.run", null, "docker exec -u USER -it NAME sh -c '…'", runs, actions::run),
                button("ui.containers.copy-out", null, "docker cp NAME:PATH PATH", any, this::copyOut),
                button(
                        "ui.containers.copy-in",
                        null,
                        "tar -c … | docker exec -u USER -i NAME tar -x",
                        runs,
                        this::copyIn),
                button("ui.containers.rename", null, "docker rename NAME NEW", any, actions::rename),
                button("ui.containers.commit", null, "docker commit NAME IMAGE", any, actions::commit),
                button("ui.containers.inspect", null, "docker inspect NAME", any, this::inspect));
    }

    /** Its tooltip is the command that it comes to. */
    private Button button(String key, String icon, String command, Predicate<ContainerSummary> fits, Runnable action) {
        Button button = Controls.button(texts.get(key), icon, action);
        button.setTooltip(new Tooltip(command));
        button.disableProperty().bind(actions.possible(fits).not());
        return ButtonFacts.command(button, OF_MAXDOCK.getOrDefault(key, "maxdock container do ACTION NAME"));
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

    private void two(String title, String first, String second, BiConsumer<String, String> then) {
        BooleanSupplier engine = actions.engine();
        TextField one = new TextField();
        TextField other = new TextField();
        one.setId("copy-from");
        other.setId("copy-to");
        GridPane form = new GridPane(10, 10);
        form.add(Controls.field(texts.get(first), one), 0, 0);
        form.add(Controls.field(texts.get(second), other), 0, 1);
        form.setPrefWidth(520);
        GridPane.setHgrow(form.getChildren().getFirst(), Priority.ALWAYS);
        ask.form(texts.get(title), form, () -> {
            String from = given(one, first);
            String to = given(other, second);
            if (engine.getAsBoolean()) {
                then.accept(from, to);
            }
        });
    }

    private String given(TextField field, String label) throws Trouble {
        String text = field.getText().strip();
        if (text.isEmpty()) {
            throw new Trouble(TroubleKind.VALUE_MISSING, texts.get(label));
        }
        return text;
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
}
