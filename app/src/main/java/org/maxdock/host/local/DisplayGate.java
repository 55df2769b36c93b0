package org.maxdock.host.local;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.maxdock.host.Tunnel;

/**
 * Lets in whoever begins as X11's protocol wants it (Connection Setup) with the right MIT-MAGIC-COOKIE-1, and puts the
 * display's own in its place: the port has no other way to know who connects, and the display would take anybody for
 * its user.
 */
final class DisplayGate implements Tunnel.Gate {

    private static final String PROTOCOL = "MIT-MAGIC-COOKIE-1";
    private static final int HEAD = 12;
    private static final int NAME_AT = 6;
    private static final int KEY_AT = 8;
    private static final int LONGEST = 256;

    private final byte[] wanted;
    private final Optional<byte[]> real;

    /**
     * @param wanted the key that the port asks for
     * @param real the display's own; empty for one that has none
     */
    DisplayGate(byte[] wanted, Optional<byte[]> real) {
        this.wanted = wanted.clone();
        this.real = real;
    }

    @Override
    public InputStream admit(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        byte[] head = new byte[HEAD];
        in.readFully(head);
        ByteBuffer numbers = ByteBuffer.wrap(head).order(order(head[0]));
        byte[] name = padded(in, Short.toUnsignedInt(numbers.getShort(NAME_AT)));
        byte[] key = padded(in, Short.toUnsignedInt(numbers.getShort(KEY_AT)));
        if (!Arrays.equals(name, PROTOCOL.getBytes(StandardCharsets.US_ASCII)) || !MessageDigest.isEqual(key, wanted)) {
            throw new Tunnel.Refused("a program without the key asked for the display");
        }
        numbers.putShort(NAME_AT, (short) (real.isPresent() ? name.length : 0));
        numbers.putShort(KEY_AT, (short) (real.isPresent() ? real.get().length : 0));
        ByteArrayOutputStream setup = new ByteArrayOutputStream();
        setup.writeBytes(head);
        if (real.isPresent()) {
            pad(setup, name);
            pad(setup, real.get());
        }
        return new SequenceInputStream(new ByteArrayInputStream(setup.toByteArray()), new Rest(in));
    }

    /** Its end is no reason to close the socket, which has another direction. */
    private static final class Rest extends FilterInputStream {
        Rest(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the tunnel does
        }
    }

    private static ByteOrder order(byte first) throws IOException {
        return switch (first) {
            case 'B' -> ByteOrder.BIG_ENDIAN;
            case 'l' -> ByteOrder.LITTLE_ENDIAN;
            default -> throw new Tunnel.Refused("no X11");
        };
    }

    /** A field fills words of four bytes. */
    private static byte[] padded(DataInputStream in, int length) throws IOException {
        if (length > LONGEST) {
            throw new Tunnel.Refused("no X11");
        }
        byte[] field = new byte[length + (-length & 3)];
        in.readFully(field);
        return Arrays.copyOf(field, length);
    }

    private static void pad(ByteArrayOutputStream out, byte[] field) {
        out.writeBytes(Arrays.copyOf(field, field.length + (-field.length & 3)));
    }
}
