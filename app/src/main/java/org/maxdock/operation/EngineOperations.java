package org.maxdock.operation;

import org.maxdock.engine.EngineInfo;
import org.maxdock.text.Trouble;

/** The connected server's engine: what it is, and where it listens. */
public final class EngineOperations {

    private final Connection connection;

    public EngineOperations(Connection connection) {
        this.connection = connection;
    }

    public EngineInfo info() throws Trouble {
        return connection.server().engine().info();
    }

    /** Where it listens, as docker names it: unix:///run/docker.sock, tcp://localhost:2376. */
    public String endpoint() throws Trouble {
        return connection.server().engine().endpoint().toString();
    }
}
