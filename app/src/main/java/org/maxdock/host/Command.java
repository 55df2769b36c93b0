package org.maxdock.host;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.host.shell.Lifeline;
import org.maxdock.host.shell.Shell;

/**
 * A bash script and its arguments, to be run by a login shell ({@code bash -l}) of a host, since only a login shell
 * knows the site's settings (/etc/profile.d).
 *
 * @param script bash
 * @param arguments $1, $2, …
 * @param input what it reads on standard input when it is run to its end; empty for none
 * @param display whether its windows are to come to this machine's display
 * @param lifeline whether it must end when the connection does: its standard input is then a lifeline and not its own
 */
public record Command(String script, List<String> arguments, byte[] input, boolean lifeline, boolean display) {

    private static final byte[] NOTHING = new byte[0];

    public Command {
        arguments = List.copyOf(arguments);
    }

    /** A program with its arguments, each exactly as given. */
    public static Command of(String... words) {
        return new Command(Shell.join(List.of(words)), List.of(), NOTHING, false, false);
    }

    public static Command of(List<String> words) {
        return new Command(Shell.join(words), List.of(), NOTHING, false, false);
    }

    /** A script of ours, with what the user gave passed as arguments. */
    public static Command script(String script, String... arguments) {
        return new Command(script, List.of(arguments), NOTHING, false, false);
    }

    public Command withInput(byte[] bytes) {
        return new Command(script, arguments, bytes, lifeline, display);
    }

    /**
     * The same command, ended (SIGTERM, then SIGKILL) as soon as its standard input closes, as it does with the
     * connection.
     */
    public Command withLifeline() {
        return new Command(script, arguments, input, true, display);
    }

    /** The same command with this machine's display, where a server runs it. */
    public Command withDisplay() {
        return new Command(script, arguments, input, lifeline, true);
    }

    /** The words that start it: bash, and what bash is given. */
    public List<String> words() {
        List<String> words =
                new ArrayList<>(List.of("bash", "-l", "-c", lifeline ? Lifeline.around(script) : script, "bash"));
        words.addAll(arguments);
        return words;
    }

    /** The one line for a shell that is not ours, such as the one sshd starts. */
    public String line() {
        return "exec " + Shell.join(words());
    }
}
