package org.maxdock.operation;

import java.io.IOException;
import java.io.OutputStream;
import org.maxdock.text.Trouble;

/** Files of the connected server. */
public final class ServerFiles {

    private final Connection connection;

    public ServerFiles(Connection connection) {
        this.connection = connection;
    }

    /** The bytes of a file. */
    public byte[] read(String path) throws Trouble {
        return connection.server().files().read(path);
    }

    /**
     * Passes the bytes of a file on as they come, however many they are.
     *
     * @throws IOException where they are not taken
     */
    public void copy(String path, OutputStream to) throws Trouble, IOException {
        connection.server().files().copy(path, to);
    }

    /** The bytes of a file in a folder that must be there; none where the folder has no such file. */
    public byte[] readIfAny(String folder, String name) throws Trouble {
        return connection.server().files().readIfAny(folder, name);
    }
}
