package org.maxdock.engine;

/** Where an engine listens, as its host's login environment names it. */
public sealed interface Endpoint {

    /** As DOCKER_HOST has it. */
    String dockerHost();

    /** A Unix socket of the host. */
    record Unix(String path) implements Endpoint {
        @Override
        public String dockerHost() {
            return "unix://" + path;
        }

        @Override
        public String toString() {
            return dockerHost();
        }
    }

    /** A TCP port, in clear. */
    record Tcp(String address, int port) implements Endpoint {
        @Override
        public String dockerHost() {
            return "tcp://" + address + ":" + port;
        }

        @Override
        public String toString() {
            return dockerHost();
        }
    }

    /** A TCP port with TLS and the user's client certificate, both as PEM. */
    record Tls(String address, int port, String ca, String certificate, String key) implements Endpoint {
        @Override
        public String dockerHost() {
            return "tcp://" + address + ":" + port;
        }

        /** Says nothing of the key. */
        @Override
        public String toString() {
            return dockerHost() + " (TLS)";
        }
    }
}
