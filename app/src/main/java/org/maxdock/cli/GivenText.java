package org.maxdock.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import org.maxdock.text.IoReason;
import org.maxdock.text.Reason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** A text that a command is given by a file, or by its standard input. */
final class GivenText {

    static final String STANDARD_INPUT = "-";

    /** By the same name, where something is written. */
    static final String STANDARD_OUTPUT = STANDARD_INPUT;

    /** Bytes; what people paste has some thousand. */
    private static final int MOST = 1 << 20;

    private GivenText() {}

    /** @param file {@code -} for the standard input */
    static String of(String file) throws Trouble {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    /** Looks at how it begins, and may refuse it for that. */
    interface Beginning {
        void look(byte[] first) throws Trouble;
    }

    /** The same as it is. */
    static byte[] bytes(String file) throws Trouble {
        return bytes(file, 0, first -> {});
    }

    /** Stays open: where the process was given none, its number may be that of a file of Java's own. */
    private static InputStream standardInput() {
        return new FilterInputStream(System.in) {
            @Override
            public void close() {
                // it is not this command's
            }
        };
    }

    /** @param many so many bytes are looked at before anything else, or all where there are fewer */
    static byte[] bytes(String file, int many, Beginning beginning) throws Trouble {
        try (InputStream in = file.equals(STANDARD_INPUT) ? standardInput() : Files.newInputStream(Path.of(file))) {
            byte[] first = in.readNBytes(many);
            beginning.look(first);
            byte[] rest = in.readNBytes(MOST + 1 - first.length);
            byte[] bytes = Arrays.copyOf(first, first.length + rest.length);
            System.arraycopy(rest, 0, bytes, first.length, rest.length);
            if (bytes.length > MOST) {
                throw new Trouble(TroubleKind.VALUE_TOO_LONG, file, bytes.length, MOST);
            }
            return bytes;
        } catch (InvalidPathException e) {
            throw new Trouble(
                    e, TroubleKind.FILE_UNREADABLE, file, Reason.of("reason.no-file-name", "no name of a file"));
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNREADABLE, file, IoReason.of(e));
        }
    }
}
