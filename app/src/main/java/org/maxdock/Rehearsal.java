package org.maxdock;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.maxdock.ui.BriefWindow;

/**
 * The run that the packages' caches of loaded classes are made from (JEP 514): several commands in one process, what
 * they write going nowhere; one without words brings the window up for a moment.
 */
public final class Rehearsal {

    private Rehearsal() {}

    /**
     * @param commands the path at which an engine stands in for Docker's, or nothing; and command lines, their words
     *     parted by blanks
     */
    public static void main(String[] commands) throws IOException {
        if (commands[0].isEmpty()) {
            rehearse(commands);
            return;
        }
        try (RehearsedEngine engine = new RehearsedEngine(Path.of(commands[0]))) {
            rehearse(commands);
        }
    }

    private static void rehearse(String... commands) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        for (String command : List.of(commands).subList(1, commands.length)) {
            if (command.isEmpty()) {
                Main.run(nowhere, nowhere, new BriefWindow());
            } else {
                Main.run(nowhere, nowhere, Main::window, command.split(" "));
            }
        }
    }
}
