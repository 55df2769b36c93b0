package org.maxdock;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.maxdock.ui.BriefWindow;

/**
 * The run that the packages' caches of loaded classes are made from (JEP 514): several commands in one process, what
 * they print going nowhere, how they end to the log; one without words brings the window up for a moment.
 */
public final class Rehearsal {

    private static final System.Logger LOG = System.getLogger(Rehearsal.class.getName());

    private Rehearsal() {}

    /**
     * @param commands the folder in which an engine stands in for Docker's, or nothing; and command lines, their words
     *     parted by blanks
     */
    public static void main(String[] commands) throws IOException, GeneralSecurityException {
        if (commands[0].isEmpty()) {
            rehearse(commands);
            return;
        }
        RehearsedStandby.rehearse(Path.of(commands[0]));
        try (RehearsedEngine engine = new RehearsedEngine(Path.of(commands[0]))) {
            rehearse(commands);
        }
    }

    private static void rehearse(String... commands) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        for (String command : List.of(commands).subList(1, commands.length)) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
            int status = command.isEmpty()
                    ? Main.run(nowhere, err, new BriefWindow())
                    : Main.run(nowhere, err, Main::window, command.split(" "));
            LOG.log(
                    System.Logger.Level.INFO,
                    said.toString(StandardCharsets.UTF_8) + command + ": ended with " + status);
        }
    }
}
