package org.maxdock.ui.build;

import java.util.Locale;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.maxdock.ui.shared.Parts;
import org.maxdock.ui.shared.Session;

/** What a build says: all of it or one step's, to be searched. */
final class LogPanel {

    private final Session session;
    private final TextArea log = new TextArea();
    private final Label title = Parts.head("");
    private final CheckBox whole;
    private final TextField search = new TextField();
    private final VBox view;
    private int shown = -1;
    private int length;

    LogPanel(Session session, Runnable changed) {
        this.session = session;
        log.getStyleClass().add("code");
        log.setEditable(false);
        log.setAccessibleText(session.text("ui.build.log"));
        log.setId("build-log");
        search.setId("log-search");
        search.setPromptText(session.text("ui.build.search"));
        search.setAccessibleText(session.text("ui.build.search"));
        search.setPrefColumnCount(12);
        search.setOnAction(e -> next(log.getCaretPosition()));
        search.textProperty().addListener((o, was, is) -> next(0));
        whole = new CheckBox(session.text("ui.build.whole"));
        whole.setSelected(true);
        whole.setOnAction(e -> changed.run());
        view = Parts.panel(Parts.row(title, Parts.space(), whole, search), log);
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

    /**
     * Shows a log, or what it has grown by.
     *
     * @param which log it is; the same one only ever grows
     */
    void show(int which, String text) {
        if (which == shown && text.length() >= length) {
            log.appendText(text.substring(length));
        } else {
            log.setText(text);
            log.positionCaret(text.length());
        }
        shown = which;
        length = text.length();
    }

    void clear() {
        log.clear();
        length = 0;
    }

    /** The next place, around the end. */
    private void next(int from) {
        String all = log.getText().toLowerCase(Locale.ROOT);
        String what = search.getText().toLowerCase(Locale.ROOT);
        int at = all.indexOf(what, from);
        int found = at < 0 ? all.indexOf(what) : at;
        if (!what.isEmpty() && found >= 0) {
            log.selectRange(found, found + what.length());
        }
    }

    VBox view() {
        return view;
    }
}
