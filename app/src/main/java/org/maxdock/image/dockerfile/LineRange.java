package org.maxdock.image.dockerfile;

/**
 * Lines of a Dockerfile that belong together.
 *
 * @param first from 1
 * @param last the same where there is but one
 */
public record LineRange(int first, int last) {

    public LineRange {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException(first + " to " + last);
        }
    }

    /** Some lines further down, or up where that is below 0. */
    public LineRange moved(int lines) {
        return new LineRange(first + lines, last + lines);
    }

    public boolean has(int line) {
        return first <= line && line <= last;
    }
}
