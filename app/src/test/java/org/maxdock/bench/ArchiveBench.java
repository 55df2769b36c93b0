package org.maxdock.bench;

import java.util.List;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;

/** Image archives on the server: saved, loaded, and held against a record. */
final class ArchiveBench implements BenchCase {

    private static final int ROUNDS = 5;
    private static final String IMAGE = "bench/archive:1";
    private static final String FILE = "/beegfs/desy/user/mxuser/bench.tar";
    private static final double GOAL = 1.2;
    private static final double GOAL_IDENTITY = 2.0;

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public String about() {
        return "save, load and verify archives; limited by the engine and by sha256sum, which reads each byte twice";
    }

    /** @param megabytes that no compression makes fewer */
    private static void image(int megabytes) {
        Lab.must(
                "mxuser@max-wgs",
                "docker pull -q " + Lab.BASE + " >/dev/null; d=$(mktemp -d); head -c " + megabytes
                        + "M /dev/urandom > $d/data; printf 'FROM " + Lab.BASE
                        + "\\nCOPY data /data\\n' > $d/Dockerfile; docker build -q -t " + IMAGE + " $d; rm -r $d");
    }

    @Override
    public List<Row> run(BenchPlace place) throws Exception {
        try (Server bench = Lab.connect()) {
            image(300);
            Row save = Row.ratio(
                    "save",
                    "save 300 MB",
                    "docker save > FILE",
                    Pairs.of(
                            ROUNDS,
                            () -> onServer("docker save " + IMAGE + " > " + FILE),
                            () -> Pairs.millis(() -> bench.images()
                                    .files()
                                    .save(
                                            ImageReference.parse(IMAGE).toString(),
                                            FILE,
                                            Progress.Listener.none(),
                                            new Cancellation()))),
                    GOAL);
            Row load = Row.ratio(
                    "load",
                    "load 300 MB",
                    "docker load < FILE",
                    Pairs.of(
                            ROUNDS,
                            () -> onServer("docker load -q < " + FILE + " >/dev/null"),
                            () -> Pairs.millis(() -> bench.images().files().load(FILE, new Cancellation()))),
                    GOAL);
            image(2000);
            Lab.must("mxuser@max-wgs", "docker save " + IMAGE + " > " + FILE);
            ImageRecord record = bench.images().record(IMAGE);
            Row identity = Row.ratio(
                    "identity",
                    "an archive of 2 GB held against its record",
                    "sha256sum FILE",
                    Pairs.of(
                            ROUNDS,
                            () -> onServer("sha256sum " + FILE),
                            () -> Pairs.millis(() -> {
                                if (!bench.images()
                                        .verifyArchive(record, FILE, new Cancellation())
                                        .holds()) {
                                    throw new IllegalStateException("it is not the recorded one");
                                }
                            })),
                    GOAL_IDENTITY);
            return List.of(save, load, identity);
        } finally {
            Lab.must("mxuser@max-wgs", "rm -f " + FILE + "; docker rmi -f " + IMAGE + " >/dev/null 2>&1; true");
        }
    }

    private static double onServer(String line) throws Exception {
        return Pairs.millis(() -> Lab.must("mxuser@max-wgs", line));
    }
}
