package org.maxdock.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.maxdock.host.ssh.SshPrompts;
import org.maxdock.host.ssh.SshSettings;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Connections;
import org.maxdock.operation.Server;

/** Listing images on the open connection against `docker -H ssh://… images`. */
final class ListingBench implements BenchCase {

    private static final int ROUNDS = 9;
    private static final int CALLS = 50;
    private static final double GOAL = 0.1;

    @Override
    public String name() {
        return "listing";
    }

    @Override
    public String about() {
        return "images listed on the open connection; limited by the engine's own answer";
    }

    @Override
    public List<Row> run(BenchPlace place) throws Exception {
        Path home = Files.createTempDirectory("maxdock-bench");
        Files.createDirectories(home.resolve(".ssh"));
        ProcessBuilder docker = LabSsh.program(home, place.config(), "docker", "-H", "ssh://max-wgs", "images", "-q");
        SshSettings settings = SshSettings.ofHome(home).withConfig(place.config());
        try (Server bench = new Connections(settings, SshPrompts.none(), Lab.site()).open("max-wgs")) {
            for (int i = 0; i < 200; i++) {
                bench.engine().images();
            }
            Pairs pairs = Pairs.of(
                    ROUNDS,
                    () -> LabSsh.time(docker),
                    () -> Pairs.millis(() -> {
                                for (int i = 0; i < CALLS; i++) {
                                    bench.engine().images();
                                }
                            })
                            / CALLS);
            return List.of(Row.ratio(name(), "images, on an open connection", "docker -H ssh://… images", pairs, GOAL));
        }
    }
}
