package org.maxdock;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Stands in for an engine where a start is rehearsed: it has one image, and answers a listing and what goes before it
 * (https://docs.docker.com/reference/api/engine/version/v1.41/).
 */
final class RehearsedEngine implements AutoCloseable {

    private static final String IMAGES = """
            [{"Id":"sha256:%s","ParentId":"","RepoTags":["rehearsed:1"],"RepoDigests":[],"Created":1,"Size":1,
            "SharedSize":-1,"Containers":-1,"Labels":null}]""".formatted("a".repeat(64));
    private static final String INFO = """
            {"ID":"rehearsed","Images":1,"ServerVersion":"20.10.24","OSType":"linux","Architecture":"x86_64",
            "SecurityOptions":["name=userns"]}""";

    private final ServerSocketChannel socket;

    /** Listens at a socket of the file system, which must not be there yet. */
    RehearsedEngine(Path path) throws IOException {
        socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        socket.bind(UnixDomainSocketAddress.of(path));
        Thread.ofPlatform().daemon().name("rehearsed engine").start(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel asking = socket.accept();
                Thread.ofPlatform().daemon().name("rehearsed answer").start(() -> answer(asking));
            }
        } catch (ClosedChannelException e) {
            System.getLogger(RehearsedEngine.class.getName()).log(System.Logger.Level.DEBUG, "it is over", e);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void answer(SocketChannel asking) {
        try (asking) {
            BufferedReader questions = new BufferedReader(
                    new InputStreamReader(Channels.newInputStream(asking), StandardCharsets.US_ASCII));
            OutputStream answers = Channels.newOutputStream(asking);
            for (String line, asked = ""; (line = questions.readLine()) != null; ) {
                if (!line.isEmpty()) {
                    asked = asked.isEmpty() ? line : asked;
                    continue;
                }
                String said = asked.contains("/images/json") ? IMAGES : asked.contains("/info") ? INFO : "OK";
                answers.write(
                        ("HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nContent-Type: application/json\r\nContent-Length: "
                                        + said.length() + "\r\n\r\n" + said)
                                .getBytes(StandardCharsets.US_ASCII));
                asked = "";
            }
        } catch (IOException e) {
            System.getLogger(RehearsedEngine.class.getName()).log(System.Logger.Level.DEBUG, "who asked is gone", e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
