package org.maxdock.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
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
public final class BuildBench {

    private static final String TAG = "bench/build:1";
    private static final SlowLink.Quality LAN = new SlowLink.Quality(Duration.ZERO, 0, Optional.empty());
    private static final SlowLink.Quality FAR = new SlowLink.Quality(Duration.ofMillis(40), 625_000, Optional.empty());

    private final Path top = Files.createTempDirectory("maxdock-bench");
    private final Random random = new Random(1);

    private BuildBench() throws IOException {}

    public static void main(String[] words) throws Exception {
        Lab.must("mxuser@max-wgs", "mv ~/.bashrc ~/.bashrc.aside"); // it greets, which docker -H ssh:// cannot bear
        try {
            new BuildBench().run();
        } finally {
            Lab.must("mxuser@max-wgs", "mv ~/.bashrc.aside ~/.bashrc");
        }
    }

    private void run() throws Exception {
        Lab.must("mxuser@max-wgs", "docker pull -q " + Lab.BASE);
        Path big = folder("big", 3, 100_000_000);
        Path many = folder("many", 25_000, 100);
        try (SlowLink near = new SlowLink(LAN);
                SlowLink far = new SlowLink(FAR);
                Server lan = near.connect(Files.createDirectory(top.resolve("lan")));
                Server wan = far.connect(Files.createDirectory(top.resolve("wan")))) {
            compare(near, lan, big, "300 MB, first");
            compare(near, lan, big, "300 MB, unchanged");
            Files.write(big.resolve("small"), new byte[1000]);
            compare(near, lan, big, "300 MB, 1 kB changed");
            compare(far, wan, big, "300 MB, unchanged, 5 Mbit/s and 80 ms");
            compare(near, lan, many, "25,000 files, first");
            compare(near, lan, many, "25,000 files, unchanged");
            compare(far, wan, many, "25,000 files, unchanged, 5 Mbit/s and 80 ms");
        }
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

    /** The engine has nothing of either before the first build, and of each the folder that was sent before. */
    private void compare(SlowLink link, Server server, Path folder, String what) throws Exception {
        if (what.endsWith("first")) {
            Lab.must("mxuser@max-wgs", "docker builder prune -af >/dev/null; rm -rf ~/.cache/maxdock/contexts");
        }
        long before = link.sent();
        long start = System.nanoTime();
        docker(link, folder);
        double theirs = (System.nanoTime() - start) / 1e6;
        long theirBytes = link.sent() - before;
        if (what.endsWith("first")) {
            Lab.must("mxuser@max-wgs", "docker builder prune -af >/dev/null");
        }
        before = link.sent();
        start = System.nanoTime();
        ours(server, folder);
        double ours = (System.nanoTime() - start) / 1e6;
        long ourBytes = link.sent() - before;
        if (what.endsWith("first")) { // theirs is gone with the cache
            docker(link, folder);
        }
        System.out.printf(
                "build, %s: %.0f ms and %.1f kB; docker -H ssh: %.0f ms and %.1f kB; %.2f times as long%n",
                what, ours, ourBytes / 1e3, theirs, theirBytes / 1e3, ours / theirs);
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
