package org.maxdock.engine;

/**
 * A Dockerfile that is not in what is built from.
 *
 * @param text what it says
 * @param ignore what is left out of what is built from, as a .dockerignore says it, which holds instead of the folder's
 */
public record OwnDockerfile(byte[] text, byte[] ignore) {}
