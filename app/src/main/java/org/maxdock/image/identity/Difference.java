package org.maxdock.image.identity;

/**
 * One thing in which two images differ.
 *
 * @param what such as {@code layer 5}, {@code entrypoint}, {@code env PATH}: a term of Docker's, the same in every
 *     language
 * @param recorded what was recorded; empty where there was nothing
 * @param here what is there now; empty where there is nothing
 */
public record Difference(String what, String recorded, String here) {}
