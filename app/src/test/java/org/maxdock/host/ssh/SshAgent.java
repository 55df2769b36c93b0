package org.maxdock.host.ssh;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.testfx.util.WaitForAsyncUtils;

/** OpenSSH's agent, of a test's own. */
final class SshAgent implements AutoCloseable {

    private final Process process;
    private final Path socket;

    private SshAgent(Process process, Path socket) {
        this.process = process;
        this.socket = socket;
    }

    static SshAgent start(Path folder) throws Exception {
        Path socket = folder.resolve("agent");
        Process process = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> Files.exists(socket));
        return new SshAgent(process, socket);
    }

    Path socket() {
        return socket;
    }

    void add(Path key) {
        Sshd.must(List.of("env", "SSH_AUTH_SOCK=" + socket, "ssh-add", "-q", key.toString()));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
