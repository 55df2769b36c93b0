package org.maxdock.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** One HTTP/1.1 connection to an engine. */
final class EngineConnection {

    private static final int BUFFER = 8192;

    private final Socket socket;
    private final DefaultBHttpClientConnection http = new DefaultBHttpClientConnection(Http1Config.DEFAULT);

    EngineConnection(Socket socket) throws IOException {
        this.socket = socket;
        http.bind(socket);
    }

    /**
     * Sends the request with its body and receives the head of the answer; then the hijacked input follows, in the
     * background.
     */
    ClassicHttpResponse exchange(ClassicHttpRequest request, InputStream hijacked) throws IOException, HttpException {
        http.sendRequestHeader(request);
        IOException cut = sendBody(request);
        ClassicHttpResponse response;
        try {
            response = http.receiveResponseHeader();
            http.receiveResponseEntity(response);
        } catch (IOException e) {
            throw cut == null ? e : cut;
        }
        if (hijacked != null) {
            Thread.ofVirtual().start(() -> copy(hijacked));
        }
        return response;
    }

    /** An engine that refuses a request answers before it has read the body, and closes: its answer is what counts. */
    private IOException sendBody(ClassicHttpRequest request) throws HttpException {
        try {
            if (request.getEntity() != null) {
                request.setEntity(new WholeOrNothing(request.getEntity()));
                http.sendRequestEntity(request);
            }
            http.flush();
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    /**
     * A body that cannot be read to its end is not ended, or the engine would take what it has for the whole: the
     * connection is closed in its middle.
     */
    private final class WholeOrNothing extends HttpEntityWrapper {

        WholeOrNothing(HttpEntity body) {
            super(body);
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            try (InputStream body = getContent()) {
                byte[] buffer = new byte[BUFFER];
                for (int n = read(body, buffer); n >= 0; n = read(body, buffer)) {
                    out.write(buffer, 0, n);
                }
            }
        }

        private int read(InputStream body, byte[] buffer) throws IOException {
            try {
                return body.read(buffer);
            } catch (IOException | RuntimeException e) {
                EngineConnection.this.close();
                throw e;
            }
        }
    }

    private void copy(InputStream input) {
        try (input) {
            OutputStream out = socket.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int n; (n = input.read(buffer)) >= 0; ) {
                out.write(buffer, 0, n);
                out.flush();
            }
            socket.shutdownOutput();
        } catch (IOException e) {
            System.getLogger(EngineConnection.class.getName()).log(System.Logger.Level.DEBUG, "input ended", e);
        }
    }

    /** Closes at once, also while another thread reads or writes. */
    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            System.getLogger(EngineConnection.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
        }
    }
}
