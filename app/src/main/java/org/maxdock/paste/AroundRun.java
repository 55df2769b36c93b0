package org.maxdock.paste;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What has a run start more than once, or ends it: loops of a shell, and programs that are given the whole command. */
final class AroundRun {

    private static final Set<String> LOOPS = Set.of("for", "while", "until", "select");
    private static final Set<String> PROGRAMS = Set.of("timeout", "gtimeout", "watch", "xargs", "parallel");
    /** Words of a shell that a command may stand behind (sh(1), 2.4). */
    private static final Set<String> BEFORE = Set.of("do", "then", "else", "elif", "if", "{", "!", "time");

    private AroundRun() {}

    /**
     * What there is, from the outside to the inside.
     *
     * @param before the commands ahead of the one that runs, each in words
     * @param ahead the words of that one before the engine's name
     */
    static List<String> of(List<List<String>> before, List<String> ahead) {
        Deque<String> loops = new ArrayDeque<>();
        String begun = ""; // without a do it is a sentence
        for (List<String> command :
                Stream.concat(before.stream(), Stream.of(ahead)).toList()) {
            if (!begun.isEmpty() && command.stream().limit(1).anyMatch("do"::equals)) {
                loops.addLast(begun);
                begun = "";
            }
            int at = first(command);
            if (command == ahead || at == command.size()) {
                continue;
            }
            if (LOOPS.contains(command.get(at))) {
                begun = text(command, at);
            } else if (command.get(at).equals("done")) {
                loops.pollLast();
            }
        }
        List<String> around = new ArrayList<>(loops);
        for (int i = first(ahead); i < ahead.size(); i++) {
            String name = ahead.get(i).substring(ahead.get(i).lastIndexOf('/') + 1);
            if (PROGRAMS.contains(name) || LOOPS.contains(name)) {
                around.add(text(ahead, i));
                break;
            }
        }
        return around;
    }

    private static int first(List<String> command) {
        int at = 0;
        while (at < command.size() && BEFORE.contains(command.get(at))) {
            at++;
        }
        return at;
    }

    private static String text(List<String> command, int from) {
        return String.join(" ", command.subList(from, command.size()));
    }
}
