package org.maxdock.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.maxdock.text.Reason;

/**
 * Whose program is at the other end of a connection within this machine: the kernel's tables say it (proc(5),
 * /proc/net/tcp), where there are any.
 */
record LocalPeer(Optional<Long> uid) {

    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final Path PROCESSES = Path.of("/proc");
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int UID = 7;
    private static final int INODE = 9;

    /** @param client as the side that was connected to has it */
    static LocalPeer of(Socket client) {
        String there = end(client.getInetAddress(), client.getPort());
        String here = end(client.getLocalAddress(), client.getLocalPort());
        return new LocalPeer(TABLES.stream()
                .flatMap(LocalPeer::lines)
                .filter(line -> line.contains(there))
                .map(line -> line.strip().split(" +"))
                .filter(f -> f.length > INODE && f[LOCAL].endsWith(there) && f[REMOTE].endsWith(here))
                .filter(f -> !f[INODE].equals("0")) // of one that is closed the uid is told as 0
                .map(f -> Long.valueOf(f[UID]))
                .findFirst());
    }

    /**
     * As the tables write it, each four bytes of the address in this machine's order. The port alone is not enough: it
     * may be another's, too, at another address, and all of 127.0.0.0/8 are this machine's.
     */
    private static String end(InetAddress address, int port) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress()).order(ByteOrder.nativeOrder());
        HexFormat hex = HexFormat.of().withUpperCase();
        StringBuilder written = new StringBuilder();
        while (bytes.hasRemaining()) {
            written.append(hex.toHexDigits(bytes.getInt()));
        }
        return written.append(':').append(hex.toHexDigits((short) port)).toString();
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream();
        } catch (IOException e) { // another system than Linux
            return Stream.empty();
        }
    }

    /** Whether it is known to be another account's than this program's. */
    boolean isForeign() {
        return uid.isPresent() && !uid.equals(uidOf(Path.of("/proc/self")));
    }

    /** The same, and not root's: its programs pass on what others say, and nothing here keeps them out. */
    boolean isAnotherUsers() {
        return isForeign() && !uid.equals(Optional.of(0L));
    }

    /** The account's name and number, as far as they are known. */
    Reason who() {
        return uid.map(u -> Reason.said(name(u).map(n -> n + " (uid " + u + ")").orElse("uid " + u)))
                .orElse(Reason.of("reason.somebody", "somebody"));
    }

    /** By the owner of a process: nothing else in Java tells the name of a number. */
    private static Optional<String> name(long uid) {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : all) {
                if (uidOf(process).equals(Optional.of(uid))) {
                    String name = Files.getOwner(process).getName();
                    return Optional.of(name).filter(n -> !n.equals(String.valueOf(uid)));
                }
            }
        } catch (IOException e) { // it has ended meanwhile
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<Long> uidOf(Path process) {
        try {
            return Optional.of(((Number) Files.getAttribute(process, "unix:uid")).longValue());
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
