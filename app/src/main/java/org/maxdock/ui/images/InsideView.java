package org.maxdock.ui.images;

import java.util.Optional;
import java.util.function.Function;
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
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.shared.TroubleNote;

/** The inside of an image: its layers with what each weighs, the files of all or of one, what is there for nothing. */
final class InsideView {

    private final Texts texts;
    private final Dialogs dialogs;
    private final InsideModel model;
    private final ListView<InsideModel.Choice> choices = new ListView<>();
    private final TreeTableView<FileNode> tree = new TreeTableView<>();
    private final VBox view;

    InsideView(Texts texts, Dialogs dialogs, InsideModel model) {
        this.texts = texts;
        this.dialogs = dialogs;
        this.model = model;
        choices.setId("layers");
        choices.setAccessibleText(texts.get("ui.images.layers"));
        choices.setPrefWidth(330);
        choices.setMinWidth(200);
        choices.setCellFactory(l -> new ChoiceCell());
        choices.getItems().setAll(model.all());
        choices.getSelectionModel().select(model.choiceProperty().get());
        choices.getSelectionModel()
                .selectedItemProperty()
                .addListener((o, was, is) -> model.choiceProperty().set(is));
        model.rootProperty().addListener((o, was, is) -> show(is));
        show(model.rootProperty().get());
        tree.setPlaceholder(Controls.nothing(texts.get("ui.images.sorting")));
        tree.getSelectionModel()
                .selectedItemProperty()
                .addListener((o, was, is) -> model.selectedProperty().set(is == null ? null : is.getValue()));
        tree.setId("files");
        tree.setAccessibleText(texts.get("ui.images.files"));
        tree.setShowRoot(false);
        tree.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        column("ui.images.file", 320, FileNode::name);
        column("ui.images.size", 90, n -> n.bytes() == 0 ? "" : texts.amounts().bytes(n.bytes()))
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
        view = new VBox(
                10,
                Controls.head(model.summary()),
                TroubleNote.inDialog(model.troubles(), Place.INSIDE_IMAGE, texts),
                both,
                actions());
        view.setPrefSize(980, 580);
    }

    private void show(Optional<FileNode> root) {
        tree.setRoot(root.map(InsideView::expanded).orElse(null));
    }

    private TreeTableColumn<FileNode, String> column(String key, int width, Function<FileNode, String> value) {
        TreeTableColumn<FileNode, String> column = new TreeTableColumn<>(texts.get(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(f ->
                new SimpleStringProperty(Printable.line(value.apply(f.getValue().getValue()))));
        tree.getColumns().add(column);
        return column;
    }

    private static TreeItem<FileNode> expanded(FileNode root) {
        TreeItem<FileNode> item = new FileItem(root);
        item.setExpanded(true);
        return item;
    }

    private HBox actions() {
        Button open = Controls.button(texts.get("ui.images.open-file"), "fth-file-text", () -> model.open(this::show));
        open.setTooltip(new Tooltip("docker cp CONTAINER:PATH -"));
        Button copy = Controls.button(texts.get("ui.images.copy-out"), "fth-download", model::copy);
        copy.setTooltip(new Tooltip("docker cp CONTAINER:PATH PATH"));
        open.disableProperty().bind(model.canOpen().not());
        copy.disableProperty().bind(model.canCopy().not());
        return Controls.row(open, copy);
    }

    private void show(InsideModel.Opened opened) {
        TextArea area =
                new TextArea(Printable.text(opened.text().replace("\r\n", "\n").replaceFirst("^\uFEFF", "")));
        area.setEditable(false);
        area.getStyleClass().add("mono");
        area.setPrefSize(860, 560);
        area.setAccessibleText(opened.path());
        dialogs.show(Printable.line(opened.path()), area);
    }

    Node view() {
        return view;
    }

    private final class ChoiceCell extends ListCell<InsideModel.Choice> {
        @Override
        protected void updateItem(InsideModel.Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setGraphic(null);
                return;
            }
            Label name = new Label(Printable.line(choice.name().replace('\n', ' ')));
            name.setPrefWidth(100);
            name.setMaxWidth(Double.MAX_VALUE);
            name.setTooltip(new Tooltip(Printable.text(choice.name())));
            HBox.setHgrow(name, Priority.ALWAYS);
            Label bytes =
                    Controls.muted(choice.bytes() == 0 ? "" : texts.amounts().bytes(choice.bytes()));
            bytes.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            HBox row = Controls.row(name, bytes);
            row.maxWidthProperty().bind(getListView().widthProperty().subtract(44));
            setGraphic(row);
        }
    }
}
