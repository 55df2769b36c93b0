package org.maxdock.engine;

import org.maxdock.text.Trouble;

/** Keeps the first failure that a stream of reports tells of: the stream itself ends as if all were well. */
final class Failure {

    private volatile String message;

    void set(String text) {
        if (message == null && text != null) {
            message = text;
        }
    }

    void raise() throws Trouble {
        if (message != null) {
            throw EngineTrouble.ofMessage(null, message);
        }
    }
}
