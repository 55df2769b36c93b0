package org.maxdock.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.maxdock.host.ByteStream;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Running;
import org.maxdock.host.Terminal;
import org.maxdock.host.local.LocalHost;
import org.maxdock.text.Trouble;

/** An image that is a folder of this machine, on a host whose docker gives away its files as an engine would. */
final class StubImage implements Host {

    /**
     * Follows links of folders within the image, as the engine does (moby, symlink.FollowSymlinkInScope), and gives a
     * link away as one.
     */
    private static final String DOCKER = """
            #!/usr/bin/python3
            import os, sys, tarfile
            root, words = os.environ["ROOT"], sys.argv[1:]
            with open(os.environ["TOLD"], "a") as told:
                print(*words, file=told)
            if os.path.exists(root + ".busy") and words[0] == "cp":
                sys.exit("Error response from daemon: too busy, or: no such file or directory")
            if os.path.exists(root + ".gone") and words[0] == "cp":
                sys.exit("Error: No such container:path: " + words[1])
            if os.path.exists(root + ".gone") and words[0] == "container":
                sys.exit("Error: No such container: " + words[2])
            if words[0] != "cp":
                sys.exit("no such image" if words[0] == "create" and not os.path.isdir(root) else 0)
            path = words[-2].split(":", 1)[1]

            def within(path, last, depth=0):
                done = "/"
                names = [n for n in path.split("/") if n]
                for i, name in enumerate(names):
                    done = os.path.normpath(os.path.join(done, name))
                    if os.path.islink(root + done) and depth < 20 and (last or i < len(names) - 1):
                        to = os.path.join(os.path.dirname(done), os.readlink(root + done))
                        done = within(os.path.normpath(to), True, depth + 1)
                return done

            real = root + within(path, False)
            if not os.path.lexists(real):
                sys.exit("Error response from daemon: Could not find the file %s in container x" % path)
            with tarfile.open(fileobj=sys.stdout.buffer, mode="w|") as tar:
                tar.add(real, os.path.basename(path))
            """;

    private final Host local = new LocalHost();
    private final Path folder;
    private final Path root;

    StubImage(Path folder) throws IOException {
        this.folder = folder;
        this.root = Files.createDirectories(folder.resolve("root"));
        Path docker = Files.createDirectories(folder.resolve("bin")).resolve("docker");
        Files.writeString(docker, DOCKER);
        executable(docker);
    }

    private static void executable(Path file) throws IOException {
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot be made a program: " + file);
        }
    }

    /** Programs, by their paths in the image; {@code A>B} is a link to B. */
    StubImage with(String... paths) throws IOException {
        for (String path : paths) {
            String[] link = path.split(">", 2);
            Path file = root.resolve(link[0].substring(1));
            Files.createDirectories(file.getParent());
            if (link.length == 2) {
                Files.createSymbolicLink(file, Path.of(link[1]));
            } else {
                executable(Files.writeString(file, "#!/bin/sh\n"));
            }
        }
        return this;
    }

    /** A file that nobody may execute. */
    StubImage withText(String path) throws IOException {
        Files.createDirectories(root.resolve(path.substring(1)).getParent());
        Files.writeString(root.resolve(path.substring(1)), "text");
        return this;
    }

    /** Has the engine fail whenever it is asked for a file. */
    StubImage busy() throws IOException {
        Files.createFile(folder.resolve("root.busy"));
        return this;
    }

    /** Has somebody remove the container as soon as it is made. */
    StubImage gone() throws IOException {
        Files.createFile(folder.resolve("root.gone"));
        return this;
    }

    /** What its docker was called with, a line each. */
    List<String> told() throws IOException {
        Path told = folder.resolve("told");
        return Files.exists(told) ? Files.readAllLines(told) : List.of();
    }

    @Override
    public String name() {
        return "stub";
    }

    @Override
    public Running start(Command command, Cancellation cancellation) throws Trouble {
        String surroundings = "export ROOT='%s' TOLD='%s' PATH='%s':$PATH\n"
                .formatted(root, folder.resolve("told"), folder.resolve("bin"));
        return local.start(
                new Command(
                        surroundings + command.script(),
                        command.arguments(),
                        command.input(),
                        command.lifeline(),
                        command.display(),
                        command.surroundings(),
                        command.given()),
                cancellation);
    }

    @Override
    public Terminal openTerminal(Command command, int columns, int rows) throws Trouble {
        throw new UnsupportedOperationException();
    }

    @Override
    public ByteStream connectUnix(String path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ByteStream connectTcp(String address, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void onLost(Runnable lost) {
        // this machine is never lost
    }

    @Override
    public void close() {
        local.close();
    }
}
