package org.maxdock.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.maxdock.host.ssh.SshPrompts;
import org.maxdock.host.ssh.SshSettings;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Connections;
import org.maxdock.operation.Server;

/** Listing images on the open connection against `docker -H ssh://… images`, in turn. */
public final class ListingBench {

    private static final int ROUNDS = 9;
    private static final int CALLS = 50;

    private ListingBench() {}

    public static void main(String[] words) throws Exception {
        Path config = Path.of(words[0]);
        Path home = Files.createTempDirectory("maxdock-bench");
        Files.createDirectories(home.resolve(".ssh"));
        ProcessBuilder docker = new ProcessBuilder("docker", "-H", "ssh://max-wgs", "images", "-q")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        docker.environment().put("PATH", wrapper(home, config) + ":" + System.getenv("PATH"));
        double[] ratios = new double[ROUNDS];
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        SshSettings settings = SshSettings.ofHome(home).withConfig(config);
        try (Server bench = new Connections(settings, SshPrompts.none(), Lab.site()).open("max-wgs")) {
            int images = bench.images().list().size();
            for (int i = 0; i < 200; i++) {
                bench.engine().images();
            }
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                if (docker.start().waitFor() != 0) {
                    throw new IllegalStateException("docker -H ssh:// failed");
                }
                theirs[round] = (System.nanoTime() - start) / 1e6;
                start = System.nanoTime();
                for (int i = 0; i < CALLS; i++) {
                    bench.engine().images();
                }
                ours[round] = (System.nanoTime() - start) / 1e6 / CALLS;
                ratios[round] = theirs[round] / ours[round];
            }
            System.out.printf("images listed: %d%n", images);
        }
        System.out.printf("docker -H ssh:// images: median %.1f ms a call%n", median(theirs));
        System.out.printf("MaxDock on its open connection: median %.2f ms a call%n", median(ours));
        System.out.printf(
                "ratio: median %.0f, least %.0f, most %.0f%n",
                median(ratios),
                Arrays.stream(ratios).min().orElseThrow(),
                Arrays.stream(ratios).max().orElseThrow());
    }

    /** docker calls ssh; here it is to use the lab's configuration. */
    private static Path wrapper(Path home, Path config) throws Exception {
        Path folder = Files.createDirectories(home.resolve("bin"));
        Path ssh = folder.resolve("ssh");
        Files.write(ssh, List.of("#!/bin/sh", "exec /usr/bin/ssh -F " + config + " \"$@\""));
        Files.setPosixFilePermissions(ssh, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
