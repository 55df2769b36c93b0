package org.maxdock.host.ssh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an SSH configuration says about one destination, as keywords and values; in the form of {@code ssh -G}: keywords
 * in lower case, several values of one keyword in the order in which they count.
 */
final class ConfigValues {

    private static final Map<String, String> OLD_NAMES = Map.of(
            "pubkeyacceptedkeytypes", "pubkeyacceptedalgorithms",
            "challengeresponseauthentication", "kbdinteractiveauthentication");

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<String> skipped = new ArrayList<>();

    /** Reads what {@code ssh -G} printed: on each line a keyword, a space, its value. */
    static ConfigValues ofLines(List<String> lines) {
        ConfigValues all = new ConfigValues();
        for (String line : lines) {
            int space = line.indexOf(' ');
            if (space > 0) {
                all.add(line.substring(0, space), line.substring(space + 1));
            }
        }
        OLD_NAMES.forEach((old, name) -> { // clients before 8.5 and 8.7
            if (!all.has(name) && all.has(old)) {
                all.replace(name, all.all(old));
            }
        });
        return all;
    }

    void add(String keyword, String value) {
        values.computeIfAbsent(keyword.toLowerCase(Locale.ROOT), k -> new ArrayList<>())
                .add(value);
    }

    /** Sets a keyword that has no value yet: the first one counts. */
    void addFirst(String keyword, List<String> given) {
        values.putIfAbsent(keyword.toLowerCase(Locale.ROOT), new ArrayList<>(given));
    }

    void replace(String keyword, List<String> given) {
        values.put(keyword, new ArrayList<>(given));
    }

    /** Remembers a part of the configuration that was not applied, to be told. */
    void skip(String what) {
        skipped.add(what);
    }

    List<String> skipped() {
        return List.copyOf(skipped);
    }

    boolean has(String keyword) {
        return values.containsKey(keyword);
    }

    Optional<String> first(String keyword) {
        return all(keyword).stream().findFirst();
    }

    List<String> all(String keyword) {
        return List.copyOf(values.getOrDefault(keyword, List.of()));
    }

    /** Whether a keyword is set to yes; {@code ssh -G} prints some as true. */
    boolean yes(String keyword) {
        return first(keyword)
                .filter(v -> v.equalsIgnoreCase("yes") || v.equalsIgnoreCase("true"))
                .isPresent();
    }

    /** Whether a keyword is set to no. */
    boolean no(String keyword) {
        return first(keyword)
                .filter(v -> v.equalsIgnoreCase("no") || v.equalsIgnoreCase("false"))
                .isPresent();
    }
}
