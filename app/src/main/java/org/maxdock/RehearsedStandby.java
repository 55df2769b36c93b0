package org.maxdock;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.maxdock.cli.standby.Standby;
import org.maxdock.cli.standby.StandbyClient;
import org.maxdock.host.ssh.KeptFolder;

/** Where a start is rehearsed, one that stands by, who is asked for a list and says one word. */
final class RehearsedStandby {

    private static final String[] CALL = {"--on", "rehearsed", "images"};
    private static final int TIMES = 100;

    private RehearsedStandby() {}

    /** @param in a folder in which nothing is called {@code kept} yet */
    static void rehearse(Path in) throws IOException {
        Path folder = Files.createDirectory(
                in.resolve("kept"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path kept = Files.createFile(folder.resolve("kept"));
        Path socket = StandbyClient.socket(kept);
        Thread.ofPlatform().daemon().start(() -> standBy(socket, kept));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        for (int i = 0; i < TIMES; i++) { // until it has come up
            StandbyClient.answer(new KeptFolder(folder), CALL).ifPresent(answer -> answer.print(nowhere, nowhere));
        }
    }

    private static void standBy(Path socket, Path kept) {
        try {
            Standby.run(
                    (out, errors, words) -> {
                        out.println("rehearsed");
                        return 0;
                    },
                    socket.toString(),
                    kept.toString(),
                    "",
                    "PT1M",
                    CALL[0],
                    CALL[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
