package org.maxdock.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The requests of a connection, one after the other, each as it was admitted, with its body as it comes. */
final class AdmittedRequests extends InputStream {

    /** Says what goes on in the place of a request. */
    interface Admission {
        RequestHead admit(RequestHead asked) throws IOException;
    }

    private enum Next {
        REQUEST,
        CHUNK,
        CHUNK_END,
        TRAILER
    }

    private static final byte[] NOTHING = {};

    private final InputStream client;
    private final Admission admission;
    private byte[] ready = NOTHING;
    private int at;
    private long body;
    private boolean free;
    private Next next = Next.REQUEST;

    /** Reads the first request at once. */
    AdmittedRequests(InputStream client, Admission admission) throws IOException {
        this.client = client;
        this.admission = admission;
        if (!goOn()) {
            throw new IOException("no request");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        while (at == ready.length && body == 0 && !free) {
            if (!goOn()) {
                return -1;
            }
        }
        if (at < ready.length) {
            int n = Math.min(length, ready.length - at);
            System.arraycopy(ready, at, to, offset, n);
            at += n;
            return n;
        }
        int n = client.read(to, offset, free ? length : (int) Math.min(length, body));
        body -= free ? 0 : Math.max(0, n);
        return n;
    }

    private boolean goOn() throws IOException {
        at = 0;
        switch (next) {
            case REQUEST -> {
                Optional<RequestHead> asked = RequestHead.read(client);
                if (asked.isEmpty()) {
                    return false;
                }
                RequestHead head = admission.admit(asked.get());
                body = head.length();
                free = head.upgrades();
                next = head.isChunked() ? Next.CHUNK : Next.REQUEST;
                ready = head.bytes();
            }
            case CHUNK -> {
                String size = RequestHead.next(client);
                if (!size.matches("[0-9A-Fa-f]{1,12}(;[\\t -~]*)?")) {
                    throw new IOException("no chunk");
                }
                body = Long.parseLong(size.replaceFirst(";.*", ""), 16);
                next = body == 0 ? Next.TRAILER : Next.CHUNK_END;
                ready = line(size);
            }
            case CHUNK_END -> {
                if (!RequestHead.next(client).isEmpty()) {
                    throw new IOException("no chunk");
                }
                next = Next.CHUNK;
                ready = line("");
            }
            case TRAILER -> {
                String field = RequestHead.next(client);
                if (!field.isEmpty()) {
                    RequestHead.field(field);
                }
                next = field.isEmpty() ? Next.REQUEST : Next.TRAILER;
                ready = line(field);
            }
        }
        return true;
    }

    private static byte[] line(String text) {
        return (text + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
