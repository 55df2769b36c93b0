package org.maxdock.engine;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.maxdock.text.Trouble;

/**
 * docker-java's transport over streams of a host. Connections are kept and used again; a hijacked one is used once.
 * What changes something gets a new one, since a kept one may turn out to be dead, and what was sent over it may have
 * been done: it is never sent twice (RFC 9110, 9.2.2).
 */
final class EngineHttpClient implements DockerHttpClient {

    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD");

    private final Connector connector;
    private final ConcurrentLinkedDeque<EngineConnection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    EngineHttpClient(Connector connector) {
        this.connector = connector;
    }

    @Override
    public Response execute(Request request) {
        boolean repeatable = REPEATABLE.contains(request.method()) && request.hijackedInput() == null;
        EngineConnection kept = repeatable ? idle.pollFirst() : null;
        try {
            if (kept != null) {
                try {
                    return exchange(kept, request);
                } catch (IOException e) { // the engine ends connections that were idle for long
                    kept.close();
                }
            }
            return exchange(new EngineConnection(connector.open()), request);
        } catch (Trouble e) {
            throw new Unreachable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Response exchange(EngineConnection connection, Request request) throws IOException {
        try {
            ClassicHttpResponse response = connection.exchange(toHttp(request), request.hijackedInput());
            return new EngineResponse(this, connection, response);
        } catch (HttpException e) {
            connection.close();
            throw new IOException(e);
        } catch (IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static BasicClassicHttpRequest toHttp(Request request) {
        BasicClassicHttpRequest http = new BasicClassicHttpRequest(request.method(), request.path());
        request.headers().forEach(http::addHeader);
        http.setHeader(HttpHeaders.HOST, "docker");
        byte[] bytes = request.bodyBytes();
        InputStream body = request.body();
        if (bytes != null) {
            http.setEntity(new ByteArrayEntity(bytes, null));
            http.setHeader(HttpHeaders.CONTENT_LENGTH, bytes.length);
        } else if (body != null) {
            http.setEntity(new InputStreamEntity(body, null));
            http.setHeader(HttpHeaders.TRANSFER_ENCODING, "chunked");
        } else if (request.method().equals("POST")) {
            http.setHeader(HttpHeaders.CONTENT_LENGTH, 0);
        }
        if (request.hijackedInput() != null) {
            http.setHeader(HttpHeaders.UPGRADE, "tcp");
            http.setHeader(HttpHeaders.CONNECTION, "Upgrade");
        }
        return http;
    }

    /** Takes a connection back whose response was read to its end. */
    void keep(EngineConnection connection) {
        if (closed || idle.size() >= connector.toKeep()) {
            connection.close();
        } else {
            idle.addFirst(connection);
        }
    }

    @Override
    public void close() {
        closed = true;
        for (EngineConnection c; (c = idle.pollFirst()) != null; ) {
            c.close();
        }
    }

    /** The engine could not be reached; what to tell the user is its cause. */
    static final class Unreachable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Trouble trouble;

        Unreachable(Trouble trouble) {
            super(trouble);
            this.trouble = trouble;
        }

        Trouble trouble() {
            return trouble;
        }
    }
}
