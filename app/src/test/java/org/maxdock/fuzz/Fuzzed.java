package org.maxdock.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.maxdock.text.RawText;
import org.maxdock.text.Trouble;

/**
 * What reads something that others wrote.
 *
 * @param name of what is read
 * @param samples of it, as they should be
 */
public record Fuzzed(String name, List<byte[]> samples, Reader reader) {

    /** Reads; nothing but a trouble may come out of it. */
    @FunctionalInterface
    public interface Reader {
        void read(byte[] input) throws Trouble;
    }

    /** The same for texts. */
    @FunctionalInterface
    public interface TextReader {
        void read(String input) throws Trouble;
    }

    /** Of a text; bytes that are no UTF-8 arrive as a host's output has them. */
    public static Fuzzed text(String name, TextReader reader, String... samples) {
        return new Fuzzed(name, bytes(samples), input -> reader.read(new String(input, StandardCharsets.UTF_8)));
    }

    /** Of names and the like, in which each byte counts. */
    public static Fuzzed raw(String name, TextReader reader, String... samples) {
        return new Fuzzed(name, bytes(samples), input -> reader.read(RawText.of(input)));
    }

    public static Fuzzed bytes(String name, Reader reader, String... samples) {
        return new Fuzzed(name, bytes(samples), reader);
    }

    private static List<byte[]> bytes(String... samples) {
        return Arrays.stream(samples)
                .map(s -> s.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
