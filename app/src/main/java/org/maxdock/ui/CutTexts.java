package org.maxdock.ui;

import java.util.Objects;
import java.util.Optional;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;

/** Shows under the pointer the whole of a text that has no room, wherever it stands and nothing else is told there. */
final class CutTexts {

    private Labeled told;
    private Tooltip tip;

    /** On the window's thread. */
    void follow(Scene scene) {
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, e -> look(labeled(e.getTarget())));
        scene.addEventFilter(MouseEvent.MOUSE_EXITED, e -> look(Optional.empty()));
    }

    private static Optional<Labeled> labeled(EventTarget target) {
        for (Node node = target instanceof Node n ? n : null; node != null; node = node.getParent()) {
            if (node instanceof Labeled labeled) {
                return Optional.of(labeled);
            }
        }
        return Optional.empty();
    }

    private void look(Optional<Labeled> now) {
        Optional<Labeled> cut = now.filter(l -> l.getTooltip() == null).filter(CutTexts::isCut);
        if (cut.isPresent() && cut.get() == told && tip.getText().equals(told.getText())) {
            return;
        }
        if (told != null) {
            Tooltip.uninstall(told, tip);
            told = null;
        }
        cut.ifPresent(labeled -> {
            told = labeled;
            tip = new Tooltip(labeled.getText());
            tip.setWrapText(true);
            tip.setMaxWidth(600);
            Tooltip.install(told, tip);
        });
    }

    /** A skin draws what it cuts with an ellipsis in place of the rest. */
    private static boolean isCut(Labeled labeled) {
        return labeled.getText() != null
                && labeled.getChildrenUnmodifiable().stream()
                        .anyMatch(child -> child instanceof Text text
                                && !Objects.equals(text.getText(), labeled.getText())
                                && text.getText().endsWith(labeled.getEllipsisString()));
    }
}
