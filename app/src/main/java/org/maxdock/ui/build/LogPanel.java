package org.maxdock.ui.build;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.LogArea;
import org.maxdock.ui.shared.Session;

/** What a build says: all of it or one step's, to be searched. */
final class LogPanel {

    private final Session session;
    private final LogArea log;
    private final Label title = Controls.head("");
    private final CheckBox whole;
    private final VBox view;

    LogPanel(Session session, Runnable changed) {
        this.session = session;
        log = new LogArea(session.texts(), session.text("ui.build.log"));
        log.view().setId("build-log");
        whole = new CheckBox(session.text("ui.build.whole"));
        whole.setSelected(true);
        whole.setOnAction(e -> changed.run());
        view = Controls.panel(Controls.row(title, Controls.space(), whole, log.search()), log.view());
        titled("");
    }

    boolean isWhole() {
        return whole.isSelected();
    }

    /** The log of one step comes in the place of all. */
    void narrow() {
        whole.setSelected(false);
    }

    void widen() {
        whole.setSelected(true);
    }

    void titled(String step) {
        title.setText(step.isEmpty() ? session.text("ui.build.log") : session.text("ui.build.log-of", step));
    }

    void show(int which, String text) {
        log.show(which, text);
    }

    void clear() {
        log.clear();
    }

    VBox view() {
        return view;
    }
}
