package org.maxdock.text;

import java.util.List;

/**
 * Why something could not be done, as the part of a sentence: in English by itself, and where {@link Texts} shows it,
 * in the user's language.
 *
 * @param plain in English
 * @param key of the same in the bundles; empty where it is another program's, and has only that form
 * @param arguments what stands for {0}, {1}, … in it
 */
public record Reason(String plain, String key, List<String> arguments) {

    public Reason {
        arguments = List.copyOf(arguments);
    }

    /** One that the bundles have. */
    public static Reason of(String key, String plain, Object... arguments) {
        return new Reason(
                plain,
                key,
                java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** One in somebody else's words. */
    public static Reason said(String plain) {
        return new Reason(plain, "", List.of());
    }

    @Override
    public String toString() {
        return plain;
    }
}
