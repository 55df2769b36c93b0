package org.maxdock;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.maxdock.ui.BriefWindow;

/**
 * The run that the packages' caches of loaded classes are made from (JEP 514): several commands in one process, what
 * they write going nowhere; one without words brings the window up for a moment.
 */
public final class Rehearsal {

    private Rehearsal() {}

    /** @param commands command lines, their words parted by blanks */
    public static void main(String[] commands) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        for (String command : commands) {
            if (command.isEmpty()) {
                Main.run(nowhere, nowhere, new BriefWindow());
            } else {
                Main.run(nowhere, nowhere, Main::window, command.split(" "));
            }
        }
    }
}
