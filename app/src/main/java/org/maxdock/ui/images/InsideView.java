package org.maxdock.ui.images;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maxdock.image.FileNode;
import org.maxdock.image.ImageContents;
import org.maxdock.image.LayerContents;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.Session;

/** The inside of an image: its layers with what each weighs, the files of all or of one, what is there for nothing. */
final class InsideView {

    private static final int TEXT = 1 << 20;

    /** Something to look at: everything, a layer, the waste. */
    private record Choice(String name, long bytes, Supplier<FileNode> files) {}

    private final Session session;
    private final Dialogs ask;
    private final String image;
    private final ListView<Choice> choices = new ListView<>();
    private final TreeTableView<FileNode> tree = new TreeTableView<>();
    private final VBox view;

    InsideView(Session session, Dialogs ask, String image, ImageContents contents) {
        this.session = session;
        this.ask = ask;
        this.image = image;
        choices.setId("layers");
        choices.setAccessibleText(session.text("ui.images.layers"));
        choices.setPrefWidth(330);
        choices.setMinWidth(200);
        choices.setCellFactory(l -> new ChoiceCell());
        choices.getItems().setAll(choices(contents));
        choices.getSelectionModel()
                .selectedItemProperty()
                .addListener((o, was, is) -> tree.setRoot(expanded(is.files().get())));
        tree.setId("files");
        tree.setAccessibleText(session.text("ui.images.files"));
        tree.setShowRoot(false);
        tree.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        column("ui.images.file", 320, FileNode::name);
        column("ui.images.size", 90, n -> n.bytes() == 0 ? "" : Controls.megabytes(n.bytes()))
                .getStyleClass()
                .add("number");
        column("ui.images.layer", 70, FileNode::note);
        column(
                        "ui.images.mode",
                        170,
                        n -> n.file()
                                .map(f -> f.kind() + f.mode() + "  " + f.owner())
                                .orElse(""))
                .getStyleClass()
                .add("mono-cell");
        HBox.setHgrow(tree, Priority.ALWAYS);
        HBox both = new HBox(10, choices, tree);
        VBox.setVgrow(both, Priority.ALWAYS);
        view = new VBox(10, Controls.head(summary(contents)), both, actions());
        view.setPrefSize(980, 580);
        choices.getSelectionModel().selectFirst();
    }

    private String summary(ImageContents contents) {
        return session.text(
                contents.wasted().isEmpty() ? "ui.images.inside-all" : "ui.images.inside-wasted",
                contents.layers().size(),
                contents.files().size(),
                Controls.megabytes(contents.bytes()),
                Controls.megabytes(contents.wastedBytes()));
    }

    private List<Choice> choices(ImageContents contents) {
        List<Choice> all = new ArrayList<>();
        all.add(new Choice(session.text("ui.images.all-layers"), contents.bytes(), () -> FileNode.ofAll(contents)));
        for (LayerContents layer : contents.layers()) {
            all.add(new Choice(
                    all.size() + "  "
                            + (layer.instruction().isEmpty()
                                    ? session.text("ui.images.imported")
                                    : layer.instruction()),
                    layer.bytes(),
                    () -> FileNode.ofLayer(layer)));
        }
        if (!contents.wasted().isEmpty()) {
            all.add(new Choice(
                    session.text("ui.images.for-nothing"), contents.wastedBytes(), () -> FileNode.ofWaste(contents)));
        }
        return all;
    }

    private TreeTableColumn<FileNode, String> column(String key, int width, Function<FileNode, String> value) {
        TreeTableColumn<FileNode, String> column = new TreeTableColumn<>(session.text(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(
                f -> new SimpleStringProperty(value.apply(f.getValue().getValue())));
        tree.getColumns().add(column);
        return column;
    }

    private static TreeItem<FileNode> expanded(FileNode root) {
        TreeItem<FileNode> item = new FileItem(root);
        item.setExpanded(true);
        return item;
    }

    private HBox actions() {
        Button open = Controls.button(session.text("ui.images.open-file"), "fth-file-text", this::open);
        open.setTooltip(new Tooltip("docker cp CONTAINER:PATH -"));
        Button copy = Controls.button(session.text("ui.images.copy-out"), "fth-download", this::copy);
        copy.setTooltip(new Tooltip("docker cp CONTAINER:PATH PATH"));
        var selected = tree.getSelectionModel().selectedItemProperty();
        open.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> selected.get() == null
                                || selected.get()
                                        .getValue()
                                        .file()
                                        .filter(f -> !f.isFolder())
                                        .isEmpty(),
                        selected));
        copy.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> selected.get() == null
                                || selected.get().getValue().file().isEmpty(),
                        selected));
        return Controls.row(open, copy);
    }

    private String path() {
        return tree.getSelectionModel().getSelectedItem().getValue().path();
    }

    private void open() {
        String path = path();
        session.withBench(
                session.text("ui.images.reading", path),
                (bench, a) -> text(path, bench.insideImage().read(image, path, TEXT, a.cancellation())),
                text -> {
                    TextArea area = new TextArea(text);
                    area.setEditable(false);
                    area.getStyleClass().add("mono");
                    area.setPrefSize(860, 560);
                    area.setAccessibleText(path);
                    ask.show(path, area);
                });
    }

    private static String text(String path, byte[] bytes) throws Trouble {
        for (byte b : bytes) {
            if (b == 0) {
                throw new Trouble(TroubleKind.NOT_A_TEXT, path);
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void copy() {
        String path = path();
        String user = session.bench().map(b -> b.environment().user()).orElse("");
        ask.text(
                        session.text("ui.images.copy-out"),
                        session.text("ui.images.copy-where", path),
                        "/beegfs/desy/user/" + user + "/" + path.substring(path.lastIndexOf('/') + 1))
                .ifPresent(to -> session.withBench(
                        session.text("ui.images.copying", path),
                        (bench, a) -> {
                            bench.insideImage().copy(image, path, to.strip(), a.cancellation());
                            return to;
                        },
                        done -> session.newsProperty().set(session.text("ui.images.copied", path, done))));
    }

    Node view() {
        return view;
    }

    private static final class ChoiceCell extends ListCell<Choice> {
        @Override
        protected void updateItem(Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setGraphic(null);
                return;
            }
            Label name = new Label(choice.name().replace('\n', ' '));
            name.setPrefWidth(100);
            name.setMaxWidth(Double.MAX_VALUE);
            name.setTooltip(new Tooltip(choice.name()));
            HBox.setHgrow(name, Priority.ALWAYS);
            Label bytes = Controls.muted(choice.bytes() == 0 ? "" : Controls.megabytes(choice.bytes()));
            bytes.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            HBox row = Controls.row(name, bytes);
            row.maxWidthProperty().bind(getListView().widthProperty().subtract(44));
            setGraphic(row);
        }
    }
}
