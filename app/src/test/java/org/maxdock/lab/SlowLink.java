package org.maxdock.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
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
 * A long way to the lab's workgroup server: every byte arrives so much later, in both directions, and where that is
 * asked for not more than so many a second, with pauses as of a radio link. Counts round trips.
 */
public final class SlowLink implements AutoCloseable {

    private static final String SERVER = Lab.addresses("max-wgs").getFirst();

    private record Chunk(byte[] bytes, long due) {}

    /**
     * @param oneWay how much later a byte arrives
     * @param bytesPerSecond that it carries each way; 0 for any number
     * @param stalls where there are any, when and for how long nothing is carried
     */
    public record Quality(Duration oneWay, long bytesPerSecond, Optional<Random> stalls) {

        /** 5 Mbit/s, 80 ms each way, and every few seconds a pause of up to two. */
        public static Quality rough(long seed) {
            return new Quality(Duration.ofMillis(80), 625_000, Optional.of(new Random(seed)));
        }
    }

    /**
     * What is under way on a link of that many bytes a second waits in buffers of about this size, then in the sender.
     */
    private static final int UNDER_WAY = 8;

    private static final Chunk END = new Chunk(new byte[0], 0);

    private final ServerSocket listening;
    private final Quality quality;
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private final Queue<Socket> ends = new ConcurrentLinkedQueue<>();
    private volatile boolean answered = true;

    public SlowLink(Duration oneWay) throws IOException {
        this(new Quality(oneWay, 0, Optional.empty()));
    }

    public SlowLink(Quality quality) throws IOException {
        this.quality = quality;
        this.listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /**
     * How often, so far, something was sent to the server after it had answered: that many round trips were waited for.
     */
    public int roundTrips() {
        return turns.get();
    }

    /** Bytes that have been sent to the server, over all connections. */
    public long sent() {
        return sent.get();
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
            try {
                end.setSoLinger(true, 0);
                end.close();
            } catch (SocketException e) {
                if (!end.isClosed()) { // by who carried something to it, since the other end was cut
                    throw e;
                }
            }
        }
    }

    /** The workgroup server over this link, as mxuser. */
    public String target() {
        return "mxuser@127.0.0.1:" + listening.getLocalPort();
    }

    /** What an SSH client needs to get through it; {@code folder} is for its known hosts. */
    public SshSettings settings(Path folder) throws IOException {
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
        LinkedBlockingQueue<Chunk> way =
                quality.bytesPerSecond() == 0 ? new LinkedBlockingQueue<>() : new LinkedBlockingQueue<>(UNDER_WAY);
        Pace pace = new Pace(quality);
        Thread.ofVirtual().start(() -> {
            byte[] buffer = new byte[quality.bytesPerSecond() == 0 ? 1 << 16 : 1 << 14];
            try (from) {
                InputStream in = from.getInputStream();
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    sent.addAndGet(toServer ? n : 0);
                    if (toServer && answered) {
                        answered = false;
                        turns.incrementAndGet();
                    }
                    way.put(new Chunk(Arrays.copyOf(buffer, n), pace.arrival(n)));
                }
                way.put(END);
            } catch (IOException e) {
                way.clear();
                way.add(END);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Thread.ofVirtual().start(() -> {
            try (to) {
                OutputStream out = to.getOutputStream();
                for (Chunk chunk = way.take(); chunk.bytes().length > 0; chunk = way.take()) {
                    LockSupport.parkNanos(chunk.due() - System.nanoTime());
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

    /** When what is sent now arrives. */
    private static final class Pace {

        private static final long SECOND = 1_000_000_000L;

        private final Quality quality;
        private long free = System.nanoTime();
        private long nextStall = System.nanoTime() + SECOND;

        Pace(Quality quality) {
            this.quality = quality;
        }

        long arrival(int bytes) {
            long now = System.nanoTime();
            free = Math.max(free, now);
            if (quality.bytesPerSecond() > 0) {
                free += bytes * SECOND / quality.bytesPerSecond();
            }
            if (quality.stalls().isPresent() && now > nextStall) {
                Random random = quality.stalls().get();
                free += random.nextLong(2 * SECOND);
                nextStall = free + random.nextLong(8 * SECOND);
            }
            return free + quality.oneWay().toNanos();
        }
    }
}
