package org.maxdock.launch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maxdock.host.Host;
import org.maxdock.image.Comparison;
import org.maxdock.image.Identity;
import org.maxdock.image.IdentityText;
import org.maxdock.image.ImageRecord;
import org.maxdock.image.Verdict;
import org.maxdock.text.Trouble;

/** Holds what nodes have in their caches against the records, in one job step for all nodes and all images. */
public final class NodeVerifier {

    /** For each image a line: node, index of the image, and in base64 what inspect printed, or nothing. */
    private static final String ON_NODE = """
            format=$1; shift; i=0
            docker version >/dev/null || exit 4
            for image in "$@"; do
              printf '%s %s %s\\n' "$SLURMD_NODENAME" "$i" "$(docker image inspect --format "$format" "$image" 2>/dev/null | base64 -w0)"
              i=$((i + 1))
            done""";

    private final NodeSteps steps;

    public NodeVerifier(Host host) {
        this.steps = new NodeSteps(host);
    }

    /**
     * The verdict for each node and, in the order given, each record.
     *
     * @param partition where the nodes are; empty for SLURM's default
     * @throws Trouble when the nodes cannot be had within a minute
     */
    public Map<String, List<Verdict>> verify(List<String> nodes, List<ImageRecord> records, String partition) throws Trouble {
        List<String> arguments = new ArrayList<>(List.of(IdentityText.FULL_FORMAT));
        records.forEach(r -> arguments.add(r.reference()));
        return parse(steps.run(nodes, partition, ON_NODE, arguments), nodes, records);
    }

    private static Map<String, List<Verdict>> parse(String text, List<String> nodes, List<ImageRecord> records) throws Trouble {
        Map<String, List<Verdict>> verdicts = new LinkedHashMap<>();
        for (String node : nodes) {
            List<Verdict> all = new ArrayList<>();
            for (int i = 0; i < records.size(); i++) {
                String start = node + " " + i + " ";
                String line = text.lines().filter(l -> l.startsWith(start)).findFirst()
                        .orElseThrow(() -> new Trouble("no-answer-from-node", node));
                all.add(Comparison.verify(records.get(i).identity(), decode(line.substring(start.length()))));
            }
            verdicts.put(node, all);
        }
        return verdicts;
    }

    private static Optional<Identity> decode(String base64) throws Trouble {
        byte[] printed = Base64.getDecoder().decode(base64.strip().getBytes(StandardCharsets.US_ASCII));
        return printed.length < 2 ? Optional.empty() : Optional.of(IdentityText.parse(printed));
    }
}
