package org.maxdock.ui.terminals;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodRequests;

/**
 * What is put together of several keys: a letter and its accent (^ and e), or the letters of languages that have more
 * than there are keys. A node that does not ask for it never gets such letters.
 */
final class TerminalComposition implements InputMethodRequests {

    private final Node screen;
    private final Supplier<Bounds> cursor;

    private TerminalComposition(Node screen, Supplier<Bounds> cursor) {
        this.screen = screen;
        this.cursor = cursor;
    }

    /**
     * @param cursor where the next letter stands, on the screen that is typed into
     * @param typed what has been put together
     */
    static void on(Node screen, Supplier<Bounds> cursor, Consumer<String> typed) {
        screen.setInputMethodRequests(new TerminalComposition(screen, cursor));
        screen.setOnInputMethodTextChanged((InputMethodEvent e) -> {
            if (!e.getCommitted().isEmpty()) {
                typed.accept(e.getCommitted());
            }
            e.consume();
        });
    }

    /** Below the cursor, where the system offers what the keys may mean. */
    @Override
    public Point2D getTextLocation(int offset) {
        Bounds at = screen.localToScreen(cursor.get());
        return at == null ? Point2D.ZERO : new Point2D(at.getMinX(), at.getMaxY());
    }

    /** Nothing of what stands there can be put together anew. */
    @Override
    public int getLocationOffset(int x, int y) {
        return 0;
    }

    @Override
    public void cancelLatestCommittedText() {
        // the program inside has it already
    }

    @Override
    public String getSelectedText() {
        return "";
    }
}
