package org.maxdock.host;

import java.util.List;
import org.maxdock.host.shell.Lifeline;
import org.maxdock.host.shell.ScriptStart;
import org.maxdock.host.shell.Shell;
import org.maxdock.host.shell.Surroundings;

/**
 * A bash script and its arguments, to be run after the start-up files of a login shell of a host, since only these know
 * the site's settings (/etc/profile.d).
 *
 * @param script bash
 * @param arguments $1, $2, …
 * @param input what it reads on standard input when it is run to its end; empty for none
 * @param lifeline whether it must end when the connection does: its standard input is then a lifeline and not its own
 * @param display whether its windows are to come to this machine's display
 * @param surroundings the environment it is run in; one that is run in a terminal is the user's in any case
 * @param given whether a line comes ahead of its input that no argument is to hold, as for a secret: the script has it
 *     in its environment as {@value #GIVEN}. Whoever starts it writes that line
 */
public record Command(
        String script,
        List<String> arguments,
        byte[] input,
        boolean lifeline,
        boolean display,
        Surroundings surroundings,
        boolean given) {

    /** The variable that holds the line that comes ahead. */
    public static final String GIVEN = "MAXDOCK_GIVEN";

    private static final byte[] NOTHING = new byte[0];

    public Command {
        arguments = List.copyOf(arguments);
    }

    /** A program with its arguments, each exactly as given. */
    public static Command of(String... words) {
        return of(List.of(words));
    }

    public static Command of(List<String> words) {
        return script(Shell.join(words));
    }

    /** A script of ours, with what the user gave passed as arguments. */
    public static Command script(String script, String... arguments) {
        return new Command(script, List.of(arguments), NOTHING, false, false, Surroundings.OURS, false);
    }

    public Command withInput(byte[] bytes) {
        return new Command(script, arguments, bytes, lifeline, display, surroundings, given);
    }

    /**
     * The same command, ended (SIGTERM, then SIGKILL) as soon as its standard input closes, as it does with the
     * connection.
     */
    public Command withLifeline() {
        return new Command(script, arguments, input, true, display, surroundings, given);
    }

    /** The same command with this machine's display, where a server runs it. */
    public Command withDisplay() {
        return new Command(script, arguments, input, lifeline, true, surroundings, given);
    }

    /** The same command with the user's own environment as it is. */
    public Command asUser() {
        return new Command(script, arguments, input, lifeline, display, Surroundings.USERS, given);
    }

    /** The same command, with a line ahead of its input in its environment. */
    public Command withGiven() {
        return new Command(script, arguments, input, lifeline, display, surroundings, true);
    }

    /** All of it as one bash script, which begins as that says. */
    public String begun(ScriptStart start) {
        String whole = lifeline ? Lifeline.around(script, surroundings.bash()) : script;
        return start.around(given ? "IFS= read -r " + GIVEN + "; export " + GIVEN + "\n" + whole : whole, arguments);
    }
}
