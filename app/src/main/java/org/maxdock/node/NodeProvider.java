package org.maxdock.node;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Host;
import org.maxdock.image.MendWay;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.Tarball;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partitions;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Brings the recorded image into the caches of nodes, under its name, whatever bears that name there now. */
public final class NodeProvider {

    private static final String ON_NODE = EngineCheck.OR_END + """
            if [ -n "$2" ]; then docker pull --quiet -- "$2" >/dev/null && docker tag -- "$2" "$1"
            else
              [[ $(sha256sum < "$3") == "$4"* ]] || { echo "the saved image is not the recorded file: $3" >&2; exit 9; }
              docker load --quiet --input "$3" >/dev/null
            fi""";

    /** Minutes: some images have tens of gigabytes, which are also unpacked. */
    private static final int TO_BRING = 60;

    private final NodeSteps steps;

    public NodeProvider(Host host) {
        this.steps = new NodeSteps(host, TO_BRING);
    }

    /** How it can be brought to nodes, the better way first. */
    public static List<MendWay> ways(ImageRecord record) {
        List<MendWay> ways = new ArrayList<>();
        record.identity().pullName(record.reference()).ifPresent(n -> ways.add(MendWay.PULL));
        record.tarball().ifPresent(t -> ways.add(MendWay.LOAD));
        return ways;
    }

    /** By digest from its registry, else from its saved file. */
    public void provide(List<NodeName> nodes, ImageRecord record, Partitions partition, Cancellation cancellation)
            throws Trouble {
        provide(
                nodes,
                record,
                partition,
                cancellation,
                ways(record).stream()
                        .findFirst()
                        .orElseThrow(() -> new Trouble(TroubleKind.NOT_FETCHABLE, record.reference())));
    }

    /** By the one way or the other. A saved file is loaded only if it is the recorded one. */
    public void provide(
            List<NodeName> nodes, ImageRecord record, Partitions partition, Cancellation cancellation, MendWay way)
            throws Trouble {
        if (!ways(record).contains(way)) {
            throw new Trouble(TroubleKind.NOT_FETCHABLE, record.reference());
        }
        boolean pull = way == MendWay.PULL;
        steps.run(
                nodes,
                partition,
                ON_NODE,
                List.of(
                        record.reference().toString(),
                        pull ? record.identity().pullName(record.reference()).orElseThrow() : "",
                        pull ? "" : record.tarball().map(Tarball::path).orElseThrow(),
                        pull ? "" : record.tarball().map(Tarball::sha256).orElseThrow()),
                cancellation);
    }
}
