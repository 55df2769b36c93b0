package org.maxdock.engine;

import java.util.Optional;
import org.maxdock.text.Message;
import org.maxdock.text.Texts;

/**
 * One report of a long action of the engine.
 *
 * @param id what it is about (a layer, say); empty where it is about the whole
 * @param text what is said, line breaks included; may hold several lines or none, and a line may come in pieces
 * @param note what MaxDock itself says of it, in place of a text
 * @param current bytes done, and of how many in {@code total}; 0 where unknown
 */
public record Progress(String id, String text, Optional<Message> note, long current, long total) {

    /** What the engine says. */
    public Progress(String id, String text, long current, long total) {
        this(id, text, Optional.empty(), current, total);
    }

    /** What MaxDock says of the whole: it becomes a line of the log. */
    public static Progress of(Message note) {
        return new Progress("", "", Optional.of(note), 0, 0);
    }

    /** The same, with what MaxDock says of it as a text. */
    public Progress said(Texts texts) {
        return note.isEmpty() ? this : new Progress(id, "# " + texts.get(note.get()) + "\n", current, total);
    }

    /** Whoever wants to know. Called on a thread of the engine's. */
    public interface Listener {
        void report(Progress progress);

        static Listener none() {
            return p -> {};
        }
    }
}
