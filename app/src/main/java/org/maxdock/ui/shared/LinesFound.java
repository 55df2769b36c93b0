package org.maxdock.ui.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;

/** Where a text stands in lines that are shown, whatever its case. */
public final class LinesFound {

    private final CodeArea area;

    public LinesFound(CodeArea area) {
        this.area = area;
    }

    /** All places, from top to bottom; none where nothing is looked for. */
    public List<TextPos> places(String what) {
        String wanted = what.toLowerCase(Locale.ROOT);
        List<TextPos> found = new ArrayList<>();
        for (int line = 0; !wanted.isEmpty() && line < area.getParagraphCount(); line++) {
            String text = area.getPlainText(line).toLowerCase(Locale.ROOT);
            for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length())) {
                found.add(TextPos.ofLeading(line, at));
            }
        }
        return found;
    }

    /** Shows one of them. */
    public void select(TextPos place, String what) {
        CodeSelection.select(area, place, TextPos.ofLeading(place.index(), place.offset() + what.length()));
    }
}
