package org.maxdock.operation;

import java.util.List;
import java.util.function.Consumer;
import org.maxdock.engine.ContainerAction;
import org.maxdock.engine.ContainerControl;
import org.maxdock.engine.ContainerSummary;
import org.maxdock.engine.ContainerUsage;
import org.maxdock.engine.EngineEvent;
import org.maxdock.engine.LogChoice;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Running;
import org.maxdock.host.Terminal;
import org.maxdock.text.Trouble;

/** The containers of the connected server's engine. */
public final class ContainerOperations {

    private final Connection connection;

    public ContainerOperations(Connection connection) {
        this.connection = connection;
    }

    private ContainerControl control() throws Trouble {
        return connection.server().engine().control();
    }

    /** Each, whosoever it is; whose it is says the engine's host, and no label. */
    public List<ContainerSummary> list() throws Trouble {
        return connection.server().containerOwners().of(control().list());
    }

    public void act(String id, ContainerAction action) throws Trouble {
        control().act(id, action);
    }

    /** @param force whether a container that runs is removed, too */
    public void act(String id, ContainerAction action, boolean force) throws Trouble {
        control().act(id, action, force);
    }

    public void rename(String id, String name) throws Trouble {
        control().rename(id, name);
    }

    /** Makes an image of a container as it is now; returns its ID. */
    public String commit(String id, String image) throws Trouble {
        return control().commit(id, image);
    }

    public String inspect(String id) throws Trouble {
        return control().inspect(id);
    }

    /** The table of its processes; the first line is the head. */
    public List<List<String>> processes(String id) throws Trouble {
        return control().processes(id);
    }

    public ContainerUsage usage(String id) throws Trouble {
        return control().usage(id);
    }

    /** Tells what happens in the engine until it is cancelled, or the engine ends it. */
    public void events(Consumer<EngineEvent> listener, Cancellation cancellation) throws Trouble {
        connection.server().engine().containers().events(listener, cancellation);
    }

    /** What it writes, as it goes on; to be closed. */
    public Running logs(String id) throws Trouble {
        return logs(id, LogChoice.ALL);
    }

    /** What of it is wanted; to be closed. */
    public Running logs(String id, LogChoice choice) throws Trouble {
        return connection.server().containerPaths().logs(id, choice);
    }

    public Terminal logs(String id, int columns, int rows) throws Trouble {
        return connection.server().containerPaths().logs(id, columns, rows);
    }

    public void saveLog(String id, String path, Cancellation cancellation) throws Trouble {
        connection.server().containerPaths().saveLog(id, path, cancellation);
    }

    public Terminal shell(String id, int columns, int rows) throws Trouble {
        return connection.server().containerPaths().shell(id, columns, rows);
    }

    /** A command line in it, for its shell. */
    public Terminal run(String id, String line, int columns, int rows) throws Trouble {
        return connection.server().containerPaths().run(id, line, columns, rows);
    }

    /**
     * The same without a terminal: its output and errors are the command's own; to be closed.
     *
     * @param reads whether its input is, too
     */
    public Running run(String id, String line, boolean reads) throws Trouble {
        return connection.server().containerPaths().run(id, line, reads);
    }

    /** A shell in an image, in a container that is gone with it. */
    public Terminal shellIn(String image, int columns, int rows) throws Trouble {
        return connection.server().containerPaths().shellIn(image, columns, rows);
    }

    public void copyOut(String id, String path, String to, Cancellation cancellation) throws Trouble {
        connection.server().containerPaths().copyOut(id, path, to, cancellation);
    }

    public void copyIn(String id, String from, String to, Cancellation cancellation) throws Trouble {
        connection.server().containerPaths().copyIn(id, from, to, cancellation);
    }
}
