package org.maxdock.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.maxdock.host.ByteStream;

/** A stream of a host in the form that TLS and HTTP libraries take. */
final class StreamSocket extends Socket {

    private final ByteStream stream;
    private volatile boolean closed;

    StreamSocket(ByteStream stream) {
        this.stream = stream;
    }

    @Override
    public InputStream getInputStream() {
        return stream.input();
    }

    @Override
    public OutputStream getOutputStream() {
        return stream.output();
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void setSoTimeout(int timeout) {
        // a stream has no timeouts; whoever waits can close it
    }

    @Override
    public int getSoTimeout() {
        return 0;
    }

    @Override
    public void setTcpNoDelay(boolean on) {
        // whatever carries the stream decides
    }

    @Override
    public void shutdownInput() {
        // closing ends both directions
    }

    @Override
    public void shutdownOutput() throws IOException {
        stream.output().close();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        stream.close();
    }
}
