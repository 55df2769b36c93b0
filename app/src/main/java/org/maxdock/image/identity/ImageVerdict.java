package org.maxdock.image.identity;

import java.util.List;

/** What holding an image against the record says. */
public sealed interface ImageVerdict {

    /** A repo digest or the image ID agrees, and so does what it is made of. */
    record Same(Identity here) implements ImageVerdict {}

    /** Layers, run configuration and platform agree, though none of the names does. */
    record SameContent(Identity here) implements ImageVerdict {}

    /** Another image under the same name. */
    record Different(Identity here, List<Difference> differences) implements ImageVerdict {}

    /** There is no image of that name. */
    record Missing() implements ImageVerdict {}

    default boolean holds() {
        return this instanceof Same || this instanceof SameContent;
    }

    /** A word for programs: same, same-content, different, missing. */
    default String word() {
        return switch (this) {
            case Same s -> "same";
            case SameContent s -> "same-content";
            case Different d -> "different";
            case Missing m -> "missing";
        };
    }
}
