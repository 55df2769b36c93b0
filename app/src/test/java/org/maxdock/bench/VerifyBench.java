package org.maxdock.bench;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partitions;

/** Verifying 20 images on two nodes against on one, and against asking each image's ID by hand, a job step for each. */
final class VerifyBench implements BenchCase {

    private static final int IMAGES = 20;
    private static final int ROUNDS = 9;
    private static final int ROUNDS_BY_HAND = 5;

    private static final double GOAL = 1.5;
    private static final double GOAL_BY_HAND = 0.2;

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String about() {
        return "20 images on two nodes; limited by the start of a job step on each";
    }

    @Override
    public List<Row> run(BenchPlace place) throws Exception {
        String file = "/beegfs/desy/user/mxuser/twenty.tar";
        String names = String.join(" ", names());
        Lab.must(
                "mxuser@max-wgs",
                "docker pull -q " + Lab.BASE + "; for i in " + names + "; do printf \"FROM " + Lab.BASE
                        + "\\nENV OF=$i\\nLABEL of=$i\\n\" | docker build -q -t $i -; done; docker save " + names
                        + " > " + file);
        Lab.NODES.forEach(n -> Lab.must("mxuser@" + n, "docker load -qi " + file));
        Lab.must("mxuser@max-wgs", "rm " + file);
        try (Server bench = Lab.connect()) {
            List<ImageRecord> records = new ArrayList<>();
            for (String name : names()) {
                records.add(bench.images().record(name));
            }
            List<NodeName> first = Lab.NODE_NAMES.subList(0, 1);
            return List.of(
                    Row.ratio(
                            "verify-two",
                            "verify 20 images on two nodes",
                            "on one node",
                            Pairs.of(
                                    ROUNDS,
                                    () -> verify(bench, records, first),
                                    () -> verify(bench, records, Lab.NODE_NAMES)),
                            GOAL),
                    Row.ratio(
                            "verify-hand",
                            "the same",
                            "srun docker inspect for each",
                            Pairs.of(ROUNDS_BY_HAND, VerifyBench::byHand, () -> verify(bench, records, Lab.NODE_NAMES)),
                            GOAL_BY_HAND));
        }
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= IMAGES; i++) {
            names.add("bench/image" + i + ":1");
        }
        return names;
    }

    private static double verify(Server bench, List<ImageRecord> records, List<NodeName> nodes) throws Exception {
        long start = System.nanoTime();
        boolean good = bench
                .nodes()
                .verify(nodes, records, Partitions.DEFAULT, new org.maxdock.host.Cancellation())
                .values()
                .stream()
                .allMatch(all -> all.size() == IMAGES && all.stream().allMatch(v -> v.holds()));
        double time = (System.nanoTime() - start) / 1e6;
        if (!good) {
            throw new IllegalStateException("the images are not those recorded");
        }
        return time;
    }

    private static double byHand() {
        StringBuilder lines = new StringBuilder();
        Lab.NODES.forEach(n -> names().forEach(i -> lines.append("srun -Q -w ")
                .append(n)
                .append(" bash -lc 'docker image inspect -f {{.Id}} ")
                .append(i)
                .append("'\n")));
        long start = System.nanoTime();
        Lab.must("mxuser@max-wgs", lines.toString());
        return (System.nanoTime() - start) / 1e6;
    }
}
