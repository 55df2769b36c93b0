package org.maxdock.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program of the packages, a call each: images by SSH against docker's own client, and its help. */
final class ProgramBench implements BenchCase {

    private static final int ROUNDS = 9;
    private static final String SERVER = "max-wgs";
    private static final String DOCKER = "docker -H ssh://… images";
    private static final double GOAL = 2.0;
    private static final double GOAL_KEPT = 1.0;
    private static final double GOAL_HELP = 300;

    @Override
    public String name() {
        return "program";
    }

    @Override
    public String about() {
        return "calls of the packaged program; limited by the start of its Java and by ssh's handshake";
    }

    @Override
    public boolean needsProgram() {
        return true;
    }

    @Override
    public List<Row> run(BenchPlace place) throws Exception {
        Path home = Files.createTempDirectory("maxdock-bench");
        ProcessBuilder docker = LabSsh.program(home, place.config(), "docker", "-H", "ssh://" + SERVER, "images", "-q");
        ProcessBuilder images = maxdock(place, home, "images");
        List<Row> rows = new ArrayList<>();
        rows.add(Row.ratio(
                "program-images",
                "maxdock images",
                DOCKER,
                Pairs.of(ROUNDS, () -> LabSsh.time(docker), () -> LabSsh.time(images)),
                GOAL));
        if (maxdock(place, home, "connection", "keep", "--for", "10").start().waitFor() != 0) {
            throw new IllegalStateException("the connection is not kept");
        }
        try {
            rows.add(Row.ratio(
                    "program-kept",
                    "maxdock images, connection kept",
                    DOCKER,
                    Pairs.of(ROUNDS, () -> LabSsh.time(docker), () -> LabSsh.time(images)),
                    GOAL_KEPT));
        } finally {
            LabSsh.time(maxdock(place, home, "connection", "end"));
        }
        Measured help = new Measured();
        for (int round = 0; round < ROUNDS; round++) {
            help.add(LabSsh.time(maxdock(place, home, "--help")));
        }
        rows.add(Row.absolute("program-help", "maxdock --help", "ms", help, GOAL_HELP));
        return rows;
    }

    private static ProcessBuilder maxdock(BenchPlace place, Path home, String... words) throws Exception {
        List<String> all = new ArrayList<>(
                List.of(place.needed().toString(), "-F", place.config().toString(), "--on", SERVER));
        all.addAll(List.of(words));
        return LabSsh.program(home, place.config(), all.toArray(String[]::new));
    }
}
