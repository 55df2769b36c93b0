package org.maxdock.ui.shell;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;
import org.maxdock.host.ssh.SshSettings;
import org.maxdock.host.ssh.Sshd;
import org.maxdock.lab.Lab;

/**
 * A workgroup server that fails as a test says: a real SSH server and real files of another account, with commands of
 * SLURM and an engine that answer what they are told to.
 */
public final class FailingServer implements AutoCloseable {

    /** What commands of SLURM say where nothing else is set. */
    private static final List<String> COMMANDS =
            List.of("sinfo", "squeue", "scancel", "scontrol", "sbatch", "salloc", "srun", "sacct");

    private record Answer(int status, String body) {}

    private final Path folder;
    private final Path bin;
    private final Path settings;
    private final Sshd sshd;
    private final Path key;
    private final HttpServer engine;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    public FailingServer(Path top) throws Exception {
        folder = Files.createDirectories(top.resolve("server"));
        Files.setPosixFilePermissions(top, PosixFilePermissions.fromString("rwxr-xr-x"));
        settings = Files.createDirectories(top.resolve("here"));
        bin = Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(folder.resolve("full"));
        Files.createDirectories(folder.resolve("home"));
        small(folder.resolve("full"), ",nr_inodes=3");
        sshd = Sshd.start(folder);
        small(fullHere(), "");
        key = Sshd.key(settings.resolve("key"), "ed25519", "");
        sshd.accept(key);
        engine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        engine.createContext("/", this::answer);
        engine.start();
        for (String command : COMMANDS) {
            slurm(command, 0, "", "");
        }
        known(sshd.known("ed25519"));
        configure();
        useEngine("tcp://127.0.0.1:" + engine.getAddress().getPort());
        must("chown", "-R", "4711:4711", folder.resolve("home").toString());
        must("chmod", "700", Files.createDirectories(folder.resolve("closed")).toString());
        must("chmod", "777", folder.resolve("full").toString());
    }

    /** With room for next to nothing, which takes rights that not each who tests has. */
    private static void small(Path folder, String options) {
        Lab.Said said =
                Lab.run(List.of("mount", "-t", "tmpfs", "-o", "size=16k" + options, "tmpfs", folder.toString()));
        Assumptions.assumeTrue(said.status() == 0, said.err());
    }

    private Path fullHere() throws IOException {
        return Files.createDirectories(settings.resolve("full"));
    }

    static void must(String... words) {
        Lab.Said said = Lab.run(List.of(words));
        if (said.status() != 0) {
            throw new IllegalStateException(List.of(words) + ": " + said.err());
        }
    }

    /** A folder there that may not be looked into. */
    public String closed() {
        return folder.resolve("closed").toString();
    }

    /** A folder there with no room. */
    String full() {
        return folder.resolve("full").toString();
    }

    public Path home() {
        return folder.resolve("home");
    }

    /** A folder of this machine with room for next to nothing. */
    Path smallHere() {
        return settings.resolve("full");
    }

    Path here() {
        return settings;
    }

    Path key() {
        return key;
    }

    public Sshd sshd() {
        return sshd;
    }

    public SshSettings ssh() {
        return SshSettings.ofHome(settings).withConfig(settings.resolve("config"));
    }

    /** The configuration of ssh: the server is max-wgs; these lines stand ahead. */
    void configure(String... lines) throws IOException {
        Files.writeString(
                settings.resolve("config"),
                String.join("\n", lines) + "\nHost max-wgs\n HostName 127.0.0.1\n Port " + sshd.port()
                        + "\n User tester\n IdentityFile " + key + "\nHost *\n IdentityAgent none\n"
                        + " UserKnownHostsFile " + settings.resolve("known") + "\n GlobalKnownHostsFile none\n");
    }

    /** How the server lets the key in: with these options ahead of it. */
    void accept(String options) throws IOException {
        Files.writeString(
                folder.resolve("authorized_keys"),
                options + Files.readString(Path.of(key + ".pub")).strip() + "\n");
    }

    /** The keys of servers that one knows. */
    void known(String... lines) throws IOException {
        Files.writeString(settings.resolve("known"), String.join("\n", lines) + "\n");
    }

    /** What the login shell there begins with. */
    void startUp(String... lines) throws IOException {
        Files.writeString(home().resolve(".bash_profile"), String.join("\n", lines) + "\n");
    }

    /** Where the engine is said to be. */
    void useEngine(String where, String... more) throws IOException {
        startUp("export PATH=" + bin + ":$PATH", "export DOCKER_HOST=" + where, String.join("\n", more));
    }

    String engine() {
        return "tcp://127.0.0.1:" + engine.getAddress().getPort();
    }

    /** What a command of SLURM answers. */
    public void slurm(String command, int status, String out, String errors) throws IOException {
        Path file = bin.resolve(command);
        Files.writeString(file.resolveSibling(command + ".out"), out);
        Files.writeString(file.resolveSibling(command + ".err"), errors);
        Files.writeString(file, "#!/bin/sh\ncat " + file + ".out\ncat " + file + ".err >&2\nexit " + status + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** What the engine answers where the address holds that part. */
    public void engine(String part, int status, String message) {
        answers.put(part, new Answer(status, "{\"message\":\"" + message.replace("\"", "\\\"") + "\"}"));
    }

    public void engineBody(String part, int status, String body) {
        answers.put(part, new Answer(status, body));
    }

    /** All is well again. */
    void engineMended() {
        answers.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        exchange.getRequestBody().readAllBytes();
        Answer answer = answers.entrySet().stream()
                .filter(e -> path.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> usual(path));
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("Api-Version", "1.43");
        boolean none = answer.status() == 204 || "HEAD".equals(exchange.getRequestMethod());
        exchange.sendResponseHeaders(answer.status(), none ? -1 : bytes.length);
        if (!none) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static Answer usual(String path) {
        if (path.contains("_ping")) {
            return new Answer(200, "OK");
        }
        if (path.contains("/version")) {
            return new Answer(
                    200, "{\"Version\":\"24.0.7\",\"ApiVersion\":\"1.43\",\"Os\":\"linux\",\"Arch\":\"amd64\"}");
        }
        if (path.contains("/info")) {
            return new Answer(200, "{\"ServerVersion\":\"24.0.7\",\"OSType\":\"linux\",\"Architecture\":\"x86_64\"}");
        }
        if (path.contains("/json")) {
            return new Answer(200, path.contains("/containers/c") || path.contains("/images/r") ? "{}" : "[]");
        }
        return new Answer(path.contains("/images/create") ? 200 : 204, "{}");
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        engine.stop(0);
        sshd.close();
        must("umount", "-l", full());
        must("umount", "-l", smallHere().toString());
    }
}
