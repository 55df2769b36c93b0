package org.maxdock.image.context;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What has to be done to a copy of a folder: what goes, then what is of another time, then what comes. */
final class CopyDifference {

    private static final char FILE = '0';
    private static final char LINK = '1';
    private static final char FOLDER = '5';
    private static final int OWNERS = 0700;

    private final List<String> gone = new ArrayList<>();
    private final Set<String> comes = new HashSet<>();
    private final Set<String> replaced = new HashSet<>();
    private final SortedMap<String, Long> touched = new TreeMap<>();

    /**
     * @param old what is in the copy, by name
     * @param want what is to be in it
     */
    CopyDifference(SortedMap<String, FileState> old, SortedMap<String, FileState> want) {
        compare(FileState.whats(old), FileState.whats(want));
        want.forEach((name, state) -> {
            boolean link = kind(state.what()) == LINK; // its time is its file's
            if (!link && !comes.contains(name) && state.time() != old.get(name).time()) {
                touched.put(name, state.time());
            }
        });
    }

    private void compare(SortedMap<String, String> there, SortedMap<String, String> wanted) {
        for (Map.Entry<String, String> old : there.entrySet()) {
            String want = wanted.get(old.getKey());
            if (want == null || kind(want) != kind(old.getValue())) {
                gone.add(old.getKey());
                foldersOf(old.getKey());
            }
        }
        wanted.forEach((name, want) -> {
            String old = there.get(name);
            if (!want.equals(old)) {
                comes.add(name);
                foldersOf(name);
                if (old != null && kind(old) == FILE && kind(want) == FILE) {
                    replaced.add(name);
                }
            }
            if (kind(want) == FOLDER && isClosed(want)) {
                comes.add(name); // it is opened while the copy changes
            }
        });
        comes.retainAll(wanted.keySet());
    }

    /** Their times change with what is in them. */
    private void foldersOf(String name) {
        for (int slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1)) {
            if (!comes.add(name.substring(0, slash))) {
                return;
            }
        }
    }

    private static char kind(String what) {
        return what.charAt(0);
    }

    /** Whether its own user can do everything in it. */
    private static boolean isClosed(String folder) {
        return (Integer.parseInt(folder.split(" ")[1], 8) & OWNERS) != OWNERS;
    }

    List<String> gone() {
        return gone;
    }

    Set<String> comes() {
        return comes;
    }

    /** Files among them that come in the place of others. */
    Set<String> replaced() {
        return replaced;
    }

    /** Names of which nothing but the time is another, and that time. */
    SortedMap<String, Long> touched() {
        return touched;
    }
}
