package org.maxdock.bench;

import java.nio.file.Files;
import java.nio.file.Path;
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
        ProcessBuilder docker = LabSsh.program(home, config, "docker", "-H", "ssh://max-wgs", "images", "-q");
        Measured ratios = new Measured();
        Measured ours = new Measured();
        Measured theirs = new Measured();
        SshSettings settings = SshSettings.ofHome(home).withConfig(config);
        try (Server bench = new Connections(settings, SshPrompts.none(), Lab.site()).open("max-wgs")) {
            int images = bench.images().list().size();
            for (int i = 0; i < 200; i++) {
                bench.engine().images();
            }
            for (int round = 0; round < ROUNDS; round++) {
                double their = LabSsh.time(docker);
                long start = System.nanoTime();
                for (int i = 0; i < CALLS; i++) {
                    bench.engine().images();
                }
                double our = (System.nanoTime() - start) / 1e6 / CALLS;
                theirs.add(their);
                ours.add(our);
                ratios.add(their / our);
            }
            System.out.printf("images listed: %d%n", images);
        }
        System.out.printf("docker -H ssh:// images: median %.1f ms a call%n", theirs.median());
        System.out.printf("MaxDock on its open connection: median %.2f ms a call%n", ours.median());
        System.out.printf(
                "ratio: median %.0f, least %.0f, most %.0f%n", ratios.median(), ratios.least(), ratios.most());
    }
}
