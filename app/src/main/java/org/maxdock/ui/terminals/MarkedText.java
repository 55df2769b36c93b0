package org.maxdock.ui.terminals;

import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.maxdock.ui.shared.Background;

/**
 * What was marked last, in whichever program, as X has it beside the clipboard (ICCCM, PRIMARY); where there is no such
 * thing, what was marked here. Its owner is asked, who may be slow, and may be this window: never on its thread.
 */
public final class MarkedText {

    private final Background background;
    private final ReentrantLock telling = new ReentrantLock();
    private volatile String latest = "";

    public MarkedText(Background background) {
        this.background = background;
    }

    private static Optional<Clipboard> selection() {
        return GraphicsEnvironment.isHeadless()
                ? Optional.empty()
                : Optional.ofNullable(Toolkit.getDefaultToolkit().getSystemSelection());
    }

    /** While something is being marked it is told again and again: what is told last counts. */
    void set(String text) {
        latest = text;
        background.glance(
                a -> {
                    tell();
                    return text;
                },
                done -> {});
    }

    private void tell() {
        telling.lock();
        try {
            selection().ifPresent(of -> of.setContents(new StringSelection(latest), null));
        } catch (IllegalStateException e) { // another program is at it just now
            System.getLogger(MarkedText.class.getName()).log(System.Logger.Level.DEBUG, "not told", e);
        } finally {
            telling.unlock();
        }
    }

    /** @param then is given it on the window's thread, where there is any */
    void ask(Consumer<String> then) {
        background.glance(a -> text(), found -> found.ifPresent(then));
    }

    private Optional<String> text() {
        try {
            Optional<Clipboard> from = selection();
            if (from.isEmpty()) {
                return Optional.of(latest).filter(text -> !text.isEmpty());
            }
            return from.get().isDataFlavorAvailable(DataFlavor.stringFlavor)
                    ? Optional.of((String) from.get().getData(DataFlavor.stringFlavor))
                    : Optional.empty();
        } catch (UnsupportedFlavorException | IOException | IllegalStateException e) { // it was marked no more
            System.getLogger(MarkedText.class.getName()).log(System.Logger.Level.DEBUG, "nothing marked", e);
            return Optional.empty();
        }
    }
}
