package org.maxdock.ui.launch;

import java.util.List;
import org.maxdock.host.shell.Shell;

/**
 * The command of a launch as one line of text: a single word is a program; anything else is a line for the container's
 * sh.
 */
final class CommandText {

    private CommandText() {}

    static List<String> parse(String text) {
        String line = text.strip();
        if (line.isEmpty()) {
            return List.of();
        }
        return line.matches("[A-Za-z0-9_@%+=:,./-]+") ? List.of(line) : List.of("sh", "-c", line);
    }

    static String show(List<String> command) {
        boolean line = command.size() == 3
                && command.get(0).equals("sh")
                && command.get(1).equals("-c");
        return line ? command.get(2) : Shell.join(command);
    }
}
