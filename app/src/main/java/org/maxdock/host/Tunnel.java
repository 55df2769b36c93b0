package org.maxdock.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * A port of this machine that leads, through a host's connection, to a port that the host can reach. It listens on the
 * loopback address alone, so that only people of this machine can knock; what is at its other end must still ask them
 * who they are.
 */
public final class Tunnel implements AutoCloseable {

    /** Where it leads. */
    public interface Far {
        ByteStream open() throws Trouble;
    }

    private final ServerSocket server;
    private final Far far;

    /**
     * Opens it on any free port.
     *
     * @param address as the host names it
     */
    public Tunnel(Host host, String address, int port) throws Trouble {
        this(() -> host.connectTcp(address, port));
    }

    public Tunnel(Far far) throws Trouble {
        this.far = far;
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
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> join(socket));
            } catch (IOException e) {
                log(e);
            }
        }
    }

    private void join(Socket socket) {
        try (socket;
                ByteStream stream = far.open()) {
            Thread there = Thread.ofVirtual().start(() -> copy(socket, stream));
            stream.input().transferTo(socket.getOutputStream());
            socket.shutdownOutput();
            there.join();
        } catch (IOException | Trouble e) {
            log(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket socket, ByteStream far) {
        try (OutputStream out = far.output();
                InputStream in = socket.getInputStream()) {
            byte[] buffer = new byte[16_384];
            for (int n; (n = in.read(buffer)) >= 0; ) {
                out.write(buffer, 0, n);
                out.flush();
            }
        } catch (IOException e) {
            log(e);
        }
    }

    private static void log(Exception e) {
        System.getLogger(Tunnel.class.getName()).log(System.Logger.Level.DEBUG, "a connection of the tunnel ended", e);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            log(e);
        }
    }
}
