package org.maxdock.mount;

import org.maxdock.text.Message;

/**
 * What to know of a mapping that the engine accepts.
 *
 * @param warning whether it will hardly be what the user wants
 */
public record Note(Message text, boolean warning) {

    static Note warning(String key, Object... arguments) {
        return new Note(Message.of(key, arguments), true);
    }

    static Note info(String key, Object... arguments) {
        return new Note(Message.of(key, arguments), false);
    }
}
