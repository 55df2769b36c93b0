package org.maxdock.ui.mounts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.ContainerFolder;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountVerdict;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;

/** The plan, as two trees with lines between them, or as a plain table. */
final class PlanView {

    /** What a person does to the plan. */
    record Actions(
            BiConsumer<Mapping, Optional<Mapping>> replace,
            Consumer<CheckedMapping> select,
            BiConsumer<String, String> drop,
            Consumer<String> choose,
            Runnable map,
            Runnable begin) {}

    private final HostTree host;
    private final ContainerTree container;
    private final MappingLines lines;
    private final MappingLanes lanes;
    private final Label image = Controls.muted("");
    private final Node empty;
    private final VBox middle;
    private final VBox right;
    private final VBox table;
    private final StackPane view;
    private Shown shown;
    private final SegmentedButton switcher = new SegmentedButton();

    PlanView(HostFolders folders, Actions actions, Texts texts) {
        host = new HostTree(folders, actions, texts);
        container = new ContainerTree(actions, texts);
        lines = new MappingLines(texts, host, container, actions.replace(), actions.select());
        lanes = new MappingLanes(
                texts,
                actions.replace(),
                actions.select(),
                path -> actions.drop().accept(path, "/"),
                actions.begin());
        QuickPicks quick = new QuickPicks(folders, host::open, texts);
        VBox left = Controls.panel(
                Controls.row(Controls.head(texts.get("ui.mounts.on-host")), Controls.space(), quick.view()),
                host.view());
        Label inContainer = Controls.head(texts.get("ui.mounts.in-container"));
        inContainer.setMinWidth(Region.USE_PREF_SIZE);
        right = Controls.panel(Controls.row(inContainer, Controls.space(), image), container.view());
        image.setMinWidth(0);
        image.getStyleClass().add("folder-label");
        empty = empty(texts, actions.begin());
        middle = new VBox(empty);
        middle.setAlignment(javafx.geometry.Pos.CENTER);
        table = Controls.panel(Controls.row(Controls.head(texts.get("ui.mounts.mappings"))), lanes.view());
        width(left, 230, 360);
        width(right, 210, 330);
        width(middle, 210, 330);
        middle.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(middle, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.SOMETIMES);
        HBox.setHgrow(table, Priority.ALWAYS);
        HBox both = new HBox(left, middle, right, table);
        HBox.setMargin(table, new javafx.geometry.Insets(0, 0, 0, 12));
        view = new StackPane(both, lines);
        view.setMinHeight(150);
        view.setPrefHeight(220);
        VBox.setVgrow(view, Priority.ALWAYS);
        toggle(texts, "ui.mounts.as-trees", true);
        toggle(texts, "ui.mounts.as-table", false);
        asTrees(true);
    }

    /** What leads on where nothing is mapped. */
    static Node empty(Texts texts, Runnable begin) {
        return Controls.empty(
                texts.get("ui.mounts.empty"), Controls.primary(texts.get("ui.next.go.map"), "fth-plus", begin));
    }

    private static void width(Region region, double least, double wanted) {
        region.setMinWidth(least);
        region.setPrefWidth(wanted);
    }

    private void toggle(Texts texts, String key, boolean trees) {
        ToggleButton button = new ToggleButton(texts.get(key));
        button.setSelected(trees);
        button.setOnAction(e -> {
            button.setSelected(true);
            asTrees(trees);
        });
        button.setMinWidth(Region.USE_PREF_SIZE);
        switcher.getButtons().add(button);
    }

    private void asTrees(boolean trees) {
        for (Node node : new Node[] {middle, right, lines}) {
            node.setVisible(trees);
            node.setManaged(trees);
        }
        table.setVisible(!trees);
        table.setManaged(!trees);
    }

    Node view() {
        return view;
    }

    /** Trees or table. */
    Node switcher() {
        return switcher;
    }

    /** What a person sees of a plan; free space, which always changes, is only in the tips. */
    private record Shown(
            boolean nothing,
            List<Mapping> mappings,
            List<MountVerdict> verdicts,
            List<Optional<String>> engineSaid,
            Set<String> imageFolders,
            String image,
            String workingDirectory) {}

    /** @param nothing whether there is no mapping at all, also none whose verdict is still to come */
    void show(
            boolean nothing,
            List<CheckedMapping> plan,
            Set<String> imageFolders,
            String imageName,
            String workingDirectory) {
        Shown now = new Shown(
                nothing,
                plan.stream().map(CheckedMapping::mapping).toList(),
                plan.stream().map(CheckedMapping::verdict).toList(),
                plan.stream().map(CheckedMapping::engineSaid).toList(),
                imageFolders,
                imageName,
                workingDirectory);
        if (now.equals(shown)) {
            return; // what is selected and scrolled to stays
        }
        shown = now;
        empty.setVisible(nothing && plan.isEmpty());
        image.setText(imageName);
        ContainerFolder root = ContainerFolder.root(imageFolders, plan, workingDirectory);
        host.show(root.inOrder()); // side by side, so that few lines cross
        container.show(root);
        lines.show(plan);
        lanes.show(nothing, plan);
    }
}
