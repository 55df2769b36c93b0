package org.maxdock.host;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

public record SocketStream(Socket socket, InputStream input, OutputStream output) implements ByteStream {

    public SocketStream(Socket socket) throws IOException {
        this(socket, socket.getInputStream(), new HalfClosing(socket));
    }

    /** A socket's own stream would close the whole socket. */
    private static final class HalfClosing extends FilterOutputStream {
        private final Socket socket;

        HalfClosing(Socket socket) throws IOException {
            super(socket.getOutputStream());
            this.socket = socket;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            if (!socket.isClosed() && !socket.isOutputShutdown()) {
                socket.shutdownOutput();
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
