package org.maxdock.engine;

/** Where an engine listens, as its host's login environment names it. */
public sealed interface Endpoint {

    /** A Unix socket of the host. */
    record Unix(String path) implements Endpoint {
        @Override
        public String toString() {
            return "unix://" + path;
        }
    }

    /** A TCP port, in clear. */
    record Tcp(String address, int port) implements Endpoint {
        @Override
        public String toString() {
            return "tcp://" + address + ":" + port;
        }
    }

    /** A TCP port with TLS and the user's client certificate, both as PEM. */
    record Tls(String address, int port, String ca, String certificate, String key) implements Endpoint {
        /** Says nothing of the key. */
        @Override
        public String toString() {
            return "tcp://" + address + ":" + port + " (TLS)";
        }
    }
}
