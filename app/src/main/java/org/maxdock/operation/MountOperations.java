package org.maxdock.operation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maxdock.host.Cancellation;
import org.maxdock.host.HostFiles;
import org.maxdock.host.StartFolder;
import org.maxdock.launch.RunMode;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.Mapping;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partitions;
import org.maxdock.text.Trouble;

/** What will become of mappings on the connected server and on nodes, and the folders that can be mapped. */
public final class MountOperations {

    private final Connection connection;

    public MountOperations(Connection connection) {
        this.connection = connection;
    }

    /**
     * What the engine will say, by what the host tells.
     *
     * @param imageFolders the image's own folders, as far as they are known
     */
    public List<CheckedMapping> predict(List<Mapping> plan, RunMode mode, Set<String> imageFolders) throws Trouble {
        Server server = connection.server();
        return server.mounts().predict(plan, server.circumstances(mode).withImage(imageFolders));
    }

    /** What the engine says, asked without making anything. */
    public List<CheckedMapping> ask(List<Mapping> plan, RunMode mode) throws Trouble {
        Server server = connection.server();
        return server.mounts().ask(plan, server.circumstances(mode), server.engine());
    }

    /**
     * What the engines of nodes say, in one job step for all nodes.
     *
     * @param nodes names; empty for any one of the partition
     */
    public Map<NodeName, List<CheckedMapping>> askNodes(
            List<Mapping> plan, RunMode mode, List<NodeName> nodes, Partitions partition, Cancellation cancellation)
            throws Trouble {
        Server server = connection.server();
        return server.nodeMounts()
                .ask(server.mounts().predict(plan, server.circumstances(mode)), nodes, partition, cancellation);
    }

    /** Where people of the site start from, as far as it is there and can be entered. */
    public List<StartFolder> startFolders() throws Trouble {
        Server server = connection.server();
        return server.files().places(server.site().placesOf(server.environment().user()));
    }

    /** The beamtimes that the user may read, latest changed first. */
    public List<String> beamtimes(int limit) throws Trouble {
        Server server = connection.server();
        return server.files().readableFolders(server.site().beamtimes(), limit);
    }

    /** The folders in a folder of the server, {@code count} of them after the first {@code skip}. */
    public HostFiles.Page folders(String folder, int skip, int count) throws Trouble {
        return connection.server().files().folders(folder, skip, count);
    }

    /** Makes a folder of the server that is to be mapped, and those above it that lack. */
    public void create(String folder) throws Trouble {
        connection.server().files().makeFolder(folder);
    }

    /** The name that the server is known by here; {@code local} for this machine. */
    public String hostName() throws Trouble {
        return connection.server().host().name();
    }

    /** The variables of the user's login shell, which pasted lines may name. */
    public Map<String, String> variables() throws Trouble {
        return connection.server().environment().variables();
    }
}
