package org.maxdock.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program of the packages, a call each: images by SSH against docker's own client, and its help. */
public final class ProgramBench {

    private static final int ROUNDS = 9;
    private static final String SERVER = "max-wgs";

    private final Path program;
    private final Path config;
    private final Path home;

    private ProgramBench(Path program, Path config) throws Exception {
        this.program = program;
        this.config = config;
        this.home = Files.createTempDirectory("maxdock-bench");
    }

    public static void main(String[] words) throws Exception {
        ProgramBench bench = new ProgramBench(Path.of(words[0]), Path.of(words[1]));
        bench.images("maxdock images");
        if (bench.maxdock("connection", "keep", "--for", "10").start().waitFor() != 0) {
            throw new IllegalStateException("the connection is not kept");
        }
        try {
            bench.images("maxdock images, over a connection that is kept");
        } finally {
            LabSsh.time(bench.maxdock("connection", "end"));
        }
        Measured help = new Measured();
        for (int round = 0; round < ROUNDS; round++) {
            help.add(LabSsh.time(bench.maxdock("--help")));
        }
        System.out.printf("maxdock --help: median %.0f ms (%.0f to %.0f)%n", help.median(), help.least(), help.most());
    }

    private ProcessBuilder maxdock(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of(program.toString(), "-F", config.toString(), "--on", SERVER));
        all.addAll(List.of(words));
        return LabSsh.program(home, config, all.toArray(String[]::new));
    }

    private void images(String what) throws Exception {
        ProcessBuilder docker = LabSsh.program(home, config, "docker", "-H", "ssh://" + SERVER, "images", "-q");
        Measured ours = new Measured();
        Measured theirs = new Measured();
        Measured ratios = new Measured();
        for (int round = 0; round <= ROUNDS; round++) {
            double their = LabSsh.time(docker);
            double our = LabSsh.time(maxdock("images"));
            if (round > 0) { // the first reads what is then in memory
                theirs.add(their);
                ours.add(our);
                ratios.add(our / their);
            }
        }
        System.out.printf(
                "%s: median %.0f ms; docker -H ssh:// images: %.0f ms; ratio: median %.2f (%.2f to %.2f)%n",
                what, ours.median(), theirs.median(), ratios.median(), ratios.least(), ratios.most());
    }
}
