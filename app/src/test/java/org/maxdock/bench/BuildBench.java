package org.maxdock.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.maxdock.engine.BuildOptions;
import org.maxdock.engine.BuilderChoice;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.lab.Lab;
import org.maxdock.lab.SlowLink;
import org.maxdock.operation.Server;

/** Builds with BuildKit, against docker -H ssh:// with BuildKit: how long, and how much goes to the server. */
final class BuildBench implements BenchCase {

    private static final String TAG = "bench/build:1";
    private static final SlowLink.Quality LAN = new SlowLink.Quality(Duration.ZERO, 0, Optional.empty());
    private static final SlowLink.Quality FAR = new SlowLink.Quality(Duration.ofMillis(40), 625_000, Optional.empty());

    private static final int ROUNDS = 5;
    private static final double GOAL = 1.0;

    private final Random random = new Random(1);
    private Path top;

    @Override
    public String name() {
        return "build";
    }

    @Override
    public String about() {
        return "builds with BuildKit; limited by the link where much is sent, and by the engine's client";
    }

    @Override
    public List<Row> run(BenchPlace place) throws Exception {
        top = Files.createTempDirectory("maxdock-bench");
        Lab.must("mxuser@max-wgs", "docker pull -q " + Lab.BASE);
        Path big = folder("big", 3, 100_000_000);
        Path many = folder("many", 25_000, 100);
        List<Row> rows = new ArrayList<>();
        try (SlowLink near = new SlowLink(LAN);
                SlowLink far = new SlowLink(FAR);
                Server lan = near.connect(Files.createDirectory(top.resolve("lan")));
                Server wan = far.connect(Files.createDirectory(top.resolve("wan")))) {
            rows.add(compare(near, lan, big, "build-first", "300 MB, first", Change.FRESH)
                    .getFirst());
            rows.add(compare(near, lan, big, "build-same", "300 MB, unchanged", Change.NONE)
                    .getFirst());
            rows.add(withMost(compare(near, lan, big, "build-1kB", "300 MB, 1 kB changed", Change.SMALL), 200));
            List<Row> slow = compare(far, wan, big, "build-far", "300 MB, unchanged, 5 Mbit/s, 80 ms", Change.NONE);
            rows.add(slow.getFirst());
            rows.add(withMost(slow, 100));
            rows.add(compare(near, lan, many, "build-many", "25,000 files, first", Change.FRESH)
                    .getFirst());
            rows.add(compare(near, lan, many, "build-many2", "25,000 files, unchanged", Change.NONE)
                    .getFirst());
        }
        return rows;
    }

    private static Row withMost(List<Row> rows, double goal) {
        Row sent = rows.getLast();
        return Row.absolute(sent.name(), sent.what(), sent.unit(), sent.ours(), goal);
    }

    /** What is there before each build. */
    private enum Change {
        NONE,
        SMALL,
        FRESH
    }

    private Path folder(String name, int files, int bytes) throws IOException {
        Path folder = Files.createDirectory(top.resolve(name));
        Files.writeString(folder.resolve("Dockerfile"), "FROM " + Lab.BASE + "\nCOPY . /all/\n");
        byte[] content = new byte[bytes];
        for (int i = 0; i < files; i++) {
            random.nextBytes(content);
            Path file = folder.resolve("d" + i % 250 + "/f" + i);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        }
        return folder;
    }

    /** How long, and what was sent. */
    private List<Row> compare(SlowLink link, Server server, Path folder, String name, String what, Change change)
            throws Exception {
        Pairs pairs = new Pairs(new Measured(), new Measured(), new Measured());
        Measured sent = new Measured();
        for (int round = 0; round <= ROUNDS; round++) {
            prepare(folder, change);
            double theirs = Pairs.millis(() -> docker(link, folder));
            prepare(folder, change);
            long before = link.sent();
            double ours = Pairs.millis(() -> ours(server, folder));
            if (round > 0) {
                sent.add((link.sent() - before) / 1e3);
                pairs.add(theirs, ours);
            }
        }
        return List.of(
                Row.ratio(name, "build, " + what, "docker -H ssh://… build", pairs, GOAL),
                Row.absolute(name + "-sent", "build, " + what + ": sent", "kB", sent, 0));
    }

    private void prepare(Path folder, Change change) throws IOException {
        switch (change) {
            case NONE -> {}
            case SMALL -> {
                byte[] small = new byte[1000];
                random.nextBytes(small);
                Files.write(folder.resolve("small"), small);
            }
            case FRESH ->
                Lab.must("mxuser@max-wgs", "docker builder prune -af >/dev/null; rm -rf ~/.cache/maxdock/contexts");
        }
    }

    private static void ours(Server server, Path folder) throws Exception {
        BuildOptions options = BuildOptions.NONE.with(BuilderChoice.BUILDKIT, List.of());
        server.images()
                .build(
                        new BuildRequest(new BuildFolder.Here(folder), "Dockerfile", TAG, options),
                        Progress.Listener.none(),
                        new Cancellation());
    }

    private void docker(SlowLink link, Path folder) throws Exception {
        Path bin = Files.createDirectories(top.resolve("bin"));
        Path key = top.resolve("key");
        Files.copy(Lab.key("mxuser"), key, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Path ssh = Files.writeString(
                bin.resolve("ssh"),
                "#!/bin/sh\nexec /usr/bin/ssh -F none -i " + key
                        + " -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR \"$@\"\n");
        Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwxr-xr-x"));
        ProcessBuilder docker = new ProcessBuilder("/usr/bin/docker", "build", "-q", "-t", "bench/docker:1", ".")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        docker.environment().put("DOCKER_HOST", "ssh://" + link.target());
        docker.environment().put("DOCKER_BUILDKIT", "1");
        docker.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        Process process = docker.start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }
}
