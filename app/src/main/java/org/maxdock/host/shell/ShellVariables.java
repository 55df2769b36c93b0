package org.maxdock.host.shell;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A shell's variables as the commands of a pasted text leave them. One has a value that is known, or one that nobody
 * knows without running something, or it is not set.
 */
final class ShellVariables {

    /** As they were at a command, to have them back after a subshell. */
    record State(
            Map<String, String> known,
            Set<String> unknown,
            Set<String> exported,
            Set<String> own,
            Set<String> conditional) {}

    /** Of those that a text sets for what it starts; nobody writes as many. */
    private static final int MOST = 500;

    private final Map<String, String> known;
    private final Set<String> unknown = new HashSet<>();
    private final Set<String> exported;
    /** Set by a command of the text. */
    private final Set<String> own = new HashSet<>();
    /** Set by a command that another's success decides on, for those that it decides on, too. */
    private final Set<String> conditional = new HashSet<>();

    private Map<String, String> given = Map.of();
    private Set<String> lost = Set.of();
    private boolean changed;

    /** @param environment what is set and exported before the first command */
    ShellVariables(Map<String, String> environment) {
        known = new HashMap<>(environment);
        exported = new HashSet<>(environment.keySet());
    }

    /** Its value; null where it is not known, or there is none. */
    String value(String name) {
        return known.get(name);
    }

    /** Whether it has a value that nobody knows. */
    boolean isUnknown(String name) {
        return unknown.contains(name);
    }

    void set(String name, String value) {
        unknown.remove(name);
        known.put(name, value);
        changed = true;
    }

    /** Has a command of the text set it, so that what it starts gets that value if it is exported. */
    void assign(String name, String value) {
        if (own.size() < MOST) {
            own.add(name);
        }
        set(name, value);
    }

    /** It may have any value from here on. */
    void forget(String name) {
        known.remove(name);
        unknown.add(name);
        changed = true;
    }

    void unset(String name) {
        known.remove(name);
        unknown.remove(name);
        exported.remove(name);
        changed = true;
    }

    void export(String name) {
        exported.add(name);
        changed = true;
    }

    /** What was set for it is only known as long as each command follows on the success of the one before. */
    void onlyHere(String name) {
        conditional.add(name);
    }

    /** The next command runs whether or not those before it did. */
    void endChain() {
        conditional.forEach(this::forget);
        conditional.clear();
    }

    /** What the text has set and exported, by names; a program that it starts gets these. */
    Map<String, String> given() {
        look();
        return given;
    }

    /** The names of those that have a value that nobody knows. */
    Set<String> unknown() {
        look();
        return lost;
    }

    private void look() {
        if (changed) {
            Map<String, String> now = new HashMap<>();
            own.stream()
                    .filter(name -> exported.contains(name) && known.containsKey(name))
                    .forEach(name -> now.put(name, known.get(name)));
            given = Map.copyOf(now);
            lost = Set.copyOf(unknown);
            changed = false;
        }
    }

    State state() {
        return new State(
                Map.copyOf(known), Set.copyOf(unknown), Set.copyOf(exported), Set.copyOf(own), Set.copyOf(conditional));
    }

    void restore(State state) {
        replace(unknown, state.unknown());
        replace(exported, state.exported());
        replace(own, state.own());
        replace(conditional, state.conditional());
        known.clear();
        known.putAll(state.known());
        changed = true;
    }

    private static void replace(Set<String> set, Set<String> by) {
        set.clear();
        set.addAll(by);
    }
}
