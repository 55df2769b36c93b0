package org.maxdock.ui.shared;

import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;

/**
 * Selects in an area of code, whatever it waits to be drawn with. JavaFX asks for the shape of what is selected where
 * the lines stood before a change of size or font, and fails where they now stand elsewhere: so it is drawn before.
 */
public final class CodeSelection {

    private CodeSelection() {}

    /** Selects what lies between the two, which is brought into view. */
    public static void select(CodeArea area, TextPos from, TextPos to) {
        area.select(from); // brings it into view, and a place alone has no shape
        area.applyCss();
        area.layout();
        area.select(from, to);
    }
}
