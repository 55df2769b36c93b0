package org.maxdock.ui.mounts;

import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.TransferMode;

/** A place that takes folders of the host; while one is dragged over it, it shows that it would be the one. */
final class DropTarget {

    private static final PseudoClass OVER = PseudoClass.getPseudoClass("drop-target");

    private DropTarget() {}

    /**
     * @param folder where it leads now: what is shown there may have changed since the place was made
     * @param dropped called with the host path of a folder, and the folder that it was dropped on
     */
    static void make(Node place, Supplier<String> folder, BiConsumer<String, String> dropped) {
        place.setOnDragOver(e -> {
            if (e.getDragboard().hasString()) {
                e.acceptTransferModes(TransferMode.LINK);
                place.pseudoClassStateChanged(OVER, true);
            }
            e.consume();
        });
        place.setOnDragExited(e -> place.pseudoClassStateChanged(OVER, false));
        place.setOnDragDropped(e -> {
            place.pseudoClassStateChanged(OVER, false);
            dropped.accept(e.getDragboard().getString(), folder.get());
            e.setDropCompleted(true);
            e.consume();
        });
    }
}
