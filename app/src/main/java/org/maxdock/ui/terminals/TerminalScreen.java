package org.maxdock.ui.terminals;

import com.techsenger.jeditermfx.core.model.StyleState;
import com.techsenger.jeditermfx.core.model.TerminalTextBuffer;
import com.techsenger.jeditermfx.ui.TerminalAction;
import com.techsenger.jeditermfx.ui.TerminalActionPresentation;
import com.techsenger.jeditermfx.ui.TerminalCopyPasteHandler;
import com.techsenger.jeditermfx.ui.TerminalPanel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.beans.value.ChangeListener;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Font;

/** Where a terminal is drawn and typed into: letters that can be made larger, and pasting that asks. */
final class TerminalScreen extends TerminalPanel {

    private final TerminalFont font;
    private final TerminalKeys keys;
    private final MarkedText marked;
    private final ChangeListener<Font> redraw = (o, was, is) -> reinitFontAndResize();
    private Predicate<PastedText> mayPaste = text -> true;
    private volatile boolean bracketed;

    TerminalScreen(TerminalSettings settings, TerminalTextBuffer buffer, StyleState style) {
        super(settings, buffer, style);
        this.font = settings.fonts();
        this.keys = settings.keys();
        this.marked = settings.marked();
        font.font().addListener(redraw);
        getCanvas().addEventFilter(KeyEvent.KEY_PRESSED, TerminalScreen::passOver); // before those of the panel
    }

    /** By itself Ctrl is no key that a program gets; the panel would send it a NUL. */
    private static void passOver(KeyEvent e) {
        if (e.getCode().isModifierKey()) {
            e.consume();
        }
    }

    /** @param question whether what would be run at once is to be pasted */
    void askBeforePasting(Predicate<PastedText> question) {
        mayPaste = question;
    }

    @Override
    public void setBracketedPasteMode(boolean on) {
        bracketed = on;
        super.setBracketedPasteMode(on);
    }

    @Override
    public void handlePaste() {
        if (Clipboard.getSystemClipboard().hasString()) {
            paste(Clipboard.getSystemClipboard().getString());
        }
    }

    /** What several lines would do is asked where the program inside is not told that they are pasted. */
    void paste(String content) {
        PastedText pasted = new PastedText(content);
        if (pasted.text().isEmpty() || !bracketed && pasted.lines() > 0 && !mayPaste.test(pasted)) {
            return;
        }
        getTerminalOutputStream().sendString(pasted.keys(bracketed), true);
    }

    /** The middle button pastes what was marked last, as everywhere under X; all else is about the clipboard. */
    @Override
    protected TerminalCopyPasteHandler createCopyPasteHandler() {
        return new TerminalCopyPasteHandler() {
            @Override
            public void setContents(String text, boolean marks) {
                if (marks) {
                    marked.set(text);
                } else {
                    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
                }
            }

            @Override
            public String getContents(boolean isMarked) {
                if (isMarked) {
                    marked.ask(TerminalScreen.this::paste);
                    return null; // it comes later
                }
                return Clipboard.getSystemClipboard().getString();
            }
        };
    }

    @Override
    protected void handleMouseWheelEvent(ScrollEvent e) {
        if (!e.isControlDown()) {
            super.handleMouseWheelEvent(e);
            return;
        }
        if (e.getDeltaY() > 0) {
            font.larger();
        } else if (e.getDeltaY() < 0) {
            font.smaller();
        }
        e.consume();
    }

    @Override
    public List<TerminalAction> getActions() {
        List<TerminalAction> all = new ArrayList<>(super.getActions());
        all.add(action(
                        keys.of(
                                "larger",
                                "Ctrl+Plus",
                                "Ctrl+Equals",
                                "Ctrl+Shift+Equals",
                                "Ctrl+Shift+Plus",
                                "Ctrl+Add"),
                        font::larger)
                .separatorBefore(true));
        all.add(action(keys.of("smaller", "Ctrl+Minus", "Ctrl+Subtract"), font::smaller));
        all.add(action(keys.of("usual-size", "Ctrl+0", "Ctrl+Numpad 0"), font::usual));
        return all;
    }

    private static TerminalAction action(TerminalActionPresentation what, Runnable act) {
        return new TerminalAction(what, key -> {
            act.run();
            return true;
        });
    }

    @Override
    public void dispose() {
        font.font().removeListener(redraw);
        super.dispose();
    }
}
