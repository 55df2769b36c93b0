package org.maxdock.image.dockerfile;

/**
 * An instruction of a Dockerfile.
 *
 * @param line its first line, from 1
 * @param lastLine its last one
 * @param keyword in capitals: FROM, RUN, …
 * @param rest what follows it, lines joined by a blank
 */
public record Instruction(int line, int lastLine, String keyword, String rest) {

    public LineRange lines() {
        return new LineRange(line, lastLine);
    }

    String text() {
        return keyword + " " + rest;
    }

    boolean is(String word) {
        return keyword.equals(word);
    }
}
