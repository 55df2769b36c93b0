package org.maxdock.host.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.maxdock.lab.Lab;

/**
 * An OpenSSH server of a test's own on this machine's loopback, in a mount namespace where there are accounts that this
 * machine does not have: {@code tester} (password "right"), {@code blank} (an empty one).
 */
public final class Sshd implements AutoCloseable {

    static final String KEYS = "authorized_keys";

    private final Path folder;
    private final int port;
    private final Process process;

    private Sshd(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** @param config lines of sshd_config(5), before those that each has */
    public static Sshd start(Path folder, String... config) throws Exception {
        return start(folder, freePort(), config);
    }

    static Sshd start(Path folder, int port, String... config) throws Exception {
        return start(folder, Map.of(), port, config);
    }

    /** @param environment variables for the server itself */
    static Sshd start(Path folder, Map<String, String> environment, int port, String... config) throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/sbin/sshd")) && "root".equals(System.getProperty("user.name")),
                "needs OpenSSH's server, and root to start it");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(Path.of("/run/sshd"));
        for (String type : List.of("ed25519", "ecdsa", "rsa")) {
            key(folder.resolve("host_" + type), type, "");
        }
        if (!Files.exists(folder.resolve(KEYS))) {
            write(folder.resolve(KEYS), "");
        }
        Files.createDirectories(folder.resolve("home"));
        write(
                folder.resolve("passwd"),
                Files.readString(Path.of("/etc/passwd"))
                        + "tester:x:4711:4711::" + folder + "/home:/bin/bash\n"
                        + "blank:x:4712:4711::" + folder + "/home:/bin/bash\n");
        String hash = Lab.run(List.of("openssl", "passwd", "-6", "right")).out().strip();
        write(
                folder.resolve("shadow"),
                Files.readString(Path.of("/etc/shadow")) + "tester:" + hash + ":19000:0:99999:7:::\n"
                        + "blank::19000:0:99999:7:::\n");
        write(
                folder.resolve("pam"),
                "auth required pam_unix.so nullok\naccount required pam_unix.so\nsession required pam_permit.so\n");
        List<String> lines = new ArrayList<>(List.of(config));
        lines.addAll(List.of(
                "Port " + port,
                "ListenAddress 127.0.0.1",
                "PidFile none",
                "StrictModes no",
                "UsePAM no",
                "PasswordAuthentication no",
                "KbdInteractiveAuthentication no",
                "AuthorizedKeysFile " + folder.resolve(KEYS)));
        if (lines.stream().noneMatch(l -> l.startsWith("HostKey "))) {
            lines.add("HostKey " + folder.resolve("host_ed25519"));
        }
        Path file = folder.resolve("sshd_config_" + port);
        write(file, String.join("\n", lines) + "\n");
        String binds = String.join(
                " && ",
                List.of("passwd", "shadow").stream()
                        .map(n -> "mount --bind " + folder.resolve(n) + " /etc/" + n)
                        .toList());
        ProcessBuilder builder = new ProcessBuilder(
                        "unshare",
                        "--mount",
                        "--pid",
                        "--fork",
                        "--kill-child",
                        "sh",
                        "-c",
                        binds + " && mount --bind " + folder.resolve("pam") + " /etc/pam.d/sshd"
                                + " && exec /usr/sbin/sshd -D -e -f " + file)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sshd_" + port + ".log").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        Sshd sshd = new Sshd(folder, port, process);
        org.testfx.util.WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> answers(port) || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException(sshd.log());
        }
        return sshd;
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }

    /** Makes a key pair; the path of the private one. */
    public static Path key(Path file, String type, String passphrase, String... more) {
        if (!Files.exists(file)) {
            List<String> words = new ArrayList<>(
                    List.of("ssh-keygen", "-q", "-t", type, "-N", passphrase, "-C", "", "-f", file.toString()));
            words.addAll(List.of(more));
            must(words);
        }
        return file;
    }

    static String must(List<String> words) {
        Lab.Said said = Lab.run(words);
        if (said.status() != 0) {
            throw new IllegalStateException(words + ": " + said.err());
        }
        return said.out();
    }

    static String publicKey(Path file) throws IOException {
        return Files.readString(file.resolveSibling(file.getFileName() + ".pub"))
                .strip();
    }

    /** Those that serve somebody. */
    List<ProcessHandle> processes() {
        return process.descendants().toList();
    }

    public int port() {
        return port;
    }

    /** Lets a key in. */
    public void accept(Path key) throws IOException {
        write(folder.resolve(KEYS), Files.readString(folder.resolve(KEYS)) + publicKey(key) + "\n");
    }

    /** A line of known_hosts for a key of the server. */
    public String known(String type) throws IOException {
        return "[127.0.0.1]:" + port + " " + publicKey(folder.resolve("host_" + type));
    }

    public String log() throws IOException {
        return Files.readString(folder.resolve("sshd_" + port + ".log"));
    }

    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.waitFor();
    }
}
