package org.maxdock.launch;

import java.util.List;
import org.maxdock.host.Host;
import org.maxdock.image.ImageRecord;
import org.maxdock.image.Tarball;
import org.maxdock.text.Trouble;

/** Brings the recorded image into the caches of nodes, under its name, whatever bears that name there now. */
public final class NodeProvider {

    private static final String ON_NODE = """
            docker version >/dev/null || exit 4
            if [ -n "$2" ]; then docker pull --quiet "$2" >/dev/null && docker tag "$2" "$1"
            else docker load --quiet --input "$3" >/dev/null; fi""";

    private final NodeSteps steps;

    public NodeProvider(Host host) {
        this.steps = new NodeSteps(host);
    }

    /** By digest from its registry, else from its saved file. */
    public void provide(List<String> nodes, ImageRecord record, String partition) throws Trouble {
        String pull = record.identity().pullName(record.reference()).orElse("");
        String file = record.tarball().map(Tarball::path).orElse("");
        if (pull.isEmpty() && file.isEmpty()) {
            throw new Trouble("not-fetchable", record.reference());
        }
        steps.run(nodes, partition, ON_NODE, List.of(record.reference(), pull, file));
    }
}
