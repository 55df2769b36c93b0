package org.maxdock.ui.settings;

import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The fonts of this machine whose letters are all of one width, as a terminal needs them. */
final class MonospacedFonts {

    private static final int POINTS = 20;

    private MonospacedFonts() {}

    static List<String> families() {
        return Font.getFamilies().stream()
                .filter(family -> width(family, "iiii....") == width(family, "WWWWMMMM"))
                .toList();
    }

    private static double width(String family, String letters) {
        Text text = new Text(letters);
        text.setFont(Font.font(family, POINTS));
        return text.getLayoutBounds().getWidth();
    }
}
