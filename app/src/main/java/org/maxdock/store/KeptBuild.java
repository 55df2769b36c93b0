package org.maxdock.store;

import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.Source;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Valid;

/**
 * A build of the project that is remembered, so that the record of its image can say what it was built from.
 *
 * @param id of the image
 * @param builtAt an instant, ISO 8601
 */
public record KeptBuild(String id, ImageReference reference, String builtAt, Source source) {

    /** @throws InvalidValue where a part is absent, or no line */
    public KeptBuild {
        id = Valid.utf8Line("id", id, Valid.LONG);
        Valid.present("reference", reference);
        builtAt = Valid.utf8Line("builtAt", builtAt, Valid.LONG);
        Valid.present("source", source);
    }
}
