package org.maxdock.ui.shared;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.IndexedCell;

/** The buttons that stand somewhere in view, those that cannot be pressed now included. */
public final class Buttons {

    /** How lists that are no tables style what they are made of. */
    private static final Set<String> ONE_OF_MANY = Set.of("list-row", "card");

    private Buttons() {}

    /**
     * Those below a node, as they stand there; without those of one of many (a row, a card), which their words do not
     * name, unless it is that one that is asked of.
     */
    public static List<ButtonBase> below(Node node) {
        return (isOneOfMany(node) && node instanceof Parent one && one.isVisible()
                        ? one.getChildrenUnmodifiable().stream().flatMap(Buttons::walk)
                        : walk(node))
                .toList();
    }

    /** Those in something that is not in view itself, for want of a connection, say. */
    public static List<ButtonBase> hidden(Node node) {
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(Buttons::walk)
                        .toList()
                : List.of();
    }

    private static Stream<ButtonBase> walk(Node node) {
        if (!node.isVisible() || isOneOfMany(node)) {
            return Stream.empty();
        }
        if (node instanceof ButtonBase button) {
            return Stream.of(button);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(Buttons::walk)
                : Stream.empty();
    }

    private static boolean isOneOfMany(Node node) {
        return node instanceof IndexedCell || node.getStyleClass().stream().anyMatch(ONE_OF_MANY::contains);
    }

    /** The one that leads on, whether or not it can be pressed now; empty where none does, or several do. */
    public static Optional<ButtonBase> strongest(Node node) {
        List<ButtonBase> all = below(node);
        List<ButtonBase> starting = styled(all, Styles.SUCCESS);
        List<ButtonBase> strong = starting.isEmpty() ? styled(all, Styles.ACCENT) : starting;
        return strong.size() == 1 ? Optional.of(strong.getFirst()) : Optional.empty();
    }

    private static List<ButtonBase> styled(List<ButtonBase> all, String style) {
        return all.stream().filter(b -> b.getStyleClass().contains(style)).toList();
    }
}
