package org.maxdock.image;

import java.util.Optional;

/**
 * An image's identity, recorded.
 *
 * @param recordedAt an instant, ISO 8601
 * @param recordedOn the host whose engine had it
 * @param recordedBy the user there
 */
public record ImageRecord(String reference, Identity identity, String recordedAt, String recordedOn, String recordedBy,
                          Optional<Tarball> tarball) {

    public ImageRecord withTarball(Tarball saved) {
        return new ImageRecord(reference, identity, recordedAt, recordedOn, recordedBy, Optional.of(saved));
    }
}
