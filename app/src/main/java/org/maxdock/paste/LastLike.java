package org.maxdock.paste;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Where the last word of a line stands that is like a pattern; each pattern is sought once, however often asked. */
final class LastLike {

    private final List<String> words;
    private final Map<Pattern, Integer> found = new HashMap<>();

    LastLike(List<String> words) {
        this.words = words;
    }

    /** The word's place, or -1. */
    int place(Pattern pattern) {
        return found.computeIfAbsent(pattern, this::seek);
    }

    private int seek(Pattern pattern) {
        int last = words.size() - 1;
        while (last >= 0 && !pattern.matcher(words.get(last)).find()) {
            last--;
        }
        return last;
    }
}
