package org.maxdock.host.ssh;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.maxdock.text.Message;

/**
 * A certificate of a user's key (OpenSSH's PROTOCOL.certkeys), which a file {@code …-cert.pub} holds.
 *
 * @param blob the whole certificate in SSH's form
 * @param key the public key in it
 * @param after from when on it holds
 * @param before until when
 */
record UserCertificate(Path file, byte[] blob, byte[] key, Instant after, Instant before) {

    private static final int USER = 1;

    /**
     * Reads the line of a certificate's file.
     *
     * @throws IllegalArgumentException where it holds no certificate of a user
     */
    static UserCertificate parse(Path file, String line) {
        String[] fields = line.strip().split("[ \t]+");
        if (fields.length < 2) {
            throw new IllegalArgumentException("no certificate");
        }
        byte[] blob = Base64.getDecoder().decode(fields[1]);
        ByteBuffer rest = ByteBuffer.wrap(blob);
        String type = new String(KeyBlob.string(rest), StandardCharsets.ISO_8859_1);
        String plain = LoginKey.signature(type);
        if (plain.equals(type)) {
            throw new IllegalArgumentException("no certificate but " + type);
        }
        KeyBlob.string(rest); // nonce
        int start = rest.position();
        for (int i = 0; i < KeyBlob.parts(plain); i++) {
            KeyBlob.string(rest);
        }
        byte[] key = keyOf(plain, Arrays.copyOfRange(blob, start, rest.position()));
        rest.getLong(); // serial number
        int kind = rest.getInt();
        KeyBlob.string(rest); // its name
        KeyBlob.string(rest); // principals
        long after = rest.getLong();
        long before = rest.getLong();
        if (kind != USER) {
            throw new IllegalArgumentException("no certificate of a user");
        }
        return new UserCertificate(file, blob, key, instant(after), instant(before));
    }

    private static byte[] keyOf(String type, byte[] parts) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(4 + name.length + parts.length)
                .putInt(name.length)
                .put(name)
                .put(parts)
                .array();
    }

    /** Unsigned seconds; the largest number means for ever. */
    private static Instant instant(long seconds) {
        try {
            return seconds < 0 ? Instant.MAX : Instant.ofEpochSecond(seconds);
        } catch (DateTimeException e) {
            return Instant.MAX;
        }
    }

    /** Why it is of no use now, where it is not. */
    Optional<Message> fault(Instant now) {
        if (now.isBefore(after)) {
            return Optional.of(Message.of("ssh.certificate.early", file, after));
        }
        return now.isBefore(before)
                ? Optional.empty()
                : Optional.of(Message.of("ssh.certificate.expired", file, before));
    }
}
