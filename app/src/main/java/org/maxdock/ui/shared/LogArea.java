package org.maxdock.ui.shared;

import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.control.TextField;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.maxdock.text.PlainLog;
import org.maxdock.text.Texts;

/**
 * A log that grows, and a field to search it by. It is drawn at most twenty times a second, and takes at most a third
 * of the window's time, so that a log without end keeps nobody from clicking. Colours are left out.
 */
public final class LogArea {

    /** Characters that are shown: what lies further back is in the log itself, which can be saved. */
    public static final int LONGEST = 200_000;

    private final LogLines lines;
    private final LinesFound found;
    private final TextField search = new TextField();
    private final Texts texts;
    private PlainLog plain = new PlainLog();
    private AnimationTimer following;
    private DrawingPace pace = new DrawingPace();

    public LogArea(Texts texts, String name) {
        this.texts = texts;
        lines = new LogLines(LONGEST, name);
        found = new LinesFound(lines.view());
        search.setPromptText(texts.get("ui.log.search"));
        search.setAccessibleText(texts.get("ui.log.search"));
        search.setPrefColumnCount(12);
        search.setOnAction(e -> next(lines.view().getCaretPosition()));
        search.textProperty().addListener((o, was, is) -> next(TextPos.ZERO));
    }

    public CodeArea view() {
        return lines.view();
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
                    GrowingText.Piece piece = text.take(pace.room());
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
            String rest = plain.end();
            if (!rest.isEmpty()) {
                lines.append(rest);
            }
        }
    }

    private void draw(GrowingText.Piece piece) {
        if (piece.skipped() > 0) {
            clear();
            lines.append(texts.get("ui.log.skipped") + "\n");
        }
        if (!piece.text().isEmpty()) {
            lines.append(plain.plain(piece.text()));
        }
    }

    /** What was said since; of a very long log the beginning goes. */
    public void append(String text) {
        if (!text.isEmpty()) {
            lines.append(plain.plain(text.substring(Math.max(0, text.length() - LONGEST))));
        }
    }

    public void clear() {
        plain = new PlainLog();
        lines.clear();
    }

    /** The next place, around the end. */
    private void next(TextPos from) {
        String what = search.getText();
        List<TextPos> places = found.places(what);
        places.stream()
                .filter(place -> from == null || place.compareTo(from) >= 0)
                .findFirst()
                .or(() -> places.stream().findFirst())
                .ifPresent(place -> found.select(place, what));
    }
}
