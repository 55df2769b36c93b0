package org.maxdock.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.maxdock.text.RawText;

/**
 * The arguments of this process as they were given: Java reads them as text of the locale, and what that cannot hold is
 * lost. Linux keeps them.
 */
public final class RawArguments {

    private static final Path GIVEN = Path.of("/proc/self/cmdline");

    private RawArguments() {}

    /** @param words as Java read them */
    public static String[] of(String[] words) {
        try {
            return Files.isReadable(GIVEN) ? last(words, Files.readAllBytes(GIVEN)) : words;
        } catch (IOException e) {
            System.getLogger(RawArguments.class.getName()).log(System.Logger.Level.DEBUG, "as Java read them", e);
            return words;
        }
    }

    static String[] last(String[] words, byte[] given) {
        List<String> all = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < given.length; i++) {
            if (given[i] == 0) {
                all.add(RawText.of(java.util.Arrays.copyOfRange(given, start, i)));
                start = i + 1;
            }
        }
        boolean plain = java.util.Arrays.stream(words)
                .allMatch(w -> StandardCharsets.US_ASCII.newEncoder().canEncode(w) && w.indexOf('?') < 0);
        return plain || all.size() < words.length
                ? words
                : all.subList(all.size() - words.length, all.size()).toArray(String[]::new);
    }
}
