package org.maxdock.cli.standby;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;

/**
 * What a call that was done has printed.
 *
 * @param out on standard output
 * @param errors on standard error
 */
@SuppressWarnings("ArrayRecordComponent") // written out as they are, never compared
public record Answer(byte[] out, byte[] errors) {

    /** More than that a call is to print by itself. */
    static final int MOST = 8 << 20;

    void write(DataOutputStream to) throws IOException {
        for (byte[] one : Arrays.asList(out, errors)) {
            to.writeInt(one.length);
            to.write(one);
        }
        to.flush();
    }

    static Answer read(DataInputStream from) throws IOException {
        return new Answer(bytes(from), bytes(from));
    }

    private static byte[] bytes(DataInputStream from) throws IOException {
        int count = from.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException(count + " bytes");
        }
        byte[] bytes = new byte[count];
        from.readFully(bytes);
        return bytes;
    }

    /** Prints it here. */
    public void print(PrintStream here, PrintStream errorsHere) {
        errorsHere.write(errors, 0, errors.length);
        errorsHere.flush();
        here.write(out, 0, out.length);
        here.flush();
    }
}
