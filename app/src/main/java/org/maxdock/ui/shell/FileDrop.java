package org.maxdock.ui.shell;

import java.io.File;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Files of this machine that are dragged onto the window from elsewhere. */
public final class FileDrop {

    private static final PseudoClass OVER = PseudoClass.getPseudoClass("drop-target");

    private FileDrop() {}

    /** Lets them be dropped wherever nothing else of the window takes them. */
    public static void follow(Node window, DroppedFiles files) {
        window.setOnDragOver(e -> {
            if (isFromElsewhere(e)) {
                e.acceptTransferModes(TransferMode.COPY);
                window.pseudoClassStateChanged(OVER, true);
                e.consume();
            }
        });
        window.setOnDragExited(e -> window.pseudoClassStateChanged(OVER, false));
        window.setOnDragDropped(e -> {
            window.pseudoClassStateChanged(OVER, false);
            if (isFromElsewhere(e)) {
                files.take(
                        e.getDragboard().getFiles().stream().map(File::toPath).toList());
                e.setDropCompleted(true);
                e.consume();
            }
        });
    }

    private static boolean isFromElsewhere(DragEvent event) {
        return event.getGestureSource() == null && event.getDragboard().hasFiles();
    }
}
