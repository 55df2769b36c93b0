package org.maxdock.ui.shared;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.maxdock.image.identity.Difference;
import org.maxdock.image.identity.DifferenceText;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;

/** What was recorded and what is there, side by side. */
public final class Differences extends GridPane {

    private static final int SHOWN = 60;

    public Differences(Texts texts, List<Difference> differences) {
        super(16, 6);
        for (int percent : new int[] {24, 38, 38}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(percent);
            getColumnConstraints().add(column);
        }
        getStyleClass().add("differences");
        addRow(0, new Label(), Controls.muted(texts.get("ui.images.was")), Controls.muted(texts.get("ui.images.is")));
        DifferenceText told = new DifferenceText(texts);
        int line = 1;
        for (Difference difference : differences) {
            Label what = new Label(shorten(told.what(difference)));
            what.setTooltip(new Tooltip(shorten(told.what(difference))));
            addRow(line++, what, value(told.recorded(difference), ""), value(told.here(difference), "here"));
        }
    }

    private static Label value(String text, String style) {
        Label label = new Label(shorten(text));
        label.getStyleClass().add("mono");
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        if (!text.isEmpty()) {
            label.setTooltip(new Tooltip(Printable.text(text.length() > 4000 ? text.substring(0, 4000) + "…" : text)));
        }
        return label;
    }

    /** An image may say anything, at any length. */
    private static String shorten(String text) {
        String line = Printable.line(text.replaceAll("\\p{Cntrl}", "␤"));
        return line.isEmpty() ? "–" : line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }
}
