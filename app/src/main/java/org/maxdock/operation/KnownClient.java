package org.maxdock.operation;

import java.util.Optional;
import org.maxdock.engine.HostClient;
import org.maxdock.text.Trouble;

/** What the docker command of the connected server can build with, asked once for each connection. */
final class KnownClient {

    private final Connection connection;
    private Optional<Known> known = Optional.empty();

    private record Known(long connection, HostClient client) {}

    KnownClient(Connection connection) {
        this.connection = connection;
    }

    /** Empty where there is no server, or it does not say now: it says when something is built. */
    synchronized Optional<HostClient> asked() {
        Optional<ConnectionState.Connected> now = connection.state().connected();
        if (now.isEmpty()) {
            return Optional.empty();
        }
        long number = now.get().number();
        if (known.filter(k -> k.connection() == number).isEmpty()) {
            try {
                known = Optional.of(
                        new Known(number, connection.server().images().client()));
            } catch (Trouble e) {
                System.getLogger(KnownClient.class.getName()).log(System.Logger.Level.DEBUG, "not known", e);
                return Optional.empty();
            }
        }
        return known.map(Known::client);
    }
}
