package org.maxdock.host.ssh;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A line of known_hosts, as sshd(8) describes it.
 *
 * @param hosts names and patterns with commas between, or one hashed name
 */
record KnownHostsLine(Marker marker, String hosts, KeyBlob key) {

    enum Marker {
        NONE(""),
        AUTHORITY("@cert-authority"),
        REVOKED("@revoked");

        private final String word;

        Marker(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private static final int LONGEST_PATTERN = 1023;
    private static final String HASHED = "|1|";
    private static final int SALT = 20;

    /** Nothing for a comment, and for what OpenSSH passes over: a marker, a type or a key that it does not know. */
    static Optional<KnownHostsLine> parse(String text) {
        String line = text.replaceFirst("\0.*", "").replaceFirst("^[ \t]+", "");
        if (line.isEmpty() || line.startsWith("#")) {
            return Optional.empty();
        }
        Marker marker = Marker.NONE;
        if (line.startsWith("@")) {
            int end = line.indexOf(' ') >= 0 ? line.indexOf(' ') : line.indexOf('\t'); // so does hostfile.c
            for (Marker each : Marker.values()) {
                if (end > 0 && each.word().equals(line.substring(0, end))) {
                    marker = each;
                }
            }
            if (marker == Marker.NONE) {
                return Optional.empty();
            }
            line = line.substring(end).replaceFirst("^[ \t]+", "");
        }
        String[] fields = line.split("[ \t]+");
        if (fields.length < 3) {
            return Optional.empty();
        }
        Marker found = marker;
        return KeyBlob.of(fields[1], fields[2].strip()).map(key -> new KnownHostsLine(found, fields[0], key));
    }

    /**
     * Whether the line is about a host.
     *
     * @param name in lower case; with a port other than 22 as {@code [name]:port}
     */
    boolean isFor(String name) {
        if (hosts.startsWith("|")) {
            return isHashOf(name);
        }
        List<String> patterns = List.of(hosts.toLowerCase(Locale.ROOT).split(",", -1));
        return patterns.stream().allMatch(p -> p.length() <= LONGEST_PATTERN) && HostPatterns.match(name, patterns);
    }

    private boolean isHashOf(String name) {
        String[] parts = hosts.split("\\|", -1); // |1|salt|hash
        if (parts.length != 4 || !hosts.startsWith(HASHED)) {
            return false;
        }
        try {
            byte[] hash = Base64.getDecoder().decode(parts[3]);
            return MessageDigest.isEqual(hash, hash(Base64.getDecoder().decode(parts[2]), name));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] hash(byte[] salt, String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(salt, "HmacSHA1"));
            return mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A name as HashKnownHosts has it written: who reads the file does not learn where the user goes. */
    static String hashed(String name) {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        Base64.Encoder encoder = Base64.getEncoder();
        return HASHED + encoder.encodeToString(salt) + "|" + encoder.encodeToString(hash(salt, name));
    }
}
