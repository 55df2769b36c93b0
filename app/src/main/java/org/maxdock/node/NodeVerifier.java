package org.maxdock.node;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Host;
import org.maxdock.image.identity.Comparison;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.IdentityText;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partitions;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/** Holds what nodes have in their caches against the records, in one job step for all nodes and all images. */
public final class NodeVerifier {

    /**
     * Lines "NODE all BASE64": what inspect printed of all images, one after the other. Where one is missing, instead,
     * lines "NODE INDEX BASE64" for each: what inspect printed of it, or nothing. The lines are short, since srun mixes
     * the long ones of several nodes.
     */
    private static final String ON_NODE = """
            format=$1; shift; i=0
            say() { base64 -w 400 | sed "s/^/$SLURMD_NODENAME $1 /"; echo "$SLURMD_NODENAME $1 "; }
            if all=$(timeout 60 docker image inspect --format "$format" -- "$@" 2>/dev/null); then
              say all <<<"$all"
              exit
            fi
            %sfor image in "$@"; do
              docker image inspect --format "$format" -- "$image" 2>/dev/null | say "$i"
              i=$((i + 1))
            done""".formatted(EngineCheck.OR_END);

    private final NodeSteps steps;

    public NodeVerifier(Host host) {
        this.steps = new NodeSteps(host);
    }

    /**
     * The verdict for each node and, in the order given, each record.
     *
     * @param partition where the nodes are; empty for SLURM's default
     * @throws Trouble when the nodes cannot be had within a minute, or this was cancelled
     */
    public Map<NodeName, List<ImageVerdict>> verify(
            List<NodeName> nodes, List<ImageRecord> records, Partitions partition, Cancellation cancellation)
            throws Trouble {
        List<String> arguments = new ArrayList<>(List.of(IdentityText.FULL_FORMAT));
        records.forEach(r -> arguments.add(r.reference().toString()));
        return parse(steps.run(nodes, partition, ON_NODE, arguments, cancellation), nodes, records);
    }

    static Map<NodeName, List<ImageVerdict>> parse(String text, List<NodeName> nodes, List<ImageRecord> records)
            throws Trouble {
        return Untrusted.of(Untrusted.LARGE, TroubleKind.ANSWER_UNREADABLE, "docker image inspect")
                .text(text, t -> verdicts(t, nodes, records));
    }

    private static Map<NodeName, List<ImageVerdict>> verdicts(
            String text, List<NodeName> nodes, List<ImageRecord> records) throws Trouble {
        Map<NodeName, List<ImageVerdict>> verdicts = new LinkedHashMap<>();
        for (NodeName node : nodes) {
            List<Optional<Identity>> found = found(text, node, records.size());
            List<ImageVerdict> all = new ArrayList<>();
            for (int i = 0; i < records.size(); i++) {
                all.add(Comparison.verify(records.get(i).identity(), found.get(i)));
            }
            verdicts.put(node, all);
        }
        return verdicts;
    }

    private static List<Optional<Identity>> found(String text, NodeName node, int images) throws Trouble {
        Optional<byte[]> whole = said(text, node + " all ");
        List<Optional<Identity>> found = new ArrayList<>();
        if (whole.isPresent()) {
            IdentityText.parseAll(whole.get()).forEach(i -> found.add(Optional.of(i)));
        } else {
            for (int i = 0; i < images; i++) {
                byte[] printed = said(text, node + " " + i + " ")
                        .orElseThrow(() -> new Trouble(TroubleKind.NO_ANSWER_FROM_NODE, node));
                found.add(printed.length < 2 ? Optional.empty() : Optional.of(IdentityText.parse(printed)));
            }
        }
        if (found.size() != images) {
            throw new Trouble(TroubleKind.NO_ANSWER_FROM_NODE, node);
        }
        return found;
    }

    private static Optional<byte[]> said(String text, String start) {
        List<String> lines = text.lines()
                .filter(l -> l.startsWith(start))
                .map(l -> l.substring(start.length()).strip())
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(Base64.getDecoder().decode(String.join("", lines).getBytes(StandardCharsets.US_ASCII)));
    }
}
