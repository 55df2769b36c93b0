package org.maxdock.host.shell;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What a script of ours prints before anything else, so that what an account's start-up files printed can be told from
 * what it prints. It is random, and stands nowhere in one piece but in what is printed, not even in the trace of a
 * shell that shows what it runs ({@code set -x}).
 *
 * @param first half of it
 * @param second half of it
 */
public record StartMark(String first, String second) {

    private static final int BYTES = 12;

    public StartMark {
        if (!first.matches("[0-9a-f]{24}") || !second.matches("[0-9a-f]{24}")) {
            throw new IllegalArgumentException("no halves of a mark: " + first + " " + second);
        }
    }

    public static StartMark random(SecureRandom random) {
        return new StartMark(half(random), half(random));
    }

    private static String half(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** What is printed. */
    public byte[] bytes() {
        return (first + second).getBytes(StandardCharsets.US_ASCII);
    }

    /** A line of bash that prints it. */
    String printing() {
        return "printf %s%s " + first + " " + second;
    }

    /**
     * What goes ahead of a command's own input: empty lines for start-up files that read some, then a line of its own,
     * up to which the command skips.
     */
    public byte[] aheadOfInput() {
        return ("\n".repeat(8) + first + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Lines of bash that skip what is ahead of the input, and end where the input ends before. */
    String skipping() {
        return "while IFS= read -r line || exit 97; do [ \"$line\" != " + first + " ] || break; done";
    }
}
