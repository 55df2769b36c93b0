package org.maxdock.host;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.maxdock.host.shell.ScriptStart;
import org.maxdock.host.shell.StartFiles;
import org.maxdock.host.shell.StartMark;
import org.maxdock.host.shell.Surroundings;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Starts scripts on one host so that they begin, whatever the account's start-up files do. Where the user's own never
 * come to the script ({@code exit}, {@code exec zsh}), it is begun after the site's alone, and so are all later ones:
 * nothing of it ran yet, and nothing of its input was sent. Where the site's do not, either, they are heard.
 */
public final class ScriptStarter {

    private final Host host;
    private final ScriptBeginning beginning;
    private final boolean shellReadsInput;
    private final SecureRandom random = new SecureRandom();
    private volatile StartFiles files = StartFiles.LOGIN;

    /**
     * Starts a bash script, whose outputs and input are the command's.
     *
     * @param <R> a command or a terminal
     */
    public interface Way<R extends Running> {
        R start(String script) throws Trouble;
    }

    /** @param shellReadsInput whether a shell that is not ours runs before, and may read what is for the script */
    public ScriptStarter(Host host, boolean shellReadsInput) {
        this(host, shellReadsInput, ScriptBeginning.LONGEST);
    }

    /** @param longest how long start-up files may take */
    public ScriptStarter(Host host, boolean shellReadsInput, Duration longest) {
        this.host = host;
        this.beginning = new ScriptBeginning(host.name(), longest);
        this.shellReadsInput = shellReadsInput;
    }

    public Running start(Command command, Cancellation cancellation, Way<Running> way) throws Trouble {
        return begin(command, command.surroundings(), true, cancellation, way);
    }

    public <R extends Running> R startTerminal(Command command, Way<R> way) throws Trouble {
        return begin(command, Surroundings.USERS, false, new Cancellation(), way);
    }

    private <R extends Running> R begin(
            Command command, Surroundings surroundings, boolean piped, Cancellation cancellation, Way<R> way)
            throws Trouble {
        StartFiles read = files;
        while (true) {
            StartMark mark = StartMark.random(random);
            ScriptStart start = new ScriptStart(mark, read, surroundings, shellReadsInput, !piped);
            R running = way.start(command.begun(start));
            CompletableFuture<Void> cancelled = new CompletableFuture<>();
            cancellation.onCancel(() -> {
                cancelled.complete(null);
                running.close();
            });
            if (start.markedInput()) {
                send(running, mark);
            }
            Optional<ScriptBeginning.Other> other = beginning.await(running, mark, piped, cancelled);
            if (other.isEmpty()) {
                files = read;
                return running;
            }
            running.close();
            if (cancellation.isCancelled()) {
                throw new Trouble(TroubleKind.CANCELLED);
            }
            if (!host.isOpen()) {
                throw new Trouble(TroubleKind.CONNECTION_LOST, host.name());
            }
            read = read.instead().orElseThrow(() -> other.get().trouble(host.name()));
        }
    }

    /** What cannot be sent has no reader; why, its output tells. */
    private static void send(Running running, StartMark mark) {
        try {
            running.input().write(mark.aheadOfInput());
            running.input().flush();
        } catch (IOException e) {
            System.getLogger(ScriptStarter.class.getName())
                    .log(System.Logger.Level.DEBUG, "it ended before it was given anything", e);
        }
    }
}
