package org.maxdock.image.context;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a build folder was.
 *
 * @param now the digest of all of it; empty where nothing is known
 * @param entries by name
 */
record ContextIndex(String now, SortedMap<String, Entry> entries) {

    static final ContextIndex NONE = new ContextIndex("", new TreeMap<>());

    private static final String HEAD = "maxdock-context-2 ";
    private static final int FIELDS = 3;

    /**
     * A file of it.
     *
     * @param what as {@link ContextTar#what} has it
     * @param stamp as {@link FileFacts#stamp} has it
     */
    record Entry(String what, String stamp) {}

    static ContextIndex of(SortedMap<String, Entry> entries) {
        return new ContextIndex(BuildContext.digest(whats(entries)), entries);
    }

    /** What was found of a file, where it has not changed since. */
    Optional<String> what(String name, String stamp) {
        return Optional.ofNullable(entries.get(name))
                .filter(e -> !stamp.isEmpty() && e.stamp().equals(stamp))
                .map(Entry::what);
    }

    SortedMap<String, String> whats() {
        return whats(entries);
    }

    private static SortedMap<String, String> whats(SortedMap<String, Entry> entries) {
        SortedMap<String, String> whats = new TreeMap<>();
        entries.forEach((name, entry) -> whats.put(name, entry.what()));
        return whats;
    }

    String text() {
        StringBuilder text = new StringBuilder(HEAD).append(now).append('\0');
        entries.forEach((name, e) -> text.append(name)
                .append('\0')
                .append(e.what())
                .append('\0')
                .append(e.stamp())
                .append('\0'));
        return text.toString();
    }

    /** Empty where it is none. */
    static ContextIndex parse(String text) {
        String[] words = text.split("\0", -1);
        if (!words[0].startsWith(HEAD) || words.length % FIELDS != 2) {
            return NONE;
        }
        SortedMap<String, Entry> entries = new TreeMap<>();
        for (int i = 1; i + FIELDS < words.length; i += FIELDS) {
            entries.put(words[i], new Entry(words[i + 1], words[i + 2]));
        }
        ContextIndex index = of(entries);
        return index.now().equals(words[0].substring(HEAD.length())) ? index : NONE;
    }
}
