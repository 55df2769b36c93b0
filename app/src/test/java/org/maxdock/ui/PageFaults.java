package org.maxdock.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/**
 * What is wrong with how a page looks, measured: text that is cut and told nowhere else, text of too little contrast
 * (WCAG 2.2, 1.4.3: 4.5 to 1, of large text 3 to 1), controls that have no name for whoever does not see them (4.1.2).
 */
final class PageFaults {

    private static final double ENOUGH = 4.5;
    private static final double ENOUGH_IF_LARGE = 3;
    /** Pixels of 14 and 18 points. */
    private static final double LARGE_BOLD = 18.66;

    private static final double LARGE = 24;
    /** The fewest pixels from which the colour behind a text can be told. */
    private static final int FEWEST = 30;

    private PageFaults() {}

    /** Of all that is in view; a line each, empty where nothing is wrong. On the window's thread. */
    static List<String> in(Scene scene) {
        WritableImage picture = scene.snapshot(null); // what stands there is laid out by that, too
        List<String> faults = new ArrayList<>();
        each(scene.getRoot(), node -> {
            if (node instanceof Labeled labeled) {
                cut(labeled, faults);
            }
            if (node instanceof TableView<?> table && table.getPlaceholder() == null) {
                faults.add("says nothing where it is empty: " + where(table));
            }
            if (node instanceof Text text && !text.getText().isBlank()) {
                faint(text, picture, faults);
            }
            if (node instanceof Control control) {
                nameless(control, faults);
            }
        });
        return faults;
    }

    private static void each(Node node, Consumer<Node> look) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        look.accept(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> each(child, look));
        }
    }

    /** A skin draws what it cuts with an ellipsis in place of the rest; a cell's text is whole under the pointer. */
    private static void cut(Labeled labeled, List<String> faults) {
        String whole = labeled.getText();
        if (whole == null || whole.isBlank() || labeled instanceof IndexedCell<?> || isToldElsewhere(labeled)) {
            return;
        }
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text drawn
                    && drawn.getText().endsWith(labeled.getEllipsisString())
                    && !whole.endsWith(labeled.getEllipsisString())) {
                faults.add("cut: \"" + whole + "\" to \"" + drawn.getText() + "\" in " + where(labeled));
            }
        }
    }

    private static boolean isToldElsewhere(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n instanceof Control control && control.getTooltip() != null) {
                return true;
            }
        }
        return false;
    }

    private static void faint(Text text, WritableImage picture, List<String> faults) {
        if (!(text.getFill() instanceof Color fill) || isDisabled(text)) {
            return; // what cannot be used need not stand out (WCAG 1.4.3, incidental)
        }
        Bounds bounds = text.localToScene(text.getBoundsInLocal());
        Map<Integer, Integer> colours = new HashMap<>();
        int seen = 0;
        for (int y = Math.max(0, (int) bounds.getMinY()); y < Math.min(picture.getHeight(), bounds.getMaxY()); y++) {
            for (int x = Math.max(0, (int) bounds.getMinX()); x < Math.min(picture.getWidth(), bounds.getMaxX()); x++) {
                colours.merge(picture.getPixelReader().getArgb(x, y) & 0xffffff, 1, Integer::sum);
                seen++;
            }
        }
        if (seen < FEWEST) {
            return;
        }
        int behind = colours.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        Color ground = Color.rgb(behind >> 16 & 0xff, behind >> 8 & 0xff, behind & 0xff);
        double opacity = fill.getOpacity() * opacity(text);
        double contrast =
                contrast(ground.interpolate(fill.deriveColor(0, 1, 1, 1 / fill.getOpacity()), opacity), ground);
        boolean bold = text.getFont().getStyle().contains("Bold");
        double size = text.getFont().getSize();
        double enough = size >= LARGE || bold && size >= LARGE_BOLD ? ENOUGH_IF_LARGE : ENOUGH;
        if (contrast < enough) {
            faults.add(String.format(
                    "faint: \"%s\" %.2f of %s on %s in %s", text.getText(), contrast, fill, ground, where(text)));
        }
    }

    private static boolean isDisabled(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n.isDisabled()) {
                return true;
            }
        }
        return false;
    }

    private static double opacity(Node node) {
        double opacity = 1;
        for (Node n = node; n != null; n = n.getParent()) {
            opacity *= n.getOpacity();
        }
        return opacity;
    }

    /** The contrast ratio of WCAG. */
    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static void nameless(Control control, List<String> faults) {
        boolean asks = control instanceof ButtonBase
                || control instanceof TextInputControl
                || control instanceof ComboBoxBase<?>
                || control instanceof TableView<?>
                || control instanceof ListView<?>
                || control instanceof TreeView<?>;
        if (asks && control.isFocusTraversable() && !isNamed(control)) {
            faults.add("nameless: " + control.getClass().getSimpleName() + " in " + where(control));
        }
    }

    private static boolean isNamed(Control control) {
        return control.getAccessibleText() != null
                        && !control.getAccessibleText().isBlank()
                || control instanceof Labeled l
                        && l.getText() != null
                        && !l.getText().isBlank()
                || control.getTooltip() != null
                || labels(control);
    }

    private static boolean labels(Control control) {
        Set<Node> all = control.getScene().getRoot().lookupAll(".label");
        return all.stream().anyMatch(n -> n instanceof Label l && l.getLabelFor() == control);
    }

    private static String where(Node node) {
        StringBuilder way = new StringBuilder();
        int shown = 0;
        for (Node n = node; n != null && shown < 5; n = n.getParent(), shown++) {
            way.append(n == node ? "" : " < ")
                    .append(n.getClass().getSimpleName())
                    .append(n.getStyleClass());
        }
        return way.toString();
    }
}
