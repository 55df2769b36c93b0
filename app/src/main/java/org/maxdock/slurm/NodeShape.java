package org.maxdock.slurm;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a node has, whatever it is doing.
 *
 * @param memory in MB
 * @param gres generic resources as sinfo writes them, such as gpu:a100:4(S:0-1)
 * @param up whether SLURM starts jobs there: neither down, drained, reserved nor failing
 */
public record NodeShape(
        NodeName name, PartitionName partition, long cpus, long memory, String features, String gres, boolean up) {

    private static final Set<String> UP =
            Set.of("idle", "mixed", "allocated", "planned", "powering_up", "powered_down");

    /** @param state in SLURM's words, with its flags (sinfo(1), NODE STATE CODES): * is one that does not answer */
    static boolean isUp(String state) {
        return UP.contains(state.replaceAll("[~#+-]$", ""));
    }

    public boolean hasFeature(String feature) {
        return Arrays.asList(features.split(",")).contains(feature);
    }

    /** Whether it has some generic resource, such as gpu. */
    public boolean hasGres(String kind) {
        return Arrays.stream(gres.split(","))
                .map(g -> g.replaceFirst("[:(].*", ""))
                .collect(Collectors.toSet())
                .contains(kind);
    }

    /** Whether it has as many of a generic resource, in use or not. */
    public boolean hasGres(GenericResource wanted) {
        return wanted.isIn(GenericResource.ofNode(gres));
    }
}
