package org.maxdock.ui.shared;

import javafx.geometry.Insets;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.LineEnding;
import jfx.incubator.scene.control.richtext.TextPos;

/**
 * Lines that are only read, of which those that are seen are laid out: what it takes to draw them does not grow with
 * their number. Of very many the first go. It stays at the end until somebody goes elsewhere in it.
 */
final class LogLines {

    /** A line is laid out whole; a longer one is broken. */
    private static final int LONGEST_LINE = 2_000;

    private final int most;
    private final CodeArea area = new CodeArea();
    private long characters;
    private int column;

    /** @param most characters that are kept */
    LogLines(int most, String name) {
        this.most = most;
        RestingCaret.of(area);
        area.setEditable(false);
        area.setUndoRedoEnabled(false);
        area.setLineEnding(LineEnding.LF);
        area.setContentPadding(new Insets(6, 10, 6, 10));
        area.getStyleClass().add("log");
        area.setAccessibleText(name);
    }

    CodeArea view() {
        return area;
    }

    void clear() {
        area.clear();
        characters = 0;
        column = 0;
    }

    void append(String text) {
        boolean atEnd =
                area.getCaretPosition() == null || area.getCaretPosition().equals(area.getDocumentEnd());
        String broken = broken(text);
        area.appendText(broken);
        characters += broken.length();
        dropFirst();
        if (atEnd) {
            area.select(area.getDocumentEnd());
        }
    }

    private String broken(String text) {
        StringBuilder lines = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (column >= LONGEST_LINE && c != '\n' && !Character.isLowSurrogate(c)) {
                lines.append('\n');
                column = 0;
            }
            lines.append(c);
            column = c == '\n' ? 0 : column + 1;
        }
        return lines.toString();
    }

    private void dropFirst() {
        if (characters <= most + most / 2) {
            return;
        }
        int lines = 0;
        while (characters > most && lines < area.getParagraphCount() - 1) {
            characters -= area.getPlainText(lines++).length() + 1;
        }
        area.replaceText(TextPos.ZERO, TextPos.ofLeading(lines, 0), "");
    }
}
