package org.maxdock.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import org.maxdock.text.Printable;

/**
 * Standard error for what no command says itself: a warning of the log, the fault of a thread. What others wrote may be
 * in it, so that a terminal gets it as {@link Printable} shows it.
 */
final class ShownOutput extends OutputStream {

    private final PrintStream to;
    private final CharsetDecoder decoder;
    private byte[] rest = {}; // of a character whose other bytes are to come

    ShownOutput(PrintStream to) {
        this.to = to;
        this.decoder = to.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int count) {
        ByteBuffer given = ByteBuffer.allocate(rest.length + count)
                .put(rest)
                .put(bytes, from, count)
                .flip();
        CharBuffer text = CharBuffer.allocate((int) Math.ceil(given.remaining() * decoder.maxCharsPerByte()) + 1);
        decoder.decode(given, text, false);
        rest = new byte[given.remaining()];
        given.get(rest);
        to.print(Printable.text(text.flip().toString()));
    }

    @Override
    public void flush() {
        to.flush();
    }
}
