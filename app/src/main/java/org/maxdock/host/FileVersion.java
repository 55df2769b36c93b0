package org.maxdock.host;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a file held when it was read, to tell whether it is still that.
 *
 * @param digest SHA-256 of its bytes, in hexadecimal; {@link #ABSENT} for a file that was not there
 */
public record FileVersion(String digest) {

    private static final String NONE = "absent";

    /** There was no such file. */
    public static final FileVersion ABSENT = new FileVersion(NONE);

    public FileVersion {
        if (!digest.equals(NONE) && !digest.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("no SHA-256: " + digest);
        }
    }

    public static FileVersion of(byte[] bytes) {
        try {
            return new FileVersion(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // each Java has it
        }
    }
}
