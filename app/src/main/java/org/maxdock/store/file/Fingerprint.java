package org.maxdock.store.file;

import java.util.Optional;
import org.maxdock.image.identity.Sha256;

/**
 * What a file held when it was read.
 *
 * @param sha256 hexadecimal; empty for a file that was not there
 */
public record Fingerprint(String sha256) {

    public Fingerprint {
        if (!sha256.matches("([0-9a-f]{64})?")) {
            throw new IllegalArgumentException("no digest: " + sha256);
        }
    }

    public static Fingerprint of(Optional<byte[]> content) {
        return new Fingerprint(content.map(Sha256::of).orElse(""));
    }
}
