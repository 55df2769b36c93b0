package org.maxdock.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Programs that call ssh by its name, with the lab's configuration. */
final class LabSsh {

    private LabSsh() {}

    /** Such a program. */
    static ProcessBuilder program(Path home, Path config, String... words) throws IOException {
        Path ssh = Files.createDirectories(home.resolve("bin")).resolve("ssh");
        Files.write(ssh, List.of("#!/bin/sh", "exec /usr/bin/ssh -F " + config + " \"$@\""));
        Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwxr-xr-x"));
        ProcessBuilder program = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        program.environment().put("PATH", ssh.getParent() + ":" + System.getenv("PATH"));
        return program;
    }

    /** Milliseconds to its end. */
    static double time(ProcessBuilder program) throws IOException, InterruptedException {
        long start = System.nanoTime();
        if (program.start().waitFor() != 0) {
            throw new IllegalStateException(program.command() + " failed");
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
