package org.maxdock.ui.shared;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Something of the window that can be gone to, or done, by its name.
 *
 * @param title what it is called
 * @param kind what it is, or where, as people say it
 * @param key the keys that do it; empty for none
 * @param command the command line that does or shows the same; empty for none
 * @param go does it; on the window's thread
 * @param now whether it can be done now; where not, its kind says why, and it leads to where it can be some time
 */
public record Reachable(String title, String kind, String key, String command, Runnable go, boolean now) {

    /** What can be gone to or done now. */
    public Reachable(String title, String kind, String key, String command, Runnable go) {
        this(title, kind, key, command, go, true);
    }

    private static final String BETWEEN_WORDS = "[^\\p{L}\\p{N}]+";

    /**
     * How well it fits what somebody typed, of which each word must be somewhere in it: 0 where its title begins so, 1
     * where words of it do, 2 where it is only somewhere; empty where it is not there.
     */
    public OptionalInt fit(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        String name = title.toLowerCase(Locale.ROOT);
        String all = name + " " + kind.toLowerCase(Locale.ROOT) + " " + command.toLowerCase(Locale.ROOT);
        if (name.startsWith(wanted)) {
            return OptionalInt.of(0);
        }
        int fit = 1;
        for (String word : wanted.split("\\s+")) {
            if (!all.contains(word)) {
                return OptionalInt.empty();
            }
            if (!begins(name, word)) {
                fit = 2;
            }
        }
        return OptionalInt.of(fit);
    }

    private static boolean begins(String name, String word) {
        for (String one : name.split(BETWEEN_WORDS)) {
            if (one.startsWith(word)) {
                return true;
            }
        }
        return name.startsWith(word);
    }
}
