package org.maxdock.ui;

import javafx.scene.control.TabPane;
import org.maxdock.ui.terminals.TerminalTab;
import org.testfx.api.FxRobot;

/** What the terminal in view shows. */
final class Terminals {

    private Terminals() {
    }

    static String screen(FxRobot robot) {
        return robot.lookup(".tab-pane").queryAllAs(TabPane.class).stream().map(t -> t.getSelectionModel().getSelectedItem())
                .filter(TerminalTab.class::isInstance).map(t -> ((TerminalTab) t).screen()).findFirst().orElse("");
    }
}
