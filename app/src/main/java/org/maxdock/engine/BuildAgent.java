package org.maxdock.engine;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/**
 * An ssh-agent of this machine that the steps of a build may use, as docker's {@code --ssh} has it
 * (docs.docker.com/reference/cli/docker/buildx/build, --ssh): they can sign with its keys, which stay where they are.
 *
 * @param id by which the Dockerfile names it in RUN --mount=type=ssh; there it is default where none is named
 * @param socket where it listens; empty for the user's own, of SSH_AUTH_SOCK
 */
public record BuildAgent(String id, Optional<Path> socket) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");
    private static final String VARIABLE = "SSH_AUTH_SOCK";

    /** The user's own, by the name that a Dockerfile means where it names none. */
    public static final BuildAgent DEFAULT = new BuildAgent("default", Optional.empty());

    public BuildAgent {
        Valid.matching("--ssh", id, ID, Valid.LONG);
        socket = Valid.optional(socket).filter(s -> !s.toString().isEmpty()); // as docker has it
    }

    /**
     * As docker takes it: {@code default}, or {@code NAME=SOCKET}.
     *
     * @throws InvalidValue where it is none
     */
    public static BuildAgent of(String text) {
        int equals = text.indexOf('=');
        try {
            return equals < 0
                    ? new BuildAgent(text, Optional.empty())
                    : new BuildAgent(text.substring(0, equals), Optional.of(Path.of(text.substring(equals + 1))));
        } catch (InvalidPathException e) {
            throw new InvalidValue(TroubleKind.BAD_ARGUMENT, "--ssh", Valid.shown(text));
        }
    }

    /** As {@link #of} takes it. */
    public String text() {
        return id + socket.map(s -> "=" + s).orElse("");
    }

    /**
     * Where it listens.
     *
     * @throws Trouble where nobody does, or it is the file of a key
     */
    public Path listens() throws Trouble {
        Path at = socket.or(() -> Optional.ofNullable(System.getenv(VARIABLE))
                        .filter(v -> !v.isBlank())
                        .map(Path::of))
                .orElseThrow(() -> new Trouble(TroubleKind.NO_AGENT_NAMED));
        if (Files.isRegularFile(at)) {
            throw new Trouble(TroubleKind.KEY_NOT_AGENT, at);
        }
        try {
            SocketChannel.open(UnixDomainSocketAddress.of(at)).close();
            return at;
        } catch (IOException | IllegalArgumentException e) {
            throw new Trouble(e, TroubleKind.NO_AGENT, at);
        }
    }

    /** The words of docker for it where its host reaches it at that path. */
    List<String> words(String path) {
        return List.of("--ssh", id + "=" + path);
    }
}
