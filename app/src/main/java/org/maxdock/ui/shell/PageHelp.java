package org.maxdock.ui.shell;

import javafx.scene.control.Label;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.Navigation;

/** Tells in three sentences what the page in view is for; the bundle has them under {@code ui.help.ID}. */
final class PageHelp {

    private static final double WIDTH = 460;

    private final Dialogs dialogs;
    private final Navigation navigation;
    private final Texts texts;

    PageHelp(Dialogs dialogs, Navigation navigation, Texts texts) {
        this.dialogs = dialogs;
        this.navigation = navigation;
        this.texts = texts;
    }

    void open() {
        String page = navigation.pageProperty().get();
        Label said = Controls.wrapped(texts.get("ui.help." + page));
        said.setPrefWidth(WIDTH);
        said.setMaxWidth(WIDTH);
        dialogs.show(texts.get("ui.page." + page), said);
    }
}
