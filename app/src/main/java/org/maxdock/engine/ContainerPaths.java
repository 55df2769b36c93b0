package org.maxdock.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.host.OwnFile;
import org.maxdock.host.Running;
import org.maxdock.host.Terminal;
import org.maxdock.text.IoReason;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Ways into a container from a shell of its host: what it says, a shell in it, files out of it and into it. */
public final class ContainerPaths {

    private static final String WHOLE_LOG = "exec docker logs \"${@:2}\" -- \"$1\"";
    private static final String LOGS = "exec docker logs --follow --tail 2000 -- \"$1\"";
    private static final String SAVE_LOG = """
            [ ! -d "$2" ] || { echo "$2 is a folder" >&2; exit 1; }
            new=$2.$$.$RANDOM$RANDOM
            """ + OwnFile.CREATE + """
            trap 'rm -f -- "$new"' EXIT
            docker logs -- "$1" 2>&1 | cat >&7
            failed=("${PIPESTATUS[@]}")
            [ "${failed[1]}" = 0 ] || exit "${failed[1]}" # cat has said why
            [ "${failed[0]}" = 0 ] || { tail -c 2000 -- "$new" | tail -n 1 >&2; exit "${failed[0]}"; }
            sync -- "$opened" || exit
            """ + OwnFile.STILL_THERE + """
            mv -fT -- "$new" "$2" && trap - EXIT
            """;
    private static final String SHELL = ExecCommand.atTerminal(ExecCommand.BEST_SHELL);
    private static final String RUN = ExecCommand.atTerminal("sh -c \"$2\"");
    private static final String PIPED = ExecCommand.inPipes(true, "sh -c \"$2\"");
    private static final String WITHOUT_INPUT = ExecCommand.inPipes(false, "sh -c \"$2\"");
    private static final String SHELL_IN_IMAGE =
            "exec docker run --rm --interactive --tty --entrypoint '' -- \"$1\" " + ExecCommand.BEST_SHELL;
    private static final String OUT = "docker cp -- \"$1:$2\" \"$3\"";

    /**
     * A stream into an exec, since sites forbid the engine's own way of copying in; it goes in as the container's user.
     */
    private static final String IN = """
            set -o pipefail
            %star -C "$(dirname -- "$2")" -cf - -- "$(basename -- "$2")" | \
            %s --interactive "$1" tar -C "$3" -xf -
            """.formatted(ExecCommand.WHO, ExecCommand.as("\"$as\""));

    private final Host host;

    public ContainerPaths(Host host) {
        this.host = host;
    }

    /** The last of what it wrote, and what it goes on writing, for as long as this is open. */
    public Terminal logs(String container, int columns, int rows) throws Trouble {
        return host.openTerminal(Command.script(LOGS, container), columns, rows);
    }

    /** What it has written, and writes to its end or this one's where that is wanted. */
    public Running logs(String container, LogChoice choice) throws Trouble {
        List<String> words = new ArrayList<>(List.of(container));
        words.addAll(choice.words());
        return host.start(
                Command.script(WHOLE_LOG, words.toArray(String[]::new)).withLifeline());
    }

    /** Writes all that it has written to a file of the host, whole. */
    public void saveLog(String container, String path, Cancellation cancellation) throws Trouble {
        run(
                said -> new Trouble(
                        TroubleKind.SAVE_FAILED, Message.of("reason.log-of", container), path, IoReason.atEnd(said)),
                cancellation,
                Command.script(SAVE_LOG, container, path));
    }

    public Terminal shell(String container, int columns, int rows) throws Trouble {
        return host.openTerminal(Command.script(SHELL, container), columns, rows);
    }

    /** A line for the container's sh, with a terminal. */
    public Terminal run(String container, String line, int columns, int rows) throws Trouble {
        return host.openTerminal(Command.script(RUN, container, line), columns, rows);
    }

    /**
     * A line for the container's sh, whose output and errors are the command's own.
     *
     * @param reads whether its input is, too; else it ends with this
     */
    public Running run(String container, String line, boolean reads) throws Trouble {
        return host.start(
                reads
                        ? Command.script(PIPED, container, line)
                        : Command.script(WITHOUT_INPUT, container, line).withLifeline());
    }

    /**
     * A shell in a container of its own from an image, which goes when the shell ends; what the image would start is
     * not started.
     */
    public Terminal shellIn(String image, int columns, int rows) throws Trouble {
        return host.openTerminal(Command.script(SHELL_IN_IMAGE, image), columns, rows);
    }

    /** Copies a file or folder of the container to a path of the host. */
    public void copyOut(String container, String inside, String path, Cancellation cancellation) throws Trouble {
        run(
                said -> new Trouble(TroubleKind.COPY_FAILED, said),
                cancellation,
                Command.script(OUT, container, inside, path));
    }

    /** Copies a file or folder of the host into a folder of the container, which must have tar. */
    public void copyIn(String container, String path, String folder, Cancellation cancellation) throws Trouble {
        run(
                said -> new Trouble(TroubleKind.COPY_IN_FAILED, said),
                cancellation,
                Command.script(IN, container, path, folder));
    }

    private void run(Function<String, Trouble> failed, Cancellation cancellation, Command command) throws Trouble {
        if (command.arguments().stream().anyMatch(String::isBlank)) {
            throw new Trouble(TroubleKind.PATH_MISSING);
        }
        Output output = CancellableOutput.run(host, command, cancellation);
        if (!output.ok()) {
            throw EngineSilence.in(output).orElseGet(() -> failed.apply(output.lastError()));
        }
    }
}
