package org.maxdock.host.ssh;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A connection that OpenSSH's client keeps open between calls (ssh_config(5), ControlMaster): its socket is its user's
 * alone, of whom the client makes sure at both ends.
 *
 * @param program the client
 * @param socket where it listens
 * @param destination options and the server, as the client takes them
 */
record KeptConnection(Path program, Path socket, List<String> destination) {

    /** A client that listens greets at once (OpenSSH, PROTOCOL.mux); one that is stopped or stuck never does. */
    private static final Duration GREETS_WITHIN = Duration.ofSeconds(3);

    KeptConnection {
        destination = List.copyOf(destination);
    }

    /** Whether it can be used; a socket that nobody listens at, or who does not answer, is none. */
    boolean isOpen() {
        try (SocketChannel master = master()) {
            return master.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** A stream to who keeps it, and has greeted; it ends when that does. */
    SocketChannel master() throws IOException {
        SocketChannel master = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            master.configureBlocking(false);
            if (!master.connect(UnixDomainSocketAddress.of(socket))) { // so many wait there already
                throw new SocketTimeoutException("who listens at " + socket + " takes nobody");
            }
            try (Selector selector = Selector.open()) {
                master.register(selector, SelectionKey.OP_READ);
                if (selector.select(GREETS_WITHIN.toMillis()) == 0) {
                    throw new SocketTimeoutException("who listens at " + socket + " does not answer");
                }
            }
            if (master.read(ByteBuffer.allocate(1)) < 1) {
                throw new EOFException("who listens at " + socket + " has ended");
            }
            master.configureBlocking(true);
            return master;
        } catch (IOException e) {
            master.close();
            throw e;
        }
    }

    /**
     * The words that use it. What the user's configuration says counted when it was made: read again, it would forward
     * once more, or run another command (LocalForward, RemoteCommand). What cannot use it is not to connect by itself.
     */
    List<String> words(String... more) {
        List<String> words = new ArrayList<>(List.of(
                program.toString(),
                "-F",
                "none",
                "-S",
                socket.toString(),
                "-oControlMaster=no",
                "-oBatchMode=yes",
                "-oProxyCommand=false",
                "-oLogLevel=ERROR"));
        words.addAll(List.of(more));
        words.addAll(List.of("--", destination.getLast()));
        return words;
    }

    /** Removes what its sockets have left when it did not end by itself: the client takes no path that is there. */
    void clear() throws IOException {
        String name = socket.getFileName().toString();
        try (DirectoryStream<Path> left = Files.newDirectoryStream(socket.getParent(), name + "*")) {
            for (Path one : left) {
                Files.deleteIfExists(one);
            }
        }
    }

    /** Where it listens for streams to an address there. */
    Path socketTo(String address) {
        return socket.resolveSibling(socket.getFileName() + "-" + shortName(address));
    }

    /** A name of few characters, since the path of a socket has few (unix(7)): the same for the same text. */
    static String shortName(String text) {
        UUID name = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(name.getMostSignificantBits() ^ name.getLeastSignificantBits());
    }
}
