package org.maxdock.ui.terminals;

import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.maxdock.ui.shared.Background;

/**
 * What was marked last, in whichever program, as X has it beside the clipboard (ICCCM, PRIMARY); where there is no such
 * thing nothing is. Its owner is asked, who may be slow, and may be this window: never on its thread.
 */
public final class MarkedText {

    private final Background background;

    public MarkedText(Background background) {
        this.background = background;
    }

    private static Optional<Clipboard> selection() {
        return GraphicsEnvironment.isHeadless()
                ? Optional.empty()
                : Optional.ofNullable(Toolkit.getDefaultToolkit().getSystemSelection());
    }

    void set(String text) {
        background.quietly(a -> selection().ifPresent(of -> of.setContents(new StringSelection(text), null)), () -> {});
    }

    /** @param then is given it on the window's thread, where there is any */
    void ask(Consumer<String> then) {
        background.glance(a -> text(), found -> found.ifPresent(then));
    }

    private static Optional<String> text() {
        try {
            Optional<Clipboard> from = selection();
            return from.isPresent() && from.get().isDataFlavorAvailable(DataFlavor.stringFlavor)
                    ? Optional.of((String) from.get().getData(DataFlavor.stringFlavor))
                    : Optional.empty();
        } catch (UnsupportedFlavorException | IOException | IllegalStateException e) { // it was marked no more
            System.getLogger(MarkedText.class.getName()).log(System.Logger.Level.DEBUG, "nothing marked", e);
            return Optional.empty();
        }
    }
}
