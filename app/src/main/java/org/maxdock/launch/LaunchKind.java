package org.maxdock.launch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Valid;

/** What kind of work a launch is, each with what belongs to it alone. */
public sealed interface LaunchKind {

    /** What the kinds are called, in files, commands and bundles. */
    enum Name {
        SHELL,
        COMMAND,
        BATCH,
        MPI,
        JUPYTER,
        WEB,
        X11;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Name> of(String word) {
            return Arrays.stream(values()).filter(n -> n.word().equals(word)).findFirst();
        }

        /** The kind, with nothing said beside. */
        public LaunchKind plain() {
            return switch (this) {
                case SHELL -> Shell.PLAIN;
                case COMMAND -> new Command(VirtualCluster.SITES);
                case BATCH -> new Batch("", VirtualCluster.SITES);
                case MPI -> new Mpi(0, "", VirtualCluster.SITES);
                case JUPYTER -> new Jupyter(0);
                case WEB -> new Web(0);
                case X11 -> new X11();
            };
        }
    }

    /** A kind that may be done in a virtual cluster. */
    sealed interface Clustered extends LaunchKind {

        /** Counts where the containers are one. */
        VirtualCluster cluster();
    }

    /** A kind that is an application on a port, to be opened in a browser. */
    sealed interface Serving extends LaunchKind {

        /** Where it listens on the node; 0 for any that is free. */
        int port();
    }

    /** Somebody at a terminal. */
    record Shell(VirtualCluster cluster) implements Clustered {

        public static final Shell PLAIN = new Shell(VirtualCluster.SITES);

        public Shell {
            cluster = cluster == null ? VirtualCluster.SITES : cluster;
        }
    }

    /** A command whose output is looked at. */
    record Command(VirtualCluster cluster) implements Clustered {

        public Command {
            cluster = cluster == null ? VirtualCluster.SITES : cluster;
        }
    }

    /**
     * A job for the queue.
     *
     * @param array its tasks, such as 1-10%2 (sbatch(1), --array); empty for one job
     */
    record Batch(String array, VirtualCluster cluster) implements Clustered {

        private static final Pattern ARRAY = Pattern.compile("(?:[0-9][0-9,:-]*(?:%[0-9]{1,9})?)?");
        private static final int LONGEST = 2_000;

        /** @throws InvalidValue where the array is none */
        public Batch {
            array = Valid.matching("--array", array, ARRAY, LONGEST);
            cluster = cluster == null ? VirtualCluster.SITES : cluster;
        }
    }

    /**
     * mpirun over the nodes, in a virtual cluster.
     *
     * @param ranks on each node; 0 for one on each core of whole nodes
     * @param network that they talk over, an interface or such as 10.1.0.0/16; empty for the one that the nodes' names
     *     are on
     */
    record Mpi(int ranks, String network, VirtualCluster cluster) implements Clustered {

        private static final Pattern NETWORK = Pattern.compile("[A-Za-z0-9._/,:-]*");
        private static final int LONGEST = 200;
        private static final int MOST = 100_000;

        /** @throws InvalidValue where the network is none, or the ranks are none */
        public Mpi {
            ranks = Valid.number("--ranks", ranks, 0, MOST);
            network = Valid.matching("--network", network, NETWORK, LONGEST);
            cluster = cluster == null ? VirtualCluster.SITES : cluster;
        }
    }

    /** A Jupyter, whose token only its user gets. */
    record Jupyter(int port) implements Serving {

        /** @throws InvalidValue where the port is none for users */
        public Jupyter {
            port = Ports.checked(port);
        }
    }

    /** Any other application on a port, which it is told as $PORT. */
    record Web(int port) implements Serving {

        /** @throws InvalidValue where the port is none for users */
        public Web {
            port = Ports.checked(port);
        }
    }

    /** A program with windows of its own. */
    record X11() implements LaunchKind {}

    default Name name() {
        return switch (this) {
            case Shell kind -> Name.SHELL;
            case Command kind -> Name.COMMAND;
            case Batch kind -> Name.BATCH;
            case Mpi kind -> Name.MPI;
            case Jupyter kind -> Name.JUPYTER;
            case Web kind -> Name.WEB;
            case X11 kind -> Name.X11;
        };
    }

    /** Whether it is an application, to be opened in a browser. */
    default boolean serves() {
        return this instanceof Serving;
    }

    /** The cluster's own, where it is done in one. */
    default VirtualCluster clusterIfAny() {
        return this instanceof Clustered kind ? kind.cluster() : VirtualCluster.SITES;
    }
}
