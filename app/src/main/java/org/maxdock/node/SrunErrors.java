package org.maxdock.node;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.maxdock.host.Output;

/**
 * What a command wrote to its error output on a node, without what srun adds of how its task ended, which the status
 * tells. All else comes at once, also what has no end of its line yet.
 */
final class SrunErrors extends FilterInputStream {

    private static final byte[] SRUN = "srun: error: ".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST = 1000;
    private static final Pattern OF_ITS_END = Pattern.compile(
            "srun: error: \\S+: tasks? [0-9,-]+: (?:Exited with exit code \\d+|[A-Z][A-Za-z ]*(?: \\(core"
                    + " dumped\\))?)\\R?");

    private InputStream held = InputStream.nullInputStream();
    private boolean lineBegins = true;

    SrunErrors(InputStream errors) {
        super(errors);
    }

    /** What a step left behind, without what srun adds; where it says nothing else, with it. */
    static Output told(Output output) {
        try (SrunErrors errors = new SrunErrors(new ByteArrayInputStream(output.errorBytes()))) {
            byte[] rest = errors.readAllBytes();
            return new String(rest, StandardCharsets.UTF_8).isBlank()
                    ? output
                    : new Output(output.status(), output.bytes(), rest);
        } catch (IOException e) {
            throw new UncheckedIOException("from memory", e);
        }
    }

    @Override
    public int read() throws IOException {
        while (true) {
            int b = held.read();
            if (b < 0) {
                if (lineBegins && holdBack()) {
                    continue;
                }
                b = in.read();
            }
            lineBegins = b == '\n';
            return b;
        }
    }

    /** Reads on for as long as it may be srun's; whether something of it is to be told. */
    private boolean holdBack() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = 0; b != '\n' && line.size() < LONGEST; ) {
            b = in.read();
            if (b < 0) {
                break;
            }
            line.write(b);
            if (line.size() <= SRUN.length && b != SRUN[line.size() - 1]) {
                break;
            }
        }
        if (OF_ITS_END.matcher(line.toString(StandardCharsets.ISO_8859_1)).matches()) {
            return true; // the next line begins
        }
        held = new ByteArrayInputStream(line.toByteArray());
        lineBegins = false;
        return line.size() > 0;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        int n = 0;
        do {
            int b = read();
            if (b < 0) {
                return n == 0 ? -1 : n;
            }
            bytes[from + n++] = (byte) b;
        } while (n < count && (held.available() > 0 || !lineBegins && in.available() > 0));
        return n;
    }

    @Override
    public int available() throws IOException {
        return held.available();
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
