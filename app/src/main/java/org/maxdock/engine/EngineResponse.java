package org.maxdock.engine;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/** An answer of the engine. Read to its end, its connection is kept; closed before, the connection is closed. */
final class EngineResponse implements DockerHttpClient.Response {

    private final EngineHttpClient client;
    private final EngineConnection connection;
    private final ClassicHttpResponse response;
    private final InputStream body;
    private final AtomicBoolean released = new AtomicBoolean();

    EngineResponse(EngineHttpClient client, EngineConnection connection, ClassicHttpResponse response)
            throws IOException {
        this.client = client;
        this.connection = connection;
        this.response = response;
        HttpEntity entity = response.getEntity();
        InputStream content = entity == null ? InputStream.nullInputStream() : entity.getContent();
        this.body = new Watched(content == null ? InputStream.nullInputStream() : content);
    }

    /** 101 Switching Protocols is how a hijacked stream begins, and well; docker-java takes only 2xx for that. */
    @Override
    public int getStatusCode() {
        return response.getCode() == 101 ? 200 : response.getCode();
    }

    @Override
    public Map<String, List<String>> getHeaders() {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName(), n -> new ArrayList<>()).add(header.getValue());
        }
        return headers;
    }

    @Override
    public InputStream getBody() {
        return body;
    }

    @Override
    public void close() {
        release(false);
    }

    private void release(boolean whole) {
        if (released.compareAndSet(false, true)) {
            Header connectionHeader = response.getFirstHeader("Connection");
            boolean ends = response.getCode() == 101
                    || (connectionHeader != null && connectionHeader.getValue().equalsIgnoreCase("close"));
            if (whole && !ends) {
                client.keep(connection);
            } else {
                connection.close();
            }
        }
    }

    private final class Watched extends FilterInputStream {

        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b < 0) {
                release(true);
            }
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            if (n < 0) {
                release(true);
            }
            return n;
        }

        @Override
        public void close() {
            release(false);
        }
    }
}
