package org.maxdock.ui.shared;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.maxdock.text.Texts;

/**
 * What was there when the user was asked something, for who acts by the answer: while a question stands, a node may be
 * taken back or another server be connected, and what was said of the one is not meant for the other. Where there is no
 * connection any more, the act itself says so. On the window's thread.
 */
public final class StillThere {

    private final ConnectionModel connection;
    private final Consumer<String> tell;
    private final Texts texts;

    /** @param tell says a line that soon passes */
    public StillThere(ConnectionModel connection, Consumer<String> tell, Texts texts) {
        this.connection = connection;
        this.tell = tell;
        this.texts = texts;
    }

    /** To be taken before the question: whether the engine is still the same one; where it is not, that is told. */
    public BooleanSupplier engine() {
        return same(connection::number, "ui.images.engine-changed");
    }

    /** To be taken before the question: whether the server is still the same one; where it is not, that is told. */
    public BooleanSupplier server() {
        return same(connection::link, "ui.server-changed");
    }

    private BooleanSupplier same(LongSupplier which, String otherwise) {
        long before = which.getAsLong();
        return () -> {
            long now = which.getAsLong();
            boolean same = now == before || now == 0;
            if (!same) {
                tell.accept(texts.get(otherwise));
            }
            return same;
        };
    }
}
