package org.maxdock.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A Docker Engine of this machine, as on a laptop: with images of its own, without SLURM, and with a way to the lab's
 * registry. Until this is closed. Its containers have no network, so that nothing of this machine's is changed.
 */
public final class LocalEngine implements AutoCloseable {

    private static final String START = """
            set -e
            mount --make-rprivate /
            { cat /etc/hosts; cat "$2"; } > "$1/hosts"
            mount --bind "$1/hosts" /etc/hosts
            exec dockerd --data-root "$1/data" --exec-root "$1/run" --pidfile "$1/pid" -H "unix://$1/docker.sock" \
            --group root --bridge=none --iptables=false --ip-forward=false --insecure-registry max-registry:5000
            """;

    private final Path folder;
    private final Process process;

    public LocalEngine() throws IOException, TimeoutException {
        folder = Files.createTempDirectory("maxdock-engine");
        process = new ProcessBuilder("unshare", "--mount", "bash", "-c", START, "bash", folder.toString(), Lab.hosts())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> docker("version").status() == 0);
    }

    /** As DOCKER_HOST has it. */
    public String address() {
        return "unix://" + folder.resolve("docker.sock");
    }

    /** What its own client says. */
    public Lab.Said docker(String... words) {
        return Lab.run(Stream.concat(Stream.of("docker", "-H", address()), Stream.of(words))
                .toList());
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Lab.run(List.of("rm", "-rf", folder.toString()));
    }
}
