package org.maxdock.ui.shared;

import java.util.Locale;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;

/** A log that grows, and a field to search it by. */
public final class LogArea {

    private static final int LONGEST = 2_000_000;

    private final TextArea log = new TextArea();
    private final TextField search = new TextField();
    private int shown = -1;
    private int length;

    public LogArea(Session session, String name) {
        log.getStyleClass().add("code");
        log.setEditable(false);
        log.setAccessibleText(name);
        search.setPromptText(session.text("ui.log.search"));
        search.setAccessibleText(session.text("ui.log.search"));
        search.setPrefColumnCount(12);
        search.setOnAction(e -> next(log.getCaretPosition()));
        search.textProperty().addListener((o, was, is) -> next(0));
    }

    public TextArea view() {
        return log;
    }

    /** Finds the next place on Enter. */
    public TextField search() {
        return search;
    }

    /**
     * Shows a log, or what it has grown by.
     *
     * @param which log it is; the same one only ever grows
     */
    public void show(int which, String text) {
        if (which == shown && text.length() >= length) {
            log.appendText(text.substring(length));
        } else {
            log.setText(text);
            log.positionCaret(text.length());
        }
        shown = which;
        length = text.length();
    }

    /** What was said since; of a very long log the beginning goes. */
    public void append(String text) {
        log.appendText(text);
        if (log.getLength() > 2 * LONGEST) {
            log.deleteText(0, log.getLength() - LONGEST);
        }
    }

    public void clear() {
        log.clear();
        shown = -1;
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
}
