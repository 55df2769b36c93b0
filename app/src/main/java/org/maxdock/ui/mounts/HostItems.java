package org.maxdock.ui.mounts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.TreeItem;
import org.maxdock.host.FileEntry;
import org.maxdock.host.HostFiles;
import org.maxdock.mount.Permissions;
import org.maxdock.text.Texts;

/** The items of the host's tree: each folder is read when it is opened, and a long one page by page. */
final class HostItems {

    private final HostFolders model;
    private final Texts texts;

    HostItems(HostFolders model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    TreeItem<HostFolder> item(HostFolder folder) {
        TreeItem<HostFolder> item = new TreeItem<>(folder);
        item.getChildren().add(line("ui.mounts.reading"));
        item.expandedProperty().addListener((o, was, open) -> {
            if (open) {
                page(item, 0, items -> item.getChildren().setAll(items), texts.get("ui.mounts.no-folders"));
            }
        });
        return item;
    }

    private TreeItem<HostFolder> line(String key) {
        return new TreeItem<>(HostFolder.line(texts.get(key)));
    }

    /**
     * A line that stands for folders not yet read is replaced by the next of them.
     *
     * @param first called with the first of these
     */
    void readOn(TreeItem<HostFolder> line, Consumer<TreeItem<HostFolder>> first) {
        TreeItem<HostFolder> parent = line.getParent();
        page(
                parent,
                parent.getChildren().indexOf(line),
                items -> {
                    if (parent.getChildren().remove(line)) {
                        parent.getChildren().addAll(items);
                        first.accept(items.getFirst());
                    }
                },
                "");
    }

    private void page(TreeItem<HostFolder> item, int skip, Consumer<List<TreeItem<HostFolder>>> then, String none) {
        String path = item.getValue().path();
        model.read(
                path,
                skip,
                page -> then.accept(items(path, page, none)),
                trouble -> then.accept(List.of(line("ui.mounts.closed"))));
    }

    private List<TreeItem<HostFolder>> items(String path, HostFiles.Page page, String none) {
        List<TreeItem<HostFolder>> items = new ArrayList<>();
        for (FileEntry entry : page.folders()) {
            String below = (path.equals("/") ? "" : path) + "/" + entry.name();
            items.add(item(HostFolder.of(below, entry.name(), Permissions.text(entry.mode()))));
        }
        if (page.more() > 0) {
            items.add(new TreeItem<>(HostFolder.more(texts.get("ui.mounts.more", page.more()), page.more())));
        } else if (items.isEmpty()) {
            items.add(new TreeItem<>(HostFolder.line(none)));
        }
        return items;
    }
}
