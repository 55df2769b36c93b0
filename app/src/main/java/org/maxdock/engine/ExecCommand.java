package org.maxdock.engine;

/**
 * The only place that writes a docker exec. It always names its user: in the host's user namespace the site's
 * authorization plugin refuses one that does not ("User not specified. Use -u flag."), and takes none but the one whom
 * the container runs as.
 */
public final class ExecCommand {

    /** A line of bash that sets {@code as} to whom the container {@code $1} runs as: without a user it is root. */
    public static final String WHO =
            "as=$(docker container inspect --format '{{.Config.User}}' \"$1\") || exit; as=${as:-0}\n";

    /** A shell, bash where the container has it, as words of bash. */
    public static final String BEST_SHELL = "sh -c 'if command -v bash >/dev/null; then exec bash; else exec sh; fi'";

    private ExecCommand() {}

    /**
     * The first words of a docker exec, to which options, the container and a command are added.
     *
     * @param user as a word of bash
     */
    public static String as(String user) {
        return "docker exec --user " + user;
    }

    /**
     * Lines of bash that become a command in the container {@code $1}, as whom it runs as, at a terminal.
     *
     * @param command as words of bash
     */
    public static String atTerminal(String command) {
        return become(" --interactive --tty", command);
    }

    /**
     * The same without a terminal: output and errors stay apart, and bytes are as they come.
     *
     * @param reads whether it has an input
     */
    static String inPipes(boolean reads, String command) {
        return become(reads ? " --interactive" : "", command);
    }

    private static String become(String options, String command) {
        return WHO + "exec " + as("\"$as\"") + options + " \"$1\" " + command + "\n";
    }
}
