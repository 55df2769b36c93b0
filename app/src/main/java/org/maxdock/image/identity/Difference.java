package org.maxdock.image.identity;

/**
 * One thing in which two images differ.
 *
 * @param what such as {@code layer 5}, {@code entrypoint}, {@code env PATH}: a term for programs, the same in every
 *     language; {@link DifferenceText} says it to the user
 * @param recorded what was recorded; empty where there was nothing
 * @param here what is there now; empty where there is nothing
 */
public record Difference(String what, String recorded, String here) {}
