package org.maxdock.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.maxdock.host.ssh.SshPrompts;
import org.maxdock.host.ssh.SshSettings;
import org.maxdock.operation.Connections;
import org.maxdock.operation.Server;
import org.maxdock.store.Site;
import org.maxdock.text.Trouble;

/**
 * A long way to the lab's workgroup server: every byte arrives so much later, in both directions. Counts round trips.
 */
public final class SlowLink implements AutoCloseable {

    private static final String SERVER = "10.219.7.10";

    private record Chunk(byte[] bytes, long due) {}

    private final ServerSocket listening;
    private final Duration oneWay;
    private final AtomicInteger turns = new AtomicInteger();
    private volatile boolean answered = true;

    public SlowLink(Duration oneWay) throws IOException {
        this.oneWay = oneWay;
        this.listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /**
     * How often, so far, something was sent to the server after it had answered: that many round trips were waited for.
     */
    public int roundTrips() {
        return turns.get();
    }

    public void countFromHere() {
        turns.set(0);
        answered = true;
    }

    /** A connection over this link, as mxuser. */
    public Server connect(Path folder) throws Trouble, IOException {
        Path known = folder.resolve("known_hosts");
        String key = Files.readAllLines(Lab.sshConfig().resolveSibling("known_hosts")).stream()
                .filter(l -> l.startsWith(SERVER) || l.contains("max-wgs"))
                .findFirst()
                .orElseThrow();
        Files.writeString(known, "[127.0.0.1]:" + listening.getLocalPort() + key.substring(key.indexOf(' ')) + "\n");
        SshSettings settings = SshSettings.ofHome(folder).withKnownHosts(known).withIdentity(Lab.key("mxuser"));
        return new Connections(settings, SshPrompts.none(), Site.maxwell())
                .open("mxuser@127.0.0.1:" + listening.getLocalPort());
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket(SERVER, 22);
                carry(client, server, true);
                carry(server, client, false);
            }
        } catch (IOException e) {
            if (!listening.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void carry(Socket from, Socket to, boolean toServer) {
        LinkedBlockingQueue<Chunk> way = new LinkedBlockingQueue<>();
        Thread.ofVirtual().start(() -> {
            byte[] buffer = new byte[1 << 16];
            try (from) {
                InputStream in = from.getInputStream();
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    if (toServer && answered) {
                        answered = false;
                        turns.incrementAndGet();
                    }
                    way.add(new Chunk(java.util.Arrays.copyOf(buffer, n), System.nanoTime() + oneWay.toNanos()));
                }
                way.add(new Chunk(new byte[0], 0));
            } catch (IOException e) {
                way.add(new Chunk(new byte[0], 0));
            }
        });
        Thread.ofVirtual().start(() -> {
            try (to) {
                OutputStream out = to.getOutputStream();
                for (Chunk chunk = way.take(); chunk.bytes().length > 0; chunk = way.take()) {
                    java.util.concurrent.locks.LockSupport.parkNanos(chunk.due() - System.nanoTime());
                    out.write(chunk.bytes());
                    out.flush();
                    if (!toServer) {
                        answered = true;
                    }
                }
            } catch (IOException | InterruptedException e) {
                System.getLogger(SlowLink.class.getName()).log(System.Logger.Level.DEBUG, "the link is closed", e);
            }
        });
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
