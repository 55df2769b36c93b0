package org.maxdock.launch;

/**
 * An application of a launch that answers on a port of a node.
 *
 * @param token what lets its user in; empty where it has none
 */
public record ServedPort(String node, int port, String token) {

    /** The path that opens it in a browser. */
    public String path() {
        return token.isEmpty() ? "/" : "/?token=" + token;
    }

    @Override
    public String toString() {
        return node + ":" + port; // the token is in no log
    }
}
