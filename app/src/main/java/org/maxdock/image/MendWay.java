package org.maxdock.image;

/** Ways to bring the recorded image back to where it is missing or another. */
public enum MendWay {
    /** From its registry, by digest, and under its name again. */
    PULL,
    /** From its saved file, if that still is the recorded one. */
    LOAD,
    /** From its Dockerfile; seldom the same to the byte, since most builds write times into layers. */
    REBUILD,
    /** To its registry, again. */
    PUSH,
    /** To its file, again. */
    SAVE;

    /** A word for programs and for keys of texts. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
