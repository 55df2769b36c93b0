package org.maxdock.operation;

/**
 * Who the user is on a server.
 *
 * @param host the server's own name for itself
 */
public record Account(String user, String host) {

    @Override
    public String toString() {
        return user + "@" + host;
    }
}
