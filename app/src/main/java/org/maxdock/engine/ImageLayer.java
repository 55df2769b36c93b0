package org.maxdock.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A step of an image's history.
 *
 * @param instruction as a Dockerfile would say it
 * @param bytes that it added; 0 for one that only set something
 */
public record ImageLayer(String instruction, long bytes, Instant created) {

    private static final String BUILDKIT = " # buildkit";
    /** The last second of the year 9999. */
    private static final long LATEST = 253_402_300_799L;

    static ImageLayer of(JsonNode history) {
        return new ImageLayer(
                instruction(history.path("CreatedBy").asText()),
                history.path("Size").asLong(),
                Instant.ofEpochSecond(Math.clamp(history.path("Created").asLong(), 0, LATEST)));
    }

    /**
     * The classic builder writes down a shell's command, with a mark where none ran; BuildKit the instruction and its
     * own name.
     */
    static String instruction(String by) {
        String whole = by.strip();
        String plain = whole.endsWith(BUILDKIT)
                ? whole.substring(0, whole.length() - BUILDKIT.length()).stripTrailing()
                : whole;
        if (plain.startsWith("/bin/sh -c #(nop)")) {
            return plain.substring("/bin/sh -c #(nop)".length()).strip();
        }
        return plain.startsWith("/bin/sh -c ")
                ? "RUN " + plain.substring("/bin/sh -c ".length())
                : plain.replaceFirst("^RUN /bin/sh -c ", "RUN ");
    }
}
