package org.maxdock.store;

import org.maxdock.image.identity.Source;

/**
 * A build of the project that is remembered, so that the record of its image can say what it was built from.
 *
 * @param id of the image
 * @param builtAt an instant, ISO 8601
 */
public record KeptBuild(String id, String reference, String builtAt, Source source) {}
