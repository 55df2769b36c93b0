package org.maxdock.bench;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.maxdock.lab.FiftyMappings;
import org.maxdock.lab.Lab;
import org.maxdock.lab.SlowLink;
import org.maxdock.mount.Mapping;
import org.maxdock.operation.Server;

/**
 * The verdicts on a plan of 50 mappings over a link with 80 ms of delay, against asking Docker by hand, a `docker
 * create --mount` and a `docker rm` for each, on the server itself, without any delay.
 */
final class MountBench implements BenchCase {

    private static final int ROUNDS = 7;

    private static final double GOAL = 1.0;

    @Override
    public String name() {
        return "mounts";
    }

    @Override
    public String about() {
        return "verdicts on 50 mappings over a slow link; limited by two round trips and the file system";
    }

    @Override
    public List<Row> run(BenchPlace place) throws Exception {
        List<Mapping> plan = FiftyMappings.plan();
        List<Row> rows = new ArrayList<>();
        for (int oneWay : new int[] {40, 80}) {
            try (SlowLink link = new SlowLink(Duration.ofMillis(oneWay));
                    Server bench = link.connect(Files.createTempDirectory("maxdock-bench"))) {
                rows.add(Row.ratio(
                        "mounts-" + 2 * oneWay,
                        "50 mappings, a link with " + 2 * oneWay + " ms",
                        "docker create for each, no delay",
                        Pairs.of(
                                ROUNDS,
                                () -> byHand(plan),
                                () -> Pairs.millis(() -> bench.mounts().predict(plan))),
                        GOAL));
            }
        }
        return rows;
    }

    private static double byHand(List<Mapping> plan) {
        List<String> lines = new ArrayList<>();
        for (Mapping mapping : plan) {
            lines.add("c=$(docker create --mount '" + mapping.mount() + "' " + Lab.BASE
                    + " 2>/dev/null) && docker rm $c");
        }
        long start = System.nanoTime();
        Lab.sh("mxuser@max-wgs", String.join("\n", lines) + "\ntrue");
        return (System.nanoTime() - start) / 1e6;
    }
}
