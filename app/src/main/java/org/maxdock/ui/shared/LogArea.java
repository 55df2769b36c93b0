package org.maxdock.ui.shared;

import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.maxdock.text.PlainLog;
import org.maxdock.text.Texts;

/**
 * A log that grows, and a field to search it by. It is drawn at most twenty times a second, and takes at most a third
 * of the window's time, so that a log without end keeps nobody from clicking. Colours are left out.
 */
public final class LogArea {

    /** Characters that are shown: what lies further back is in the log itself, which can be saved. */
    public static final int LONGEST = 200_000;

    private final TextArea log = new TextArea();
    private final TextField search = new TextField();
    private final Texts texts;
    private PlainLog plain = new PlainLog();
    private int shown = -1;
    private int length;
    private AnimationTimer following;
    private DrawingPace pace = new DrawingPace();

    public LogArea(Texts texts, String name) {
        this.texts = texts;
        log.getStyleClass().add("code");
        log.setEditable(false);
        log.setAccessibleText(name);
        search.setPromptText(texts.get("ui.log.search"));
        search.setAccessibleText(texts.get("ui.log.search"));
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

    /** Draws what comes, until {@link #stop} is called. */
    public void follow(GrowingText text) {
        stop();
        pace = new DrawingPace();
        following = new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (pace.isDue(System.nanoTime())) {
                    GrowingText.Piece piece = text.take();
                    draw(piece);
                    pace.drawn(!piece.isEmpty());
                }
            }
        };
        following.start();
    }

    /** Draws nothing any more; what is there stays to be read. */
    public void stop() {
        if (following != null) {
            following.stop();
            following = null;
        }
    }

    private void draw(GrowingText.Piece piece) {
        if (piece.isEmpty()) {
            return;
        }
        int room = pace.room();
        if (piece.skipped() > 0 || piece.text().length() >= room) {
            plain = new PlainLog();
            log.setText(texts.get("ui.log.skipped") + "\n" + plain.plain(end(piece.text(), room)));
            log.positionCaret(log.getLength());
            return;
        }
        log.appendText(plain.plain(piece.text()));
        if (log.getLength() > room + room / 2) {
            log.deleteText(0, log.getLength() - room);
        }
    }

    private static String end(String text, int most) {
        int from = Math.max(0, text.length() - most);
        return text.substring(from < text.length() && Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from);
    }

    /**
     * Shows a log, or what it has grown by.
     *
     * @param which log it is; the same one only ever grows
     */
    public void show(int which, String text) {
        if (which == shown && text.length() >= length) {
            append(text.substring(length));
        } else {
            plain = new PlainLog();
            log.setText(plain.plain(text.substring(Math.max(0, text.length() - LONGEST))));
            log.positionCaret(log.getLength());
        }
        shown = which;
        length = text.length();
    }

    /** What was said since; of a very long log the beginning goes. */
    public void append(String text) {
        if (text.isEmpty()) {
            return;
        }
        log.appendText(plain.plain(text.substring(Math.max(0, text.length() - LONGEST))));
        if (log.getLength() > 2 * LONGEST) {
            log.deleteText(0, log.getLength() - LONGEST);
        }
    }

    public void clear() {
        plain = new PlainLog();
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
