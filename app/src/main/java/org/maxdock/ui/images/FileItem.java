package org.maxdock.ui.images;

import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;
import org.maxdock.image.FileNode;

/** A file or folder in a tree; what is in a folder becomes items when it is opened. */
final class FileItem extends TreeItem<FileNode> {

    private boolean read;

    FileItem(FileNode node) {
        super(node);
    }

    @Override
    public ObservableList<TreeItem<FileNode>> getChildren() {
        if (!read) {
            read = true;
            super.getChildren()
                    .setAll(getValue().children().stream().map(FileItem::new).toList());
        }
        return super.getChildren();
    }

    @Override
    public boolean isLeaf() {
        return getValue().children().isEmpty();
    }
}
