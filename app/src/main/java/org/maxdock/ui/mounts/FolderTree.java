package org.maxdock.ui.mounts;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.host.FileEntry;
import org.maxdock.project.Site;
import org.maxdock.project.Workbench;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Parts;
import org.maxdock.ui.shared.Session;

/** The host's folders, from the places where the site's people keep things; each read when it is opened. */
final class FolderTree {

    private static final int AT_MOST = 2000;

    /** A folder of the tree, or a line that says why there is none. */
    record Folder(String path, String label, String note) {
    }

    private final Session session;
    private final TreeView<Folder> view = new TreeView<>();

    FolderTree(Session session, Consumer<String> chosen) {
        this.session = session;
        view.setShowRoot(false);
        view.setAccessibleText(session.text("ui.mounts.on-host"));
        view.setCellFactory(v -> new TreeCell<>() {
            @Override
            protected void updateItem(Folder folder, boolean empty) {
                super.updateItem(folder, empty);
                setText(null);
                setGraphic(empty || folder == null ? null : row(folder));
                setOnDragDetected(empty || folder == null || folder.path().isEmpty() ? null : e -> drag(this, folder.path()));
            }
        });
        view.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null && !is.getValue().path().isEmpty()) {
                chosen.accept(is.getValue().path());
            }
        });
        session.connectedProperty().addListener((o, was, is) -> reset());
        reset();
    }

    private static void drag(Node from, String path) {
        ClipboardContent content = new ClipboardContent();
        content.putString(path);
        from.startDragAndDrop(TransferMode.LINK).setContent(content);
    }

    private static HBox row(Folder folder) {
        Label note = Parts.muted(folder.note());
        note.getStyleClass().add("mono");
        return Parts.row(new FontIcon(folder.path().isEmpty() ? "fth-info" : "fth-folder"), new Label(folder.label()), Parts.space(), note);
    }

    TreeView<Folder> view() {
        return view;
    }

    private void reset() {
        TreeItem<Folder> root = new TreeItem<>();
        view.setRoot(root);
        session.bench().ifPresent(bench -> {
            String user = bench.environment().user();
            List<String> places = Site.maxwell().places().stream().map(p -> p.replace("$USER", user)).toList();
            session.background().quietly(a -> existing(bench, places),
                    found -> found.forEach(p -> root.getChildren().add(item(new Folder(p, p, "")))), session.background()::trouble);
        });
    }

    private static List<String> existing(Workbench bench, List<String> places) throws Trouble {
        return bench.files().existing(places);
    }

    private TreeItem<Folder> item(Folder folder) {
        TreeItem<Folder> item = new TreeItem<>(folder);
        item.getChildren().add(new TreeItem<>(new Folder("", session.text("ui.mounts.reading"), "")));
        item.expandedProperty().addListener((o, was, open) -> {
            if (open) {
                read(item);
            }
        });
        return item;
    }

    private void read(TreeItem<Folder> item) {
        String path = item.getValue().path();
        session.bench().ifPresent(bench -> session.background().quietly(a -> bench.files().list(path, AT_MOST), entries -> {
            List<TreeItem<Folder>> children = entries.stream().filter(FileEntry::folder)
                    .map(e -> item(new Folder((path.equals("/") ? "" : path) + "/" + e.name(), e.name(), permissions(e.mode())))).toList();
            item.getChildren().setAll(children.isEmpty() ? List.of(new TreeItem<>(new Folder("", session.text("ui.mounts.no-folders"), ""))) : children);
        }, trouble -> item.getChildren().setAll(List.of(new TreeItem<>(new Folder("", session.text("ui.mounts.closed"), ""))))));
    }

    private static String permissions(int mode) {
        return org.maxdock.mount.Permissions.text(mode);
    }
}
