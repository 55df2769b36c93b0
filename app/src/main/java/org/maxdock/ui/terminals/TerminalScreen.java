package org.maxdock.ui.terminals;

import com.techsenger.jeditermfx.core.TerminalOutputStream;
import com.techsenger.jeditermfx.core.model.StyleState;
import com.techsenger.jeditermfx.core.model.TerminalTextBuffer;
import com.techsenger.jeditermfx.ui.TerminalAction;
import com.techsenger.jeditermfx.ui.TerminalActionPresentation;
import com.techsenger.jeditermfx.ui.TerminalCopyPasteHandler;
import com.techsenger.jeditermfx.ui.TerminalPanel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.value.ChangeListener;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Font;

/** Where a terminal is drawn and typed into: letters that can be made larger, and pasting that asks. */
final class TerminalScreen extends TerminalPanel {

    /** Keys without a letter that have a code in a terminal. */
    private static final Set<KeyCode> CODED =
            Set.of(KeyCode.INSERT, KeyCode.DELETE, KeyCode.BACK_SPACE, KeyCode.ENTER, KeyCode.TAB, KeyCode.ESCAPE);

    /** What a wheel turns at once, in pixels. */
    private static final double NOTCH = 40;

    private final TerminalFont font;
    private final TerminalKeys keys;
    private final MarkedText marked;
    private final ChangeListener<Font> redraw = (o, was, is) -> reinitFontAndResize();
    private Predicate<PastedText> mayPaste = text -> true;
    private volatile boolean bracketed;
    private volatile int column;
    private volatile int line;
    private double turned;

    TerminalScreen(TerminalSettings settings, TerminalTextBuffer buffer, StyleState style) {
        super(settings, buffer, style);
        this.font = settings.fonts();
        this.keys = settings.keys();
        this.marked = settings.marked();
        font.font().addListener(redraw);
        getCanvas().addEventFilter(KeyEvent.KEY_PRESSED, TerminalScreen::passOver); // before those of the panel
        getCanvas().addEventFilter(ScrollEvent.SCROLL, this::zoom);
        TerminalComposition.on(getCanvas(), this::cursor, this::type);
    }

    @Override
    public void setCursor(int x, int y) {
        column = x;
        line = y;
        super.setCursor(x, y);
    }

    private Bounds cursor() {
        double width = myCharSize.getWidth();
        double height = myCharSize.getHeight();
        return new BoundingBox(column * width + getInsetX(), (line - 1) * height, width, height); // lines count from 1
    }

    private void type(String text) {
        TerminalOutputStream to = getTerminalOutputStream();
        if (to != null) {
            to.sendString(text, true);
        }
    }

    /**
     * A key that has neither a letter nor a code of its own is none that a program gets; the panel would send a NUL.
     */
    private static void passOver(KeyEvent e) {
        KeyCode code = e.getCode();
        boolean known = code.isNavigationKey() || code.isFunctionKey() || CODED.contains(code);
        if (code.isModifierKey() || e.getText().isEmpty() && !known) {
            e.consume();
        }
    }

    /** Ctrl and the wheel, also where the program inside gets the wheel; a touchpad turns it by small steps. */
    private void zoom(ScrollEvent e) {
        if (!e.isControlDown()) {
            turned = 0;
            return;
        }
        turned += e.getDeltaY();
        if (turned >= NOTCH) {
            font.larger();
            turned = 0;
        } else if (turned <= -NOTCH) {
            font.smaller();
            turned = 0;
        }
        e.consume();
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
        TerminalOutputStream to = getTerminalOutputStream();
        PastedText pasted = new PastedText(content);
        boolean told = bracketed;
        if (to == null || pasted.text().isEmpty() || !told && pasted.lines() > 0 && !mayPaste.test(pasted)) {
            return;
        }
        to.sendString(pasted.keys(told), true);
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
    public List<TerminalAction> getActions() {
        List<TerminalAction> all = new ArrayList<>(super.getActions());
        all.removeIf(one -> one.getName().equals(keys.none("open").getName())); // of any kind, and a click opens those
        TerminalAction paste = action(keys.paste(), this::handlePaste); // by these keys even where there is nothing
        all.replaceAll(one -> one.getName().equals(paste.getName()) ? paste : one);
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
        all.add(new ControlCharacter(keys.none("usual-size")).withHidden(true));
        return all;
    }

    /**
     * Ctrl with a letter, or with what stands beside them in ASCII, is a control character, also with Caps Lock; the
     * panel sends the letter then.
     */
    private final class ControlCharacter extends TerminalAction {

        ControlCharacter(TerminalActionPresentation name) {
            super(name);
        }

        @Override
        public boolean matches(KeyEvent e) {
            if (!e.isControlDown()
                    || e.isAltDown()
                    || e.isMetaDown()
                    || e.getText().length() != 1) {
                return false;
            }
            char upper = upper(e);
            return upper >= '@' && upper <= '_' && !(Character.isLetter(upper) && e.isShiftDown());
        }

        @Override
        public boolean actionPerformed(KeyEvent e) {
            if (e != null) {
                type(String.valueOf((char) (upper(e) & 0x1f)));
            }
            return true;
        }

        private static char upper(KeyEvent e) {
            return Character.toUpperCase(e.getText().charAt(0));
        }
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
