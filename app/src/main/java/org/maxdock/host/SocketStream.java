package org.maxdock.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

record SocketStream(Socket socket, InputStream input, OutputStream output) implements ByteStream {

    SocketStream(Socket socket) throws IOException {
        this(socket, socket.getInputStream(), socket.getOutputStream());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
