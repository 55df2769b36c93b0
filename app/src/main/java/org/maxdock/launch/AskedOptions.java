package org.maxdock.launch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maxdock.slurm.Partition;
import org.maxdock.slurm.Partitions;
import org.maxdock.slurm.UserDefaults;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;

/**
 * All that is asked of SLURM: the options of an allocation, and what the user's own variables add. Of several options
 * of a name SLURM takes the last.
 *
 * @param words as salloc and sbatch are given them
 */
record AskedOptions(List<String> words) {

    /** The options with a value that have a short form (sbatch(1)). */
    private static final Map<Character, String> LONG = Map.ofEntries(
            Map.entry('A', "account"),
            Map.entry('b', "begin"),
            Map.entry('C', "constraint"),
            Map.entry('c', "cpus-per-task"),
            Map.entry('D', "chdir"),
            Map.entry('d', "dependency"),
            Map.entry('e', "error"),
            Map.entry('G', "gpus"),
            Map.entry('N', "nodes"),
            Map.entry('o', "output"),
            Map.entry('p', "partition"),
            Map.entry('q', "qos"),
            Map.entry('t', "time"),
            Map.entry('w', "nodelist"),
            Map.entry('x', "exclude"));

    AskedOptions {
        words = List.copyOf(words);
    }

    /** @param variables of the user's login shell */
    static AskedOptions of(Launch launch, Map<String, String> variables) {
        List<String> words = new ArrayList<>(launch.options());
        words.addAll(UserDefaults.options(variables, launch.isBatch(), new AskedOptions(words).inLong()));
        return new AskedOptions(words);
    }

    /** Each name once, with its value, which is empty for a switch; what is unknown in short stays as it is. */
    Map<String, String> byName() {
        Map<String, String> last = new LinkedHashMap<>();
        for (String word : words) {
            String option = inLong(word);
            int equals = option.indexOf('=');
            boolean named = option.startsWith("--");
            last.put(
                    named ? option.substring(2, equals < 0 ? option.length() : equals) : option,
                    named && equals >= 0 ? option.substring(equals + 1) : "");
        }
        return last;
    }

    /** In the long form, {@code --name=value} or {@code --name}. */
    List<String> inLong() {
        return words.stream().map(AskedOptions::inLong).toList();
    }

    private static String inLong(String word) {
        if (word.startsWith("--")) {
            return word;
        }
        String own = SlurmOption.withoutSwitches(word);
        String name = LONG.get(own.charAt(1));
        return name == null ? word : "--" + name + "=" + own.substring(2).replaceFirst("^=", "");
    }

    /** @throws Trouble where a variable of the user's names what can be no partition */
    Partitions partitions() throws Trouble {
        String names = byName().getOrDefault("partition", "");
        return InvalidValue.orTrouble(() -> Partitions.of(names));
    }

    /** Of a site's partitions those that it may come to: the named ones, or the default. */
    List<Partition> among(List<Partition> all) throws Trouble {
        Partitions asked = partitions();
        return all.stream()
                .filter(p -> asked.isDefault() ? p.isDefault() : asked.has(p.name()))
                .toList();
    }

    /** Features of nodes, or an expression of them; empty for none. */
    String constraint() {
        return byName().getOrDefault("constraint", "");
    }
}
