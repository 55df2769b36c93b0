package org.maxdock.image;

import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.Source;

/** What a build made, and from what. */
public record Built(Identity identity, Source source) {}
