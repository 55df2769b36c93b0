package org.maxdock;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLServerSocket;

/**
 * Stands in for an engine where a start is rehearsed: it has one image, and answers a listing and what goes before it
 * (https://docs.docker.com/reference/api/engine/version/v1.41/). Here at a socket of the file system; for those who log
 * in, where there is a certificate, at a port of this machine by TLS, which asks them for theirs, as a site's does.
 */
final class RehearsedEngine implements AutoCloseable {

    private static final String IMAGES = """
            [{"Id":"sha256:%s","ParentId":"","RepoTags":["rehearsed:1"],"RepoDigests":[],"Created":1,"Size":1,
            "SharedSize":-1,"Containers":-1,"Labels":null}]""".formatted("a".repeat(64));
    private static final String INFO = """
            {"ID":"rehearsed","Images":1,"ServerVersion":"20.10.24","OSType":"linux","Architecture":"x86_64",
            "SecurityOptions":["name=userns"]}""";
    private static final int WAITING = 8;

    private final ServerSocketChannel here;
    private final SSLServerSocket byTls;
    private volatile boolean closed;

    /**
     * Listens at the socket {@code engine} of a folder, which must not be there yet. What logins there have in their
     * environment is written to {@code login} of that folder, as sshd_config(5) includes it; the certificate is that of
     * {@code identity.p12} there.
     */
    RehearsedEngine(Path folder) throws IOException, GeneralSecurityException {
        here = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        here.bind(UnixDomainSocketAddress.of(folder.resolve("engine")));
        RehearsedIdentity identity = new RehearsedIdentity(folder);
        byTls = (SSLServerSocket) identity.tls()
                .getServerSocketFactory()
                .createServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
        byTls.setNeedClientAuth(true);
        Files.writeString(
                folder.resolve("login"),
                "SetEnv DOCKER_HOST=tcp://localhost:" + byTls.getLocalPort() + " DOCKER_TLS_VERIFY=1 DOCKER_CERT_PATH="
                        + folder + "\n");
        inBackground(this::acceptHere);
        inBackground(this::acceptByTls);
    }

    /** What is done until it has come to its end. */
    private interface Work {
        void run() throws IOException;
    }

    private void inBackground(Work work) {
        Thread.ofPlatform().daemon().name("rehearsed engine").start(() -> {
            try {
                work.run();
            } catch (IOException e) {
                if (!closed) { // a listing may end with its connection
                    System.getLogger(RehearsedEngine.class.getName()).log(System.Logger.Level.WARNING, "it is over", e);
                }
            }
        });
    }

    private void acceptHere() throws IOException {
        while (true) {
            SocketChannel asking = here.accept();
            answerTo(asking, Channels.newInputStream(asking), Channels.newOutputStream(asking));
        }
    }

    private void acceptByTls() throws IOException {
        while (true) {
            Socket asking = byTls.accept();
            answerTo(asking, asking.getInputStream(), asking.getOutputStream());
        }
    }

    private void answerTo(Closeable asking, InputStream questions, OutputStream answers) {
        inBackground(() -> {
            try (asking) {
                answer(new BufferedReader(new InputStreamReader(questions, StandardCharsets.US_ASCII)), answers);
            }
        });
    }

    private static void answer(BufferedReader questions, OutputStream answers) throws IOException {
        String asked = "";
        for (String line; (line = questions.readLine()) != null; ) {
            if (!line.isEmpty()) {
                asked = asked.isEmpty() ? line : asked;
                continue;
            }
            String said = asked.contains("/images/json") ? IMAGES : asked.contains("/info") ? INFO : "OK";
            answers.write(("HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nContent-Type: application/json\r\nContent-Length: "
                            + said.length() + "\r\n\r\n" + said)
                    .getBytes(StandardCharsets.US_ASCII));
            asked = "";
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        here.close();
        byTls.close();
    }
}
