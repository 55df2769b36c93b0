package org.maxdock.ui.images;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.maxdock.image.Difference;
import org.maxdock.image.ImageRecord;
import org.maxdock.image.Verdict;
import org.maxdock.ui.shared.Parts;
import org.maxdock.ui.shared.Session;

/** What is recorded of an image and what is there, side by side; or the verdicts of nodes. */
final class VerdictPanel {

    /** Images × nodes. */
    record OnNodes(List<ImageRecord> records, Map<String, List<Verdict>> verdicts, String partition) {
    }

    private final Session session;
    private final Label title = Parts.head("");
    private final VBox body = new VBox(8);
    private final VBox view;

    VerdictPanel(Session session) {
        this.session = session;
        body.getStyleClass().add("panel-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        view = Parts.panel(title, scroll);
        view.setPrefHeight(240);
        view.setMinHeight(160);
        show((ImageRow) null);
    }

    Node view() {
        return view;
    }

    void show(ImageRow row) {
        body.getChildren().clear();
        if (row == null) {
            title.setText(session.text("ui.images.identity"));
            body.getChildren().add(Parts.muted(session.text("ui.images.select")));
            return;
        }
        title.setText(row.reference());
        if (row.record().isEmpty()) {
            body.getChildren().add(Parts.wrapped(session.text("ui.images.not-recorded-text")));
            return;
        }
        ImageRecord record = row.record().get();
        body.getChildren().add(Parts.muted(session.text("ui.images.recorded", record.recordedAt().substring(0, 10), record.recordedOn(), record.recordedBy())));
        switch (row.verdict().orElseThrow()) {
            case Verdict.Different different -> {
                title.setText(session.text("ui.images.not-the-recorded", row.reference()));
                body.getChildren().add(differences(different.differences()));
            }
            case Verdict.Same same -> identity(record);
            case Verdict.SameContent same -> identity(record);
            case Verdict.Missing missing -> body.getChildren().add(new Label(session.text("ui.verdict.missing")));
        }
    }

    private void identity(ImageRecord record) {
        GridPane grid = grid();
        row(grid, 0, session.text("ui.images.id"), record.identity().id(), "");
        row(grid, 1, session.text("ui.images.registry"), record.identity().repoDigests().isEmpty() ? session.text("ui.images.never-pushed")
                : String.join("\n", record.identity().repoDigests()), "");
        row(grid, 2, session.text("ui.images.layers"), String.valueOf(record.identity().layers().size()), "");
        record.tarball().ifPresent(t -> row(grid, 3, session.text("ui.images.tarball"), t.path(), ""));
        body.getChildren().add(grid);
    }

    private Node differences(List<Difference> differences) {
        GridPane grid = grid();
        row(grid, 0, "", session.text("ui.images.was"), session.text("ui.images.is"));
        int line = 1;
        for (Difference difference : differences) {
            row(grid, line++, difference.what(), shorten(difference.recorded()), shorten(difference.here()));
        }
        grid.getStyleClass().add("differences");
        return grid;
    }

    private static String shorten(String text) {
        return text.isEmpty() ? "–" : text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    void show(OnNodes found) {
        body.getChildren().clear();
        title.setText(session.text("ui.images.on-nodes"));
        GridPane grid = grid();
        int column = 1;
        for (String node : found.verdicts().keySet()) {
            Label name = new Label(node);
            name.getStyleClass().add("panel-title");
            grid.add(name, column++, 0);
        }
        for (int i = 0; i < found.records().size(); i++) {
            grid.add(new Label(found.records().get(i).reference()), 0, i + 1);
            column = 1;
            for (List<Verdict> verdicts : found.verdicts().values()) {
                Label badge = new Label();
                Verdicts.badge(badge, session.texts(), Optional.of(verdicts.get(i)));
                grid.add(badge, column++, i + 1);
            }
        }
        body.getChildren().add(grid);
        boolean allHold = found.verdicts().values().stream().flatMap(List::stream).allMatch(Verdict::holds);
        if (!allHold) {
            body.getChildren().add(Parts.go(session.text("ui.images.provide"), "fth-download-cloud", () -> provide(found)));
        }
    }

    /** Brings each image to the nodes where it does not hold, and looks again. */
    private void provide(OnNodes found) {
        session.withBench(session.text("ui.work.provide"), (bench, activity) -> {
            for (int i = 0; i < found.records().size(); i++) {
                int image = i;
                List<String> nodes = found.verdicts().entrySet().stream().filter(e -> !e.getValue().get(image).holds()).map(Map.Entry::getKey).toList();
                if (!nodes.isEmpty()) {
                    bench.provider().provide(nodes, found.records().get(i), found.partition());
                }
            }
            return new OnNodes(found.records(), bench.nodes().verify(List.copyOf(found.verdicts().keySet()), found.records(), found.partition()), found.partition());
        }, this::show);
    }

    private static GridPane grid() {
        GridPane grid = new GridPane(24, 6);
        return grid;
    }

    private static void row(GridPane grid, int line, String name, String first, String second) {
        Label head = new Label(name);
        head.setMinWidth(110);
        Label one = new Label(first);
        one.getStyleClass().add("mono");
        grid.addRow(line, head, one);
        if (!second.isEmpty()) {
            Label two = new Label(second);
            two.getStyleClass().addAll("mono", "here");
            grid.add(two, 2, line);
        }
    }
}
