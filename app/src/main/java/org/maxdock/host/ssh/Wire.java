package org.maxdock.host.ssh;

import com.jcraft.jsch.Proxy;
import com.jcraft.jsch.SocketFactory;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/**
 * The bytes to and from a server, whatever they run through; JSch is given it as the proxy it connects over. It knows
 * when the server was last heard.
 */
final class Wire implements Proxy, AutoCloseable {

    /** Ends what the bytes run through. */
    interface End {
        void end() throws IOException;
    }

    private final InputStream input;
    private final OutputStream output;
    private final End end;
    private volatile long heard = System.nanoTime();

    Wire(InputStream input, OutputStream output, End end) {
        this.input = new FilterInputStream(input) {
            @Override
            public int read() throws IOException {
                return note(super.read());
            }

            @Override
            public int read(byte[] bytes, int start, int length) throws IOException {
                return note(super.read(bytes, start, length));
            }
        };
        this.output = output;
        this.end = end;
    }

    private int note(int read) {
        if (read >= 0) {
            heard = System.nanoTime();
        }
        return read;
    }

    /** For how long nothing has come; what has come and was not taken yet is no silence. */
    long silentMillis() {
        try {
            if (input.available() > 0) {
                heard = System.nanoTime();
            }
        } catch (IOException e) {
            System.getLogger(Wire.class.getName()).log(System.Logger.Level.DEBUG, "closed", e);
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - heard);
    }

    @Override
    public void connect(SocketFactory factory, String host, int port, int timeout) {
        heard = System.nanoTime();
    }

    @Override
    public InputStream getInputStream() {
        return input;
    }

    @Override
    public OutputStream getOutputStream() {
        return output;
    }

    /** None, so that JSch sets no times of its own. */
    @Override
    public Socket getSocket() {
        return null;
    }

    @Override
    public void close() {
        try {
            end.end();
        } catch (IOException e) {
            System.getLogger(Wire.class.getName()).log(System.Logger.Level.DEBUG, "not closed", e);
        }
    }
}
