package org.maxdock.launch;

import java.util.Arrays;
import java.util.Optional;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * What kind of work a launch is, and what belongs to that kind.
 *
 * @param port where sshd (MPI) or the application (Jupyter, web) listens on the node; 0 for 2022 (as the site's
 *     dockercluster) or any free one
 * @param ranks of an MPI job, on each node; 0 for one on each core of whole nodes
 * @param array of a batch job, such as 1-10%2 (sbatch(1), --array); empty for none
 * @param cluster name of its containers, where they are a virtual cluster, and a job has several; empty for the site's
 *     own, docker_$SLURM_JOB_ID
 * @param network that MPI's ranks talk over, an interface or such as 10.1.0.0/16; empty for the one that the nodes'
 *     names are on
 */
public record Work(Kind kind, int port, int ranks, String array, String network, String cluster) {

    public static final Work SHELL = of(Kind.SHELL);

    /** The kinds. */
    public enum Kind {
        SHELL,
        COMMAND,
        BATCH,
        MPI,
        JUPYTER,
        WEB,
        X11;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Whether the work is an application on a port, to be opened in a browser. */
        public boolean serves() {
            return this == JUPYTER || this == WEB;
        }

        public static Optional<Kind> of(String word) {
            return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
        }
    }

    public Work {
        array = array == null ? "" : array;
        network = network == null ? "" : network;
        cluster = cluster == null ? "" : cluster;
    }

    public Work(Kind kind, int port, int ranks, String array, String network) {
        this(kind, port, ranks, array, network, "");
    }

    public static Work of(Kind kind) {
        return new Work(kind, 0, 0, "", "");
    }

    public Work withPort(int number) {
        return new Work(kind, number, ranks, array, network, cluster);
    }

    public Work withRanks(int number) {
        return new Work(kind, port, number, array, network, cluster);
    }

    public Work withCluster(String name) {
        return new Work(kind, port, ranks, array, network, name);
    }

    /** @throws Trouble where one is not what it is meant to be */
    public Work checked() throws Trouble {
        if (port != 0 && (port < 1024 || port > 65535)) {
            throw new Trouble(TroubleKind.BAD_ARGUMENT, "--port", port);
        }
        if (ranks < 0) {
            throw new Trouble(TroubleKind.BAD_ARGUMENT, "--ranks", ranks);
        }
        if (!array.matches("([0-9][0-9,:-]*(%\\d+)?)?")) {
            throw new Trouble(TroubleKind.BAD_ARGUMENT, "--array", array);
        }
        if (!network.matches("[A-Za-z0-9._/,:-]*")) {
            throw new Trouble(TroubleKind.BAD_ARGUMENT, "--network", network);
        }
        if (!cluster.matches("([a-zA-Z0-9][a-zA-Z0-9_.-]+)?")) { // as Docker names containers
            throw new Trouble(TroubleKind.BAD_ARGUMENT, "--cluster-name", cluster);
        }
        return this;
    }
}
