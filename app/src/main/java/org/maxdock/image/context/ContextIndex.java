package org.maxdock.image.context;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a build folder was.
 *
 * @param now the digest of all of it; empty where nothing is known
 * @param entries by name
 */
record ContextIndex(String now, SortedMap<String, Entry> entries) {

    static final ContextIndex NONE = new ContextIndex("", new TreeMap<>());

    private static final String HEAD = "maxdock-context-3 ";
    private static final Pattern TIME = Pattern.compile("-?[0-9]{1,18}");
    private static final int FIELDS = 4;

    /**
     * A file of it.
     *
     * @param stamp as {@link FileFacts#stamp} has it
     */
    record Entry(FileState state, String stamp) {

        Entry(String what, long time, String stamp) {
            this(new FileState(what, time), stamp);
        }

        String what() {
            return state.what();
        }

        Entry as(String otherWhat) {
            return new Entry(otherWhat, state.time(), stamp);
        }
    }

    static ContextIndex of(SortedMap<String, Entry> entries) {
        SortedMap<String, String> lines = new TreeMap<>();
        entries.forEach((name, entry) -> lines.put(name, entry.state().line()));
        return new ContextIndex(BuildContext.digest(lines), entries);
    }

    /** What was found of a file, where it has not changed since. */
    Optional<String> what(String name, String stamp) {
        return Optional.ofNullable(entries.get(name))
                .filter(e -> !stamp.isEmpty() && e.stamp().equals(stamp))
                .map(Entry::what);
    }

    SortedMap<String, FileState> states() {
        SortedMap<String, FileState> states = new TreeMap<>();
        entries.forEach((name, entry) -> states.put(name, entry.state()));
        return states;
    }

    /** A digest of what was built from, as {@link BuildContext#digest} has it: times are not of it. */
    String digest() {
        return BuildContext.digest(FileState.whats(states()));
    }

    String text() {
        StringBuilder text = new StringBuilder(HEAD).append(now).append('\0');
        entries.forEach((name, e) -> text.append(name)
                .append('\0')
                .append(e.what())
                .append('\0')
                .append(e.state().time())
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
            if (!TIME.matcher(words[i + 2]).matches()) {
                return NONE;
            }
            entries.put(words[i], new Entry(words[i + 1], Long.parseLong(words[i + 2]), words[i + 3]));
        }
        ContextIndex index = of(entries);
        return index.now().equals(words[0].substring(HEAD.length())) ? index : NONE;
    }
}
