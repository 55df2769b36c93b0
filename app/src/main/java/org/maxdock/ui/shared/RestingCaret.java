package org.maxdock.ui.shared;

import javafx.beans.binding.Bindings;
import javafx.util.Duration;
import jfx.incubator.scene.control.richtext.CodeArea;

/**
 * The mark of where one types blinks while one can type there. That of a JavaFX area of code blinks from when it was
 * first shown, also unseen and on pages that nobody looks at, and has all be drawn anew sixty times a second.
 */
public final class RestingCaret {

    private static final Duration BLINK = Duration.seconds(1);

    private RestingCaret() {}

    public static void of(CodeArea area) {
        area.caretBlinkPeriodProperty()
                .bind(Bindings.when(area.focusedProperty()).then(BLINK).otherwise(Duration.ZERO));
    }
}
