package org.maxdock.host.ssh;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A public key in SSH's own form (RFC 4253, 6.6): the name of its type, then its parts, each with its length.
 *
 * @param bytes whole and of a known type, which the constructor checks
 */
record KeyBlob(byte[] bytes) {

    /** How many parts follow the name. */
    private static final Map<String, Integer> PARTS = Map.of(
            "ssh-rsa", 2,
            "ssh-dss", 4,
            "ssh-ed25519", 1,
            "ssh-ed448", 1,
            "ecdsa-sha2-nistp256", 2,
            "ecdsa-sha2-nistp384", 2,
            "ecdsa-sha2-nistp521", 2,
            "sk-ssh-ed25519@openssh.com", 2,
            "sk-ecdsa-sha2-nistp256@openssh.com", 3);

    KeyBlob {
        List<byte[]> fields = fields(bytes);
        Integer parts = PARTS.get(new String(fields.getFirst(), StandardCharsets.ISO_8859_1));
        if (parts == null || fields.size() != parts + 1) {
            throw new IllegalArgumentException("no public key of a known type");
        }
    }

    /** Reads a key as authorized_keys and known_hosts have it, or nothing where it is none of the named type. */
    static Optional<KeyBlob> of(String type, String base64) {
        try {
            KeyBlob blob = new KeyBlob(Base64.getDecoder().decode(base64));
            return blob.type().equals(type) ? Optional.of(blob) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String type() {
        return new String(fields(bytes).getFirst(), StandardCharsets.ISO_8859_1);
    }

    /** The length of an RSA key in bits; none for another type. */
    Optional<Integer> rsaBits() {
        return type().equals("ssh-rsa")
                ? Optional.of(new java.math.BigInteger(1, fields(bytes).getLast()).bitLength())
                : Optional.empty();
    }

    /** As {@code ssh-keygen -l} shows it. */
    String fingerprint() {
        return fingerprint(bytes);
    }

    static String fingerprint(byte[] blob) {
        try {
            return "SHA256:"
                    + Base64.getEncoder()
                            .withoutPadding()
                            .encodeToString(MessageDigest.getInstance("SHA-256").digest(blob));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a line of known_hosts has it. */
    String line() {
        return type() + " " + Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * The parts of something in SSH's form.
     *
     * @throws IllegalArgumentException where a length does not fit
     */
    static List<byte[]> fields(byte[] blob) {
        List<byte[]> fields = new java.util.ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(blob);
        do {
            fields.add(string(rest));
        } while (rest.hasRemaining());
        return fields;
    }

    /**
     * How many parts a key of a type has after the type's name.
     *
     * @throws IllegalArgumentException for a type that is not known
     */
    static int parts(String type) {
        Integer parts = PARTS.get(type);
        if (parts == null) {
            throw new IllegalArgumentException("no type of key: " + type);
        }
        return parts;
    }

    /** The next part, which begins with its length. */
    static byte[] string(ByteBuffer rest) {
        try {
            int length = rest.getInt();
            if (length < 0 || length > rest.remaining()) {
                throw new IllegalArgumentException("a length that does not fit");
            }
            byte[] field = new byte[length];
            rest.get(field);
            return field;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyBlob(byte[] theirs) && Arrays.equals(bytes, theirs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return type() + " " + fingerprint();
    }
}
