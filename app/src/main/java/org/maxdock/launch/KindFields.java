package org.maxdock.launch;

/**
 * What belongs to the kinds of launch, side by side, as files, options and forms have it. A kind takes what is its own;
 * for the others, each field is 0 or empty.
 */
public record KindFields(int port, int ranks, String array, String network, String cluster) {

    public KindFields {
        array = array == null ? "" : array;
        network = network == null ? "" : network;
        cluster = cluster == null ? "" : cluster;
    }

    /** Those of a kind. */
    public static KindFields of(LaunchKind kind) {
        VirtualCluster cluster = kind.clusterIfAny();
        return new KindFields(
                kind instanceof LaunchKind.Serving serving ? serving.port() : cluster.port(),
                kind instanceof LaunchKind.Mpi mpi ? mpi.ranks() : 0,
                kind instanceof LaunchKind.Batch batch ? batch.array() : "",
                kind instanceof LaunchKind.Mpi mpi ? mpi.network() : "",
                cluster.name());
    }

    /**
     * The kind of that name, with what is its own.
     *
     * @throws org.maxdock.text.InvalidValue where that is not what it is meant to be
     */
    public LaunchKind of(LaunchKind.Name name) {
        return switch (name) {
            case SHELL -> new LaunchKind.Shell(virtualCluster());
            case COMMAND -> new LaunchKind.Command(virtualCluster());
            case BATCH -> new LaunchKind.Batch(array, virtualCluster());
            case MPI -> new LaunchKind.Mpi(ranks, network, virtualCluster());
            case JUPYTER -> new LaunchKind.Jupyter(port);
            case WEB -> new LaunchKind.Web(port);
            case X11 -> new LaunchKind.X11();
        };
    }

    private VirtualCluster virtualCluster() {
        return new VirtualCluster(cluster, port);
    }
}
