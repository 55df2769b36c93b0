package org.maxdock.launch;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The first lines of an HTTP/1.1 request (RFC 9112), read strictly: what two readers could take for different things is
 * no request.
 */
record RequestHead(String line, List<Field> fields) {

    /** @param name in lower case */
    record Field(String name, String value) {}

    private static final int LONGEST = 1 << 16;

    RequestHead {
        fields = List.copyOf(fields);
    }

    /**
     * Empty at the end of all requests.
     *
     * @throws IOException for what is no request
     */
    static Optional<RequestHead> read(InputStream in) throws IOException {
        Optional<String> first = line(in, true);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        if (!first.get().matches("[A-Z]{1,20} /[!-~]{0,60000} HTTP/1\\.[01]")) {
            throw new IOException("no request");
        }
        List<Field> fields = new ArrayList<>();
        int size = 0;
        for (String text = next(in); !text.isEmpty(); text = next(in)) {
            size += text.length();
            if (size > LONGEST) {
                throw new IOException("no request");
            }
            fields.add(field(text));
        }
        RequestHead head = new RequestHead(first.get(), fields);
        boolean twice =
                head.all("host").size() > 1 || head.all("content-length").size() > 1;
        boolean chunksOfTwo = head.isChunked()
                && (!head.all("content-length").isEmpty() || head.line().endsWith("1.0")); // which knows no chunks
        if (twice || chunksOfTwo) {
            throw new IOException("no request");
        }
        return Optional.of(head);
    }

    /** A line that is a field; one with a control character in it may be several to others (RFC 9110, 5.5). */
    static Field field(String line) throws IOException {
        int colon = line.indexOf(':');
        if (colon < 1
                || !line.substring(0, colon).matches("[!#-'*+.0-9A-Z^-z|~-]+")
                || !line.substring(colon).matches("[\\t -~\\x80-\\xFF]*")) {
            throw new IOException("no request");
        }
        return new Field(
                line.substring(0, colon).toLowerCase(Locale.ROOT),
                line.substring(colon + 1).strip());
    }

    /** A line with its end, which must be there. */
    static String next(InputStream in) throws IOException {
        return line(in, false).orElseThrow(EOFException::new);
    }

    private static Optional<String> line(InputStream in, boolean mayEnd) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int b = in.read();
        while (b >= 0 && b != '\n' && bytes.size() < LONGEST) {
            bytes.write(b);
            b = in.read();
        }
        String line = bytes.toString(StandardCharsets.ISO_8859_1);
        if (b < 0 && mayEnd && line.isEmpty()) {
            return Optional.empty();
        }
        if (b != '\n' || !line.endsWith("\r")) {
            throw new IOException("no request");
        }
        return Optional.of(line.substring(0, line.length() - 1));
    }

    String path() {
        return line.split(" ")[1];
    }

    /** The values of a field. */
    List<String> all(String name) {
        return fields.stream()
                .filter(f -> f.name().equals(name))
                .map(Field::value)
                .toList();
    }

    /** Whether it asks for web sockets, whose frames come in the place of requests. */
    boolean upgrades() {
        return line.startsWith("GET ") && all("upgrade").equals(List.of("websocket"));
    }

    boolean isChunked() {
        return !all("transfer-encoding").isEmpty();
    }

    /** Bytes of its body, where that is not in chunks. */
    long length() throws IOException {
        String length = all("content-length").stream().findFirst().orElse("0");
        if (!length.matches("[0-9]{1,15}")
                || (isChunked() && !all("transfer-encoding").equals(List.of("chunked")))) {
            throw new IOException("no request");
        }
        return Long.parseLong(length);
    }

    /** With another value of a field, where it has that. */
    RequestHead with(String name, String value) {
        return new RequestHead(
                line,
                fields.stream()
                        .map(f -> f.name().equals(name) ? new Field(name, value) : f)
                        .toList());
    }

    RequestHead without(String name) {
        return new RequestHead(
                line, fields.stream().filter(f -> !f.name().equals(name)).toList());
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder(line).append("\r\n");
        fields.forEach(f -> text.append(f.name()).append(": ").append(f.value()).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
