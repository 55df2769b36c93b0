package org.maxdock.ui.launch;

import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.RunMode;

/** What a user types of a launch, each as one text. */
public enum DraftField {
    NAME("name"),
    IMAGE("image"),
    COMMAND("command"),
    DIRECTORY("workdir"),
    PORT("port"),
    RANKS("ranks"),
    NETWORK("network"),
    ARRAY("array"),
    CLUSTER("cluster"),
    NODES("nodes"),
    TIME("time"),
    SIGNED_BY("signed-by"),
    ENVIRONMENT("environment"),
    SHARED_MEMORY("shm"),
    ULIMITS("ulimits"),
    GPUS("gpus"),
    PUBLISH("publish"),
    DOCKER_OPTIONS("docker-args"),
    SITE_OPTIONS("site-args"),
    CPUS("cpus-per-task"),
    MEMORY("mem"),
    GRES("gres"),
    CONSTRAINT("constraint"),
    ACCOUNT("account"),
    RESERVATION("reservation"),
    NODE_LIST("nodelist"),
    BEGIN("begin"),
    DEPENDENCY("dependency"),
    MAIL("mail-user"),
    SLURM_OPTIONS("slurm-args");

    private final String word;

    DraftField(String word) {
        this.word = word;
    }

    /** For bundles and programs; of an option of SLURM's, its name there. */
    public String word() {
        return word;
    }

    /** The key of its caption. */
    public String caption() {
        return (isSlurmOption() ? "ui.slurm." : "ui.launch.") + word;
    }

    /** Whether it is one option of salloc and sbatch, by the name of that. */
    public boolean isSlurmOption() {
        return compareTo(CPUS) >= 0 && this != SLURM_OPTIONS;
    }

    /** Whether it counts: not every kind of launch has ports, and only an allocation has nodes. */
    public boolean isAsked(LaunchKind.Name kind, RunMode mode, PlaceChoice place) {
        return switch (this) {
            case PORT -> serves(kind) || isCluster(kind, mode);
            case CLUSTER -> isCluster(kind, mode);
            case RANKS, NETWORK -> kind == LaunchKind.Name.MPI;
            case ARRAY -> kind == LaunchKind.Name.BATCH;
            case NODES,
                    TIME,
                    CPUS,
                    MEMORY,
                    GRES,
                    CONSTRAINT,
                    ACCOUNT,
                    RESERVATION,
                    NODE_LIST,
                    BEGIN,
                    DEPENDENCY,
                    MAIL,
                    SLURM_OPTIONS -> place.allocates();
            default -> true;
        };
    }

    private static boolean serves(LaunchKind.Name kind) {
        return kind == LaunchKind.Name.JUPYTER || kind == LaunchKind.Name.WEB;
    }

    /** A virtual cluster has a name and a port of its own, whatever is done in it. */
    static boolean isCluster(LaunchKind.Name kind, RunMode mode) {
        boolean can = !serves(kind) && kind != LaunchKind.Name.X11;
        return kind == LaunchKind.Name.MPI || can && mode == RunMode.DOCKERCLUSTER;
    }
}
