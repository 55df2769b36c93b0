package org.maxdock.node;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.maxdock.engine.EngineTrouble;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.host.shell.QuietLogin;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partitions;
import org.maxdock.slurm.SlurmRefusal;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Runs a short script on nodes, once on each, in one job step for all of them. */
public final class NodeSteps {

    /** Name of the short jobs in which images are looked at on nodes, or brought to them. */
    public static final String ERRAND = "maxdock-images";

    /** Exit status by which a script says that its node has no engine for the user. */
    static final int NO_ENGINE = 4;

    /** Exit status by which a script says that a saved image is not the recorded file. */
    static final int CHANGED = 9;

    private static final int NO_SRUN = 127;
    private static final int MINUTES = 10;

    private final Host host;
    private final int minutes;

    public NodeSteps(Host host) {
        this(host, MINUTES);
    }

    /** @param minutes how long a script may take */
    NodeSteps(Host host, int minutes) {
        this.host = host;
        this.minutes = minutes;
    }

    /**
     * What the script wrote, of all nodes, in no order.
     *
     * @param nodes empty for any one
     * @param partition where the nodes are; empty for SLURM's default
     * @throws Trouble when the nodes cannot be had within a minute, the script failed on one, or this was cancelled
     */
    public String run(
            List<NodeName> nodes,
            Partitions partition,
            String script,
            List<String> arguments,
            Cancellation cancellation)
            throws Trouble {
        String names = nodes.stream().map(NodeName::text).collect(Collectors.joining(","));
        List<String> words = new ArrayList<>(List.of(
                "srun",
                "--quiet",
                "--immediate=60",
                "--time=" + minutes,
                "--time-min=" + Math.min(minutes, MINUTES), // less, where the partition gives no more
                "--job-name=" + ERRAND,
                "--nodes=" + Math.max(1, nodes.size()),
                "--ntasks-per-node=1"));
        if (!nodes.isEmpty()) {
            words.add("--nodelist=" + names);
        }
        if (!partition.isDefault()) {
            words.add("--partition=" + partition);
        }
        words.addAll(QuietLogin.words(script, arguments));
        Output output = SrunErrors.told(CancellableOutput.run(host, Command.of(words), cancellation));
        if (output.ok()) {
            return output.text();
        }
        throw switch (output.status()) {
            case NO_ENGINE ->
                new Trouble(
                        TroubleKind.NO_ENGINE_ON_NODE,
                        nodes.isEmpty() ? partition : names.replace(",", ", "),
                        output.lastError());
            case CHANGED -> new Trouble(TroubleKind.TARBALL_CHANGED, arguments.get(2));
            case NO_SRUN -> SlurmRefusal.of(output, host.name());
            default ->
                output.lastError().matches("(?s)(?:srun|slurmstepd|slurm): .*")
                        ? SlurmRefusal.of(output, host.name())
                        : EngineTrouble.ofMessage(null, output.lastError());
        };
    }
}
