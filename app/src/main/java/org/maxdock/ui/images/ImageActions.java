package org.maxdock.ui.images;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maxdock.engine.ImageLayer;
import org.maxdock.image.FitnessPoint;
import org.maxdock.image.ImageFact;
import org.maxdock.image.Prunable;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.Session;

/**
 * What one asks of an image and of its names, beside keeping it: another name, its layers, all about it; and what can
 * go.
 */
final class ImageActions {

    private static final int SHOWN = 12;

    private final Session session;
    private final Dialogs ask;
    private final ReadOnlyObjectProperty<ImageRow> selected;
    private final Runnable changed;

    ImageActions(Session session, Dialogs ask, ReadOnlyObjectProperty<ImageRow> selected, Runnable changed) {
        this.session = session;
        this.ask = ask;
        this.selected = selected;
        this.changed = changed;
    }

    List<Button> ofOne() {
        List<Button> buttons = List.of(
                button("ui.images.tag", "docker tag IMAGE NEW", this::tag),
                button("ui.images.layers", "docker history IMAGE", this::layers),
                button("ui.images.inside", "docker save IMAGE | tar -t", this::inside),
                button("ui.images.inspect", "docker image inspect IMAGE", this::inspect),
                button("ui.images.fitness", "docker export … | tar -t", this::fitness));
        buttons.forEach(b -> b.disableProperty().bind(selected.isNull()));
        return buttons;
    }

    Button prune() {
        return button("ui.images.prune", "docker image prune", this::askPrune);
    }

    private Button button(String key, String command, Runnable action) {
        Button button = Controls.button(session.text(key), null, action);
        button.setTooltip(new Tooltip(command));
        return button;
    }

    private void tag() {
        String image = selected.get().name();
        ask.text(
                        session.text("ui.images.tag"),
                        session.text("ui.images.tag-what", image),
                        selected.get().reference())
                .ifPresent(after -> session.withBench(
                        session.text("ui.images.tagging", image),
                        (bench, a) -> {
                            bench.images().tag(image, after.strip());
                            return after;
                        },
                        done -> changed.run()));
    }

    private void layers() {
        String image = selected.get().name();
        session.withBench(
                session.text("ui.images.reading", image),
                (bench, a) -> bench.images().layers(image),
                layers -> ask.show(session.text("ui.images.layers-of", image), table(layers)));
    }

    private TableView<ImageLayer> table(List<ImageLayer> layers) {
        TableView<ImageLayer> table = new TableView<>();
        TableColumn<ImageLayer, String> size = new TableColumn<>(session.text("ui.images.adds"));
        size.setCellValueFactory(f -> new SimpleStringProperty(
                f.getValue().bytes() == 0 ? "" : Controls.megabytes(f.getValue().bytes())));
        size.setPrefWidth(110);
        TableColumn<ImageLayer, String> instruction = new TableColumn<>(session.text("ui.images.instruction"));
        instruction.setCellValueFactory(
                f -> new SimpleStringProperty(f.getValue().instruction()));
        instruction.setPrefWidth(720);
        instruction.getStyleClass().add("mono");
        table.getColumns().add(size);
        table.getColumns().add(instruction);
        table.getItems().setAll(layers);
        table.setMinWidth(860);
        table.setPrefHeight(460);
        table.setAccessibleText(session.text("ui.images.layers"));
        return table;
    }

    private void inside() {
        String image = selected.get().name();
        session.withBench(
                session.text("ui.images.reading", image),
                (bench, a) -> bench.insideImage().of(image, a.cancellation()),
                contents -> ask.show(
                        session.text("ui.images.inside-of", image),
                        new InsideView(session, ask, image, contents).view()));
    }

    private void inspect() {
        String image = selected.get().name();
        session.withBench(
                session.text("ui.images.reading", image),
                (bench, a) -> new Inspected(
                        bench.images().facts(image), bench.images().inspect(image)),
                found -> {
                    TextArea text = new TextArea(found.json());
                    text.setEditable(false);
                    text.getStyleClass().add("mono");
                    text.setAccessibleText(session.text("ui.images.inspect"));
                    ScrollPane facts = new ScrollPane(facts(found.facts()));
                    facts.setFitToWidth(true);
                    TabPane tabs = new TabPane(new Tab(session.text("ui.images.facts"), facts), new Tab("JSON", text));
                    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
                    tabs.setPrefSize(860, 560);
                    ask.show(session.text("ui.images.inspect-of", image), tabs);
                });
    }

    private record Inspected(List<ImageFact> facts, String json) {}

    private GridPane facts(List<ImageFact> facts) {
        GridPane grid = new GridPane(20, 8);
        grid.getStyleClass().add("panel-body");
        for (ImageFact fact : facts) {
            Label name = new Label(session.text("fact." + fact.what()));
            name.getStyleClass().add("card-title");
            name.setMinWidth(150);
            GridPane.setValignment(name, VPos.TOP);
            Label values = Controls.wrapped(String.join("\n", fact.values()));
            values.getStyleClass().add("mono");
            grid.addRow(grid.getRowCount(), name, values);
        }
        return grid;
    }

    private void fitness() {
        String image = selected.get().name();
        session.withBench(
                session.text("ui.images.fitness-reading", image),
                (bench, a) -> bench.imageFitness().of(image, a.cancellation()),
                points -> ask.show(session.text("ui.images.fitness-of", image), list(image, points)));
    }

    private VBox list(String image, List<FitnessPoint> points) {
        VBox lines = new VBox(Controls.head(session.text("ui.images.fitness-of", image)));
        for (FitnessPoint point : points) {
            Label badge = Controls.badge(
                    session.text(
                            point.found().isPresent()
                                    ? "ui.images.fit"
                                    : point.needed() ? "ui.images.lacks" : "ui.images.none-needed"),
                    point.found().isPresent() ? "ok" : point.needed() ? "bad" : "plain");
            badge.setMinWidth(70);
            Label what = new Label(session.text("fitness." + point.what()));
            what.setMinWidth(230);
            Label how =
                    Controls.wrapped(point.found().orElseGet(() -> session.text("fitness." + point.what() + ".add")));
            HBox.setHgrow(how, Priority.ALWAYS);
            HBox line = Controls.row(badge, what, how);
            line.getStyleClass().add("list-row");
            lines.getChildren().add(line);
        }
        lines.setMinWidth(760);
        return lines;
    }

    private void askPrune() {
        session.withBench(
                session.text("ui.images.looking"), (bench, a) -> bench.images().prunable(), this::confirmPrune);
    }

    private void confirmPrune(Prunable prunable) {
        String which = prunable.images().stream()
                .limit(SHOWN)
                .map(i -> i.id().replaceFirst("sha256:(.{12}).*", "$1") + "  " + Controls.megabytes(i.bytes()))
                .collect(Collectors.joining("\n"));
        String more = prunable.images().size() > SHOWN ? "\n…" : "";
        if (prunable.images().isEmpty()) {
            session.newsProperty().set(session.text("ui.images.nothing-to-prune"));
        } else if (ask.confirm(
                session.text("ui.images.prune"),
                session.text("ui.images.prune-what", prunable.images().size(), Controls.megabytes(prunable.bytes()))
                        + "\n\n" + which + more,
                session.text("ui.images.prune-now"))) {
            session.withBench(
                    session.text("ui.images.pruning"),
                    (bench, a) -> {
                        bench.images().prune(prunable);
                        return prunable;
                    },
                    done -> changed.run());
        }
    }
}
