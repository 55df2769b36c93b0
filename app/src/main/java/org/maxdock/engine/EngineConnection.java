package org.maxdock.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;

/** One HTTP/1.1 connection to an engine. */
final class EngineConnection {

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
                http.sendRequestEntity(request);
            }
            http.flush();
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private void copy(InputStream input) {
        try (input) {
            OutputStream out = socket.getOutputStream();
            byte[] buffer = new byte[8192];
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
