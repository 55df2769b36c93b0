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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Host;
import org.maxdock.host.ssh.SshConnector;
import org.maxdock.host.ssh.SshPrompts;
import org.maxdock.host.ssh.SshSettings;
import org.maxdock.host.ssh.SshTarget;
import org.maxdock.operation.Connections;
import org.maxdock.operation.Server;
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
    private final Queue<Socket> ends = new ConcurrentLinkedQueue<>();
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
        return new Connections(settings(folder), SshPrompts.none(), Lab.site()).open(target());
    }

    /** The same, of which nothing was asked yet. */
    public Host host(Path folder) throws Trouble, IOException {
        return new SshConnector(settings(folder), SshPrompts.none())
                .connect(SshTarget.parse(target()), new Cancellation());
    }

    /** Breaks all connections over it off, as when a cable is drawn and both sides are told. */
    public void cut() throws IOException {
        for (Socket end; (end = ends.poll()) != null; ) {
            end.setSoLinger(true, 0);
            end.close();
        }
    }

    private String target() {
        return "mxuser@127.0.0.1:" + listening.getLocalPort();
    }

    private SshSettings settings(Path folder) throws IOException {
        Path known = folder.resolve("known_hosts");
        String key = Files.readAllLines(Lab.sshConfig().resolveSibling("known_hosts")).stream()
                .filter(l -> l.startsWith(SERVER) || l.contains("max-wgs"))
                .findFirst()
                .orElseThrow();
        Files.writeString(known, "[127.0.0.1]:" + listening.getLocalPort() + key.substring(key.indexOf(' ')) + "\n");
        return SshSettings.ofHome(folder).withKnownHosts(known).withIdentity(Lab.key("mxuser"));
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket(SERVER, 22);
                ends.add(client);
                ends.add(server);
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
