package org.maxdock.engine;

/**
 * One report of a long action of the engine.
 *
 * @param id what it is about (a layer, say); empty where it is about the whole
 * @param text what is said, line breaks included; may hold several lines or none, and a line may come in pieces
 * @param current bytes done, and of how many in {@code total}; 0 where unknown
 */
public record Progress(String id, String text, long current, long total) {

    /** Whoever wants to know. Called on a thread of the engine's. */
    public interface Listener {
        void report(Progress progress);

        static Listener none() {
            return p -> {};
        }
    }
}
