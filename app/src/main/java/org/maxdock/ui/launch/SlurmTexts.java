package org.maxdock.ui.launch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maxdock.host.shell.OptionWords;

/**
 * Options of SLURM as the texts of a field for each that most people know, and one for all else. What a field of its
 * own cannot hold, or holds already, stands among the others, so that no option is lost on the way there and back.
 *
 * @param known the values, by the options' names
 */
record SlurmTexts(Map<String, String> known, boolean exclusive, String others) {

    /** Those that have a field of their own, in its order. */
    static final List<String> KNOWN = List.of(
            "cpus-per-task",
            "mem",
            "gres",
            "constraint",
            "account",
            "reservation",
            "nodelist",
            "begin",
            "dependency",
            "mail-user");

    private static final String EXCLUSIVE = "--exclusive";

    static SlurmTexts of(List<String> words) {
        Map<String, String> known = new LinkedHashMap<>();
        boolean exclusive = false;
        List<String> rest = new ArrayList<>();
        Set<String> elsewhere = new HashSet<>(); // of one that is given twice the last counts, so that order matters
        for (String word : words) {
            int equals = word.indexOf('=');
            String name = equals < 2 || !word.startsWith("--") ? "" : word.substring(2, equals);
            if (KNOWN.contains(name)
                    && !known.containsKey(name)
                    && !elsewhere.contains(name)
                    && FieldText.holds(word.substring(equals + 1))) {
                known.put(name, word.substring(equals + 1));
            } else if (word.equals(EXCLUSIVE) && !exclusive) {
                exclusive = true;
            } else {
                elsewhere.add(name);
                rest.add(word);
            }
        }
        return new SlurmTexts(known, exclusive, OptionWords.write(rest));
    }

    /** In SLURM's long form. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        for (String name : KNOWN) {
            String value = known.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                words.add("--" + name + "=" + value);
            }
        }
        if (exclusive) {
            words.add(EXCLUSIVE);
        }
        words.addAll(OptionWords.read(others));
        return words;
    }
}
