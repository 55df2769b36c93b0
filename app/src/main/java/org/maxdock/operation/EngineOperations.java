package org.maxdock.operation;

import org.maxdock.engine.EngineInfo;
import org.maxdock.text.Trouble;

/** The engine that is worked with: what it is, and where it listens. */
public final class EngineOperations {

    private final Connection connection;

    public EngineOperations(Connection connection) {
        this.connection = connection;
    }

    public EngineInfo info() throws Trouble {
        return connection.server().engine().info();
    }

    /** Where the one is that is worked with. */
    public EngineWhere where() throws Trouble {
        return connection.server().engineWhere();
    }

    /** Where it listens, as docker names it: unix:///run/docker.sock, tcp://localhost:2376. */
    public String endpoint() throws Trouble {
        return connection.server().engine().endpoint().toString();
    }
}
