package org.maxdock.image;

/** What a build made, and from what. */
public record Built(Identity identity, Source source) {
}
