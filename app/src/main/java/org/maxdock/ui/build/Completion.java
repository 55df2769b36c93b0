package org.maxdock.ui.build;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.maxdock.image.dockerfile.Dockerfile;

/**
 * What a word of a Dockerfile may go on to be.
 *
 * @param typed what of the word is there already
 * @param choices whole words, each beginning with it
 */
record Completion(String typed, List<String> choices) {

    /**
     * What can be chosen from: names in a folder of the context (its path ends with a slash, or is empty), and images.
     */
    interface Names {
        List<String> in(String folder);

        List<String> images();
    }

    /** @param line of the Dockerfile, up to where one types */
    static Completion of(String line, Names names) {
        String start = line.stripLeading();
        if (!start.contains(" ")) {
            return new Completion(
                    start,
                    Dockerfile.KEYWORDS.stream()
                            .filter(k -> k.startsWith(start.toUpperCase(Locale.ROOT)))
                            .toList());
        }
        String word = start.substring(start.lastIndexOf(' ') + 1).replaceAll("^[\\[\",]+", "");
        Stream<String> choices = switch (start.substring(0, start.indexOf(' ')).toUpperCase(Locale.ROOT)) {
            case "COPY", "ADD" -> names.in(word.substring(0, word.lastIndexOf('/') + 1)).stream();
            case "FROM" -> names.images().stream();
            default -> Stream.empty();
        };
        return new Completion(
                word,
                choices.filter(c -> c.startsWith(word) && !c.equals(word))
                        .sorted()
                        .toList());
    }
}
