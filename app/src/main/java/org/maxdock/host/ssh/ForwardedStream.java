package org.maxdock.host.ssh;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.maxdock.host.ByteStream;
import org.maxdock.host.StreamTrouble;
import org.maxdock.text.Trouble;

/**
 * A stream through a socket at which OpenSSH's client listens: it takes every stream, and just ends one that reaches
 * nobody. So where one ends or breaks before its first byte has come, it is asked why.
 */
final class ForwardedStream implements ByteStream {

    /** Asks the server why nobody is reached; empty where somebody is. */
    interface Reason {
        Optional<Trouble> ask() throws Trouble;
    }

    private final ByteStream stream;
    private final Reason reason;
    private final InputStream input;
    private final OutputStream output;
    private volatile boolean begun;
    private volatile boolean closed;

    ForwardedStream(ByteStream stream, Reason reason) {
        this.stream = stream;
        this.reason = reason;
        this.input = new Answer(stream.input());
        this.output = new Question(stream.output());
    }

    private final class Answer extends FilterInputStream {
        Answer(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n;
            try {
                n = in.read(bytes, offset, length);
            } catch (IOException e) {
                throw why(e);
            }
            if (n < 0) {
                throwIfUnreached();
            }
            begun |= n > 0;
            return n;
        }
    }

    private final class Question extends FilterOutputStream {
        Question(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw why(e);
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    private IOException why(IOException broken) throws IOException {
        throwIfUnreached();
        return broken;
    }

    private void throwIfUnreached() throws StreamTrouble {
        if (begun || closed) {
            return;
        }
        begun = true; // it is asked once
        Optional<Trouble> known;
        try {
            known = reason.ask();
        } catch (Trouble e) {
            throw new StreamTrouble(e);
        }
        if (known.isPresent()) {
            throw new StreamTrouble(known.get());
        }
    }

    @Override
    public InputStream input() {
        return input;
    }

    @Override
    public OutputStream output() {
        return output;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        stream.close();
    }
}
