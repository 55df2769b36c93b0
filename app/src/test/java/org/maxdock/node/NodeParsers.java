package org.maxdock.node;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.maxdock.fuzz.Fuzzed;
import org.maxdock.mount.Mapping;
import org.maxdock.slurm.JobUsage;
import org.maxdock.slurm.NodeName;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** The readers of this room that get what others wrote. */
public final class NodeParsers {

    private static final NodeName NODE = NodeName.read("n1").orElseThrow();

    private NodeParsers() {}

    public static List<Fuzzed> all() {
        String objection =
                Base64.getEncoder().encodeToString("Error response from daemon: no".getBytes(StandardCharsets.UTF_8));
        return List.of(
                Fuzzed.text(
                        "why a node answers no more",
                        text -> NodeHost.isOver(new Trouble(TroubleKind.ENGINE_REFUSED, text)),
                        "srun: error: Slurm job 7 has expired.",
                        "slurmstepd: error: *** STEP 7.0 ON n1 CANCELLED AT 2026-01-01T00:00:00 ***"),
                Fuzzed.text(
                        "what nodes say of mounts",
                        text -> NodeMounts.parse(text, List.of(new Mapping("/a", "/b", false))),
                        "n1 0 yes " + objection + "\nn2 0 no ?\n"),
                Fuzzed.text(
                        "what nodes say of images",
                        text -> NodeVerifier.parse(text, List.of(NODE), List.of()),
                        "n1 all "),
                Fuzzed.text(
                        "what was noted of containers",
                        text -> UsageNotes.counted(
                                JobUsage.UNKNOWN, text.lines().toList()),
                        "used 104857600 1500000000 0\nused 7 8 1\n"),
                Fuzzed.text(
                        "whose a host says containers are",
                        text -> ContainerOwners.told(text, List.of()),
                        "a".repeat(64) + " me 9\n"),
                Fuzzed.text(
                        "what nodes say of containers",
                        text -> ContainerUsage.counted(
                                JobUsage.UNKNOWN, text.lines().toList()),
                        "used 104857600 1500000000\n"));
    }
}
