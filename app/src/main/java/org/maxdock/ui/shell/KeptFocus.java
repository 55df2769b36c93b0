package org.maxdock.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/**
 * Who works by keys stays where they are: where what has the focus goes or cannot have it any more, that next to it
 * gets it, and not the first one of the window.
 */
final class KeptFocus {

    private final Scene scene;
    private List<Parent> around = List.of();

    private KeptFocus(Scene scene) {
        this.scene = scene;
    }

    static void follow(Scene scene) {
        KeptFocus kept = new KeptFocus(scene);
        scene.focusOwnerProperty().addListener((o, was, is) -> kept.changed(was, is));
    }

    private void changed(Node was, Node is) {
        List<Parent> before = around;
        if (is != null) {
            around = around(is);
        }
        if (was != null && !canHaveIt(was)) {
            Platform.runLater(() -> giveBack(before)); // after JavaFX has given it to the first of the window
        }
    }

    /** Where something near has taken it meanwhile, it stays there. */
    private void giveBack(List<Parent> before) {
        before.stream()
                .filter(parent -> parent.getScene() == scene && parent != scene.getRoot() && isInView(parent))
                .filter(parent -> focusable(parent).findFirst().isPresent())
                .findFirst()
                .filter(parent -> scene.getFocusOwner() == null
                        || !around(scene.getFocusOwner()).contains(parent))
                .flatMap(parent -> focusable(parent).findFirst())
                .ifPresent(Node::requestFocus);
    }

    /** What is around it, the nearest first; once it is gone nobody can tell. */
    private static List<Parent> around(Node node) {
        List<Parent> all = new ArrayList<>();
        for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
            all.add(parent);
        }
        return all;
    }

    private static Stream<Node> focusable(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Stream.empty();
        }
        if (node.isFocusTraversable()) {
            return Stream.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(KeptFocus::focusable)
                : Stream.empty();
    }

    private boolean canHaveIt(Node node) {
        return node.getScene() == scene && !node.isDisabled() && isInView(node);
    }

    private static boolean isInView(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
