package org.maxdock.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.maxdock.text.Reason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * A port of this machine that leads, through a host's connection, to where only the host can go. It listens on the
 * loopback address alone; but everybody on this machine can knock there, and so can every page in a browser. So whoever
 * connects must first get past a gate, and nothing is opened at the other end before; where the kernel tells that it is
 * another user, they do not even get that far.
 */
public final class Tunnel implements AutoCloseable {

    /** Where it leads. */
    public interface Far {
        ByteStream open() throws Trouble;
    }

    /** Who may come in. */
    public interface Gate {

        /**
         * Looks at what a client says first.
         *
         * @return what goes to the far end, as it comes
         * @throws Refused for one who may not come in, and has been told so where there is a way to
         * @throws IOException for one who has said nothing that could be meant
         */
        InputStream admit(Socket client) throws IOException;
    }

    /** Somebody asked for what is not theirs. */
    public static final class Refused extends IOException {

        private static final long serialVersionUID = 1L;

        public Refused(String why) {
            super(why);
        }
    }

    private static final int MOST_CLIENTS = 200;
    private static final int PATIENCE_MS = 20_000;

    private final ServerSocket server;
    private final Far far;
    private final Gate gate;
    private final Consumer<Reason> alarm;
    private final Set<Reason> told = ConcurrentHashMap.newKeySet();
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

    /**
     * Opens it on any free port.
     *
     * @param alarm is told who was refused, once of each account
     */
    public Tunnel(Far far, Gate gate, Consumer<Reason> alarm) throws Trouble {
        this.far = far;
        this.gate = gate;
        this.alarm = alarm;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.NO_LOCAL_PORT, e.getMessage());
        }
        Thread.ofVirtual().name("tunnel").start(this::accept);
    }

    /** The port of this machine. */
    public int localPort() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (clients.size() < MOST_CLIENTS) {
                    clients.add(client);
                    Thread.ofVirtual().start(() -> serve(client));
                } else {
                    client.close();
                }
            } catch (IOException e) {
                log(e);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(PATIENCE_MS);
            InputStream admitted = admitted(client);
            client.setSoTimeout(0);
            join(client, admitted);
        } catch (IOException | Trouble e) {
            log(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            clients.remove(client);
        }
    }

    private InputStream admitted(Socket client) throws IOException {
        LocalPeer peer = LocalPeer.of(client);
        try {
            if (peer.isAnotherUsers()) { // whatever they know
                throw new Refused("another user's program");
            }
            return gate.admit(client);
        } catch (IOException e) {
            refused(peer, e);
            throw e;
        }
    }

    /** One who says nothing is told of where it is not the user: nobody else has any business here. */
    private void refused(LocalPeer peer, IOException why) {
        if ((why instanceof Refused || peer.isForeign()) && told.add(peer.who())) {
            alarm.accept(peer.who());
        }
    }

    /** Until both have said all: one who has nothing more to say may still listen. */
    private void join(Socket client, InputStream admitted) throws IOException, Trouble, InterruptedException {
        try (ByteStream stream = far.open()) {
            Thread there = Thread.ofVirtual().start(() -> copy(client, admitted, stream));
            stream.input().transferTo(client.getOutputStream());
            client.shutdownOutput();
            there.join();
        }
    }

    private void copy(Socket client, InputStream admitted, ByteStream far) {
        try (OutputStream out = far.output()) {
            byte[] buffer = new byte[16_384];
            for (int n; (n = admitted.read(buffer)) >= 0; ) {
                out.write(buffer, 0, n);
                out.flush();
            }
        } catch (IOException e) {
            if (e instanceof Refused) {
                refused(LocalPeer.of(client), e);
            }
            log(e);
            end(client);
        }
    }

    private static void end(Socket client) {
        try {
            client.close();
        } catch (IOException e) {
            log(e);
        }
    }

    private static void log(Exception e) {
        System.getLogger(Tunnel.class.getName()).log(System.Logger.Level.DEBUG, "a connection of the tunnel ended", e);
    }

    /** Nobody is let in any more, and who is in has to go. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            log(e);
        }
        clients.forEach(Tunnel::end);
    }
}
