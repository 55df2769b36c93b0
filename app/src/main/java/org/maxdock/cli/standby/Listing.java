package org.maxdock.cli.standby;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which calls a process that stands by may do: lists of what is there, which ask nobody anything, change nothing, and
 * so may be done once more by the call itself.
 *
 * @param where the words by which {@code connection keep} was told of the server and of the way to it
 */
record Listing(List<String> where) {

    /** What it may list. */
    static final Set<String> COMMANDS = Set.of("images", "jobs", "container list");

    /** All that may stand beside the command. */
    private static final Set<String> OPTIONS = Set.of("--json", "--all", "--ended");

    /** Names of files, which a call from another folder may mean otherwise. */
    private static final Set<String> FILES =
            Set.of("-F", "--ssh-config", "--identity", "--known-hosts", "--site", "--project");

    private static final Set<String> OF_KEEPING = Set.of("connection", "keep", "--json");

    Listing {
        where = List.copyOf(where);
    }

    /** @param words those of {@code connection keep} */
    static Listing after(List<String> words) {
        List<String> where = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals("--for")) {
                i++;
            } else if (!OF_KEEPING.contains(words.get(i)) && !words.get(i).startsWith("--for=")) {
                where.add(words.get(i));
            }
        }
        return new Listing(where);
    }

    /** Whether words may be such a call: for most it need not be looked who stands by. */
    static boolean mayBe(String... words) {
        for (String word : words) {
            if (word.equals("images") || word.equals("jobs") || word.equals("list")) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is a list of what is on that server, said with the same words. */
    boolean has(List<String> words) {
        List<String> left = new ArrayList<>(words);
        for (String word : where) {
            if (!left.remove(word)) {
                return false;
            }
        }
        left.removeAll(OPTIONS);
        return COMMANDS.contains(String.join(" ", left));
    }

    /** Whether it depends on the folder that a call is made in. */
    boolean namesFiles() {
        return where.stream().anyMatch(w -> w.startsWith("-F") || FILES.contains(w.replaceFirst("=.*", "")));
    }
}
