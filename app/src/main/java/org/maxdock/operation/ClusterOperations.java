package org.maxdock.operation;

import java.util.Map;
import java.util.Optional;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.Node;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partition;
import org.maxdock.slurm.Records;
import org.maxdock.text.Trouble;

/** The cluster: its partitions and nodes. */
public final class ClusterOperations {

    private final Connection connection;

    public ClusterOperations(Connection connection) {
        this.connection = connection;
    }

    /** SLURM's version; empty where the server has no SLURM commands. */
    public Optional<String> version() throws Trouble {
        return connection.server().slurm().version();
    }

    public Records<Partition> partitions() throws Trouble {
        return connection.server().slurm().partitions();
    }

    /** The nodes of all partitions, each once for each partition it is in. */
    public Records<Node> nodes() throws Trouble {
        return connection.server().slurm().nodes();
    }

    /** Everything that SLURM tells of a node, by the names of scontrol(1). */
    public Map<String, String> node(NodeName name) throws Trouble {
        return connection.server().slurm().node(name);
    }

    public Records<Job> jobsOn(NodeName node) throws Trouble {
        return connection.server().slurm().jobsOn(node);
    }
}
