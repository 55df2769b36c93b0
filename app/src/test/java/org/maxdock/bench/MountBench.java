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
public final class MountBench {

    private static final int ROUNDS = 7;

    private MountBench() {}

    public static void main(String[] words) throws Exception {
        List<Mapping> plan = FiftyMappings.plan();
        for (int oneWay : new int[] {40, 80}) {
            Measured ours = new Measured();
            Measured ratios = new Measured();
            try (SlowLink link = new SlowLink(Duration.ofMillis(oneWay));
                    Server bench = link.connect(Files.createTempDirectory("maxdock-bench"))) {
                long first = System.nanoTime();
                bench.mounts().predict(plan);
                double fresh = (System.nanoTime() - first) / 1e6;
                for (int round = 0; round < ROUNDS; round++) {
                    long start = System.nanoTime();
                    bench.mounts().predict(plan);
                    double our = (System.nanoTime() - start) / 1e6;
                    ours.add(our);
                    ratios.add(byHand(plan) / our);
                }
                System.out.printf(
                        "50 mappings, link with %d ms each way: the first time %.0f ms, then median %.0f ms "
                                + "(least %.0f, most %.0f); by hand, without delay, %.1f times as long%n",
                        oneWay, fresh, ours.median(), ours.least(), ours.most(), ratios.median());
            }
        }
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
