package org.maxdock.host.ssh;

import java.io.File;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maxdock.host.Host;
import org.maxdock.text.IoReason;
import org.maxdock.text.Reason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * The connections that the user has OpenSSH's client keep between calls: it logs in, asks what there is to ask in the
 * terminal, and ends by itself when nobody has used it for a while (ssh_config(5), ControlPersist).
 */
public final class KeptConnections {

    /** The path of a socket (unix(7)), less what the client appends to it while it makes it. */
    private static final int LONGEST_PATH = 107 - 17;

    /** What the client does not read as anything else in a path (ssh_config(5), TOKENS). */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._@+,-]+");

    private final KeptFolder folder;
    private final SshSettings settings;
    private final SshMachine machine;
    private final Optional<Path> program;

    /** How a connection of our own is made, for what does not go over one that is kept. */
    public interface OwnConnection {
        Host open() throws Trouble;
    }

    KeptConnections(Path folder, SshSettings settings, SshMachine machine) {
        this.folder = new KeptFolder(folder);
        this.settings = settings;
        this.machine = machine;
        this.program = File.separatorChar == '/' // elsewhere the client keeps none
                ? OpenSshClient.find(machine.variables().getOrDefault("PATH", ""))
                : Optional.empty();
    }

    /** The user's own. */
    public static KeptConnections of(SshSettings settings) {
        return new KeptConnections(KeptFolder.of(settings.home()).path(), settings, SshMachine.here(settings.home()));
    }

    private KeptConnection connection(Path ssh, SshTarget target) {
        List<String> words = destination(target);
        String socket = KeptConnection.shortName(machine.name() + "\0" + String.join("\0", words));
        return new KeptConnection(ssh, folder.path().resolve(socket), words);
    }

    private List<String> destination(SshTarget target) {
        List<String> words = new ArrayList<>();
        settings.identity().ifPresent(file -> words.addAll(List.of("-i", file.toString())));
        settings.knownHosts()
                .ifPresent(file -> words.addAll(
                        List.of("-o", "UserKnownHostsFile=\"" + file.toString().replace("%", "%%") + "\"")));
        words.addAll(
                OpenSshClient.destination(target, settings, settings.config().map(Path::toString)));
        return words;
    }

    /** Where the client listens that keeps a connection to a server; empty where there is no client here. */
    public Optional<Path> socket(SshTarget target) {
        return program.map(ssh -> connection(ssh, target).socket());
    }

    /** A server over the connection that is kept to it; empty where none is. */
    public Optional<Host> find(SshTarget target, OwnConnection own) {
        if (program.isEmpty() || !folder.isMine()) {
            return Optional.empty();
        }
        KeptConnection kept = connection(program.get(), target);
        if (!Files.exists(kept.socket(), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            SocketChannel master = kept.master();
            return Optional.of(new KeptHost(target.toString(), kept, master, own));
        } catch (IOException e) {
            System.getLogger(KeptConnections.class.getName()).log(System.Logger.Level.DEBUG, "it is kept no more", e);
            return Optional.empty();
        }
    }

    /**
     * Logs in and keeps the connection, in the place of one that is kept already. It may ask in the terminal.
     *
     * @param idle for how long it is kept after its last use
     * @throws Trouble where there is no client here, or it did not come to a connection, which it has said itself
     */
    public void keep(SshTarget target, Duration idle) throws Trouble {
        Path ssh = program.orElseThrow(() -> new Trouble(TroubleKind.NO_SSH_CLIENT));
        folder.make();
        KeptConnection kept = connection(ssh, target);
        if (kept.socket().toString().length() > LONGEST_PATH
                || !PLAIN.matcher(kept.socket().toString()).matches()) {
            throw new Trouble(
                    TroubleKind.FILE_UNWRITABLE,
                    kept.socket(),
                    Reason.of("reason.no-socket-path", "its path is none for a socket of ssh"));
        }
        end(target);
        clear(kept);
        List<String> words = new ArrayList<>(List.of(
                ssh.toString(),
                "-fN",
                "-oControlMaster=yes",
                "-oControlPath=" + kept.socket(),
                "-oControlPersist=" + idle.toSeconds(),
                "-oServerAliveInterval=10", // a dead link is told sooner than that a command does not begin
                "-oServerAliveCountMax=3",
                "-oStreamLocalBindUnlink=yes", // a socket that an earlier one left is in nobody's way
                "-oForwardX11=no",
                "-oForwardAgent=no",
                "-oExitOnForwardFailure=no",
                "-oClearAllForwardings=yes"));
        words.addAll(kept.destination());
        if (run(words) != 0 || !kept.isOpen()) {
            throw new Trouble(TroubleKind.NOT_KEPT, target);
        }
    }

    /**
     * Has nobody else use the connection that is kept to a server: it ends as soon as those have ended that do. False
     * where none was.
     */
    public boolean end(SshTarget target) throws Trouble {
        if (program.isEmpty() || !folder.isMine()) {
            return false;
        }
        KeptConnection kept = connection(program.get(), target);
        boolean open = kept.isOpen();
        boolean ended = open && run(kept.words("-q", "-Ostop")) == 0;
        if (ended || !open) { // what is left of one that is no more, or does not answer
            clear(kept);
        }
        return ended;
    }

    private static void clear(KeptConnection kept) throws Trouble {
        try {
            kept.clear();
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNWRITABLE, kept.socket(), IoReason.of(e));
        }
    }

    private static int run(List<String> words) throws Trouble {
        try {
            return new ProcessBuilder(words)
                    .inheritIO()
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD) // which it would hold for as long as it is kept
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.NO_SSH_CLIENT, IoReason.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(e, TroubleKind.CANCELLED);
        }
    }
}
